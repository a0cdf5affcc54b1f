// A word in, whether its sentence looks back on it: "decades ago", "during the Second World War", a verb in the past above a noun.
import { type TokenView, VERB } from '../actors/token-view.ts';

/** Whether the verb that a noun hangs from, near or far, is in the past. */
export function isToldInPast(noun: number, { head, upos, tag }: TokenView): boolean {
  let at = noun;
  for (let steps = 0; steps < 5; steps++) {
    at = head[at] ?? -1;
    if (at < 0) return false;
    if (upos[at] === VERB) return tag(at) === 'VBD' || tag(at) === 'VBN';
  }
  return false;
}

const YOUNG: ReadonlySet<string> = new Set(
  'child boy girl teenager student soldier baby youth schoolboy schoolgirl toddler'.split(' '),
);
const LONG: ReadonlySet<string> = new Set(['decades', 'centuries', 'generations', 'years']);
const WARS: ReadonlySet<string> = new Set(['ii', 'i', 'two', 'one']);

/** "In the past two days": so much of it as is news; "in the past two elections", "years" is not. */
const UNIT = /^(?:hour|day|night|week|weekend|month|fortnight)s?$/;
const SOME =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|few|several|couple|half|of)$/;

/** `from`: the word behind "past". */
function isRecent(from: number, lower: readonly string[]): boolean {
  let at = from;
  while (at < from + 3 && SOME.test(lower[at] ?? '')) at++;
  return UNIT.test(lower[at] ?? '') || (at === from && /^(?:year|quarter)$/.test(lower[at] ?? ''));
}

/** "As a child", "decades ago", "during the Second World War": what the sentence looks back on, close behind the word. */
export function isRemembered(token: number, { lower, sentence, length }: TokenView): boolean {
  for (let at = token + 1; at + 1 < length && at < token + 14 && sentence[at] === sentence[token]; at++) {
    const next = lower[at + 1] ?? '';
    // "paid tribute to the men who began the revolution decades ago": told of the men
    if (at > token + 1 && (lower[at] === 'who' || lower[at] === 'which')) break;
    if (lower[at] === 'as' && next === 'a' && YOUNG.has(lower[at + 2] ?? '')) return true;
    if (LONG.has(lower[at] ?? '') && next === 'ago' && (lower[at] !== 'years' || lower[at - 1] === 'many' || lower[at - 1] === 'hundred')) return true;
    if (lower[at] === 'world' && next === 'war' && (WARS.has(lower[at + 2] ?? '') || lower[at - 1] === 'second' || lower[at - 1] === 'first')) return true;
    if (lower[at] === 'cold' && next === 'war') return true;
    // "in the past", against "in the past two days"
    if (next === 'past' && lower[at] === 'the' && lower[at - 1] === 'in') return !isRecent(at + 2, lower);
    if (next === 'the' && lower[at] === 'over' && lower[at + 2] === 'years') return true;
  }
  // "during World War II he led the raid", against "since World War II"
  for (let at = token - 1; at > 1 && at > token - 14 && sentence[at] === sentence[token] && lower[at] !== ';'; at--)
    if (lower[at] === 'anniversary' && lower[at + 1] === 'of') return true;
    else if (lower[at] === 'history' && lower[at - 1] === 'the' && lower[at - 2] === 'in' && lower[at + 1] === 'of') return true;
    else if (lower[at] === 'war' && lower[at - 1] === 'cold' && /^(?:during|throughout)$/.test(lower[at - 3] ?? '')) return true;
    else if (lower[at] === 'war' && lower[at - 1] === 'world' && (lower[at - 2] === 'during' || lower[at - 2] === 'in' || (lower[at - 3] === 'during' && (lower[at - 2] === 'second' || lower[at - 2] === 'first')))) return true;
  return false;
} // biome-ignore format: long conditions

// A sentence in, the counts of nobody out: "no casualties", "nobody was hurt", "no civilians were killed", "killed no one".
import { type Finder, has, is } from './clause.ts';
import { WORD } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { CLOSED, type Person } from './vocabulary.ts';

const HARM = new Set(['killed', 'injured']);
/** What tells of casualties and is none. */
const ACCOUNTS =
  /^(?:figures?|counts?|numbers?|tolls?|estimates?|statistics|data|details|reports?|lists?|records?|totals?|claims?|threats?|notices?)$/i;
const textAt = ({ p }: Finder, i: number): string => p.text.slice(p.start[i], p.end[i]);

/** Adds a count of 0 for each; "no reports of casualties" and "no further deaths" say nothing of the number and give none. */
export function nones(f: Finder): void {
  const { p } = f;
  for (let i = 0; i < p.length; i++) if (has(p, i, CLOSED.no) && p.kind[i] === WORD) noneAt(f, i);
}

/** The same at one word for none. */
function noneAt(f: Finder, i: number): void {
  const { p, w } = f;
  const why = `“${p.text.slice(p.start[i], p.end[i])}” counts nobody`;
  let at = i + 1;
  if (is(f, i, 'no') && is(f, at, 'one')) at++;
  let person: Person | null = null;
  let told = false;
  for (let k = 0; k < 3 && at < p.length && p.kind[at] === WORD && p.closed[at] === 0; k++, at++) {
    const word = p.word[at] ?? 0;
    const governor = w.words.governor[word];
    if (governor?.role === 'toll') {
      // "no toll", "no casualty figures": nobody was told how many
      told = is(f, at, 'toll') || is(f, at + 1, 'toll') || ACCOUNTS.test(textAt(f, at + 1));
      if (told) break;
      const measures = governor.measure === 'casualties' ? ['killed', 'injured'] : [governor.measure];
      for (const measure of measures) zero(f, i, at + 1, at, null, measure, at, why);
      const other = has(p, at + 1, CLOSED.and) || /^(?:or|nor)$/i.test(textAt(f, at + 1)) ? at + 2 : -1;
      const second = w.words.governor[p.word[other] ?? 0];
      if (second?.role === 'toll' && second.measure !== 'casualties' && second.measure !== governor.measure)
        zero(f, i, other + 1, other, null, second.measure, other, why);
      told = true;
      break;
    }
    if (governor) break;
    const noun = w.words.person[word];
    if (noun) person = noun;
    else if (word !== 0) break;
  }
  if (told || (is(f, i, 'no') && person === null && !is(f, i + 1, 'one'))) return;
  // "killed nobody", "hurting no civilians"; "killed nobody else" counts others
  const before = w.words.governor[p.word[i - 1] ?? 0];
  if (i > 0 && before && (before.role === 'act' || before.role === 'part') && HARM.has(before.measure)) {
    const end = person ? at : i + (is(f, i, 'no') ? 2 : 1);
    // "he was wounded, no one was there", "never meant to hurt nobody"
    const other = has(p, i - 2, CLOSED.be) || is(f, i - 2, 'to') || has(p, end, CLOSED.be | CLOSED.have);
    if (!other && !/^(?:else|other|but|except|besides)$/i.test(p.text.slice(p.start[end], p.end[end])))
      zero(f, i, end, person ? at - 1 : -1, person, before.measure, i - 1, why);
    return;
  }
  let verb = at;
  let passive = false;
  for (let k = 0; k < 6 && has(p, verb, CLOSED.be | CLOSED.have | CLOSED.adverb); k++, verb++)
    passive ||= has(p, verb, CLOSED.be);
  const governor = w.words.governor[p.word[verb] ?? 0];
  if (!governor || governor.measure === 'casualties') return;
  if ((governor.role === 'part' && passive) || governor.role === 'happen') {
    zero(f, i, at, person ? at - 1 : -1, person, governor.measure, verb, why);
  }
}

function zero(
  f: Finder,
  from: number,
  to: number,
  noun: number,
  person: Person | null,
  measure: string,
  trigger: number,
  why: string,
): void {
  const quantity: Quantity = {
    from, to, low: 0, best: 0, high: 0, kind: 'count', form: 'exact', unit: person?.unit ?? 'people', noun, person, thing: null, toll: null,
    participle: -1, more: false, part: false, numbered: true, per: null,
  }; // biome-ignore format: one shape
  f.out.push({ quantity, measure, trigger, tie: 3, rule: 'none', why });
}

// The events of a report, wordings joined, in; what its headline tells joined to the first words of its opening that tell the same in others.
import type { Found as Cast } from '../actors/actor.ts';
import type { TokenView } from '../actors/token-view.ts';
import { type Draft, join } from './draft.ts';
import type { Matcher } from './match.ts';
import { saysOther } from './retold.ts';
import { apart, isAnother, LASTING, type Whereabouts } from './same-event.ts';

/** Sentences behind the headline in which a report says what it is about. */
const OPENING = 3;
/** What the same bombs, shells and planes are told by. */
const ARMS: ReadonlySet<string> = new Set(['aerial', 'heavy-weapons', 'drone', 'explosives', 'unconventional']);
const BOMBS: ReadonlySet<string> = new Set(['explosives', 'suicide-attack']);
/** What is said: only of the same to the same is it one. */
const SAID: ReadonlySet<string> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SUPPORT',
  'AGREE',
  'CONCEDE',
  'AID',
]);

/**
 * Whether any were joined. A headline sums up the opening of its report: of one event there and the first of its type
 * in the opening, told of the same sides, one is the other. Several of a type in a headline may be several things.
 */
export function foldHeadline(
  drafts: readonly Draft[],
  match: Matcher,
  at: Whereabouts,
  deadOf: (draft: Draft) => string | null,
  { actors: known }: Cast,
): boolean {
  const { view } = match;
  if (!hasHeadline(view)) return false;
  const standing = drafts.filter(({ into, absorbed }) => into === null && !absorbed);
  let folded = false;
  for (const head of standing) {
    const { type } = head.code;
    if (view.sentence[head.coded.trigger] !== 0 || head.into) continue;
    const isOfType = (one: Draft) => one !== head && one.into === null && one.code.type === type;
    if (standing.some((one) => isOfType(one) && view.sentence[one.coded.trigger] === 0)) continue;
    const told = standing.find((one) => isOfType(one) && (view.sentence[one.coded.trigger] ?? 0) > 0);
    if (!told || (view.sentence[told.coded.trigger] ?? 0) > OPENING || head.status !== told.status) continue;
    if (isAnother(told, match) || saysOther(told.coded.trigger, match) || !isSameMode(head, told)) continue;
    if (LASTING.has(match.lemma(told.coded.trigger)) !== LASTING.has(match.lemma(head.coded.trigger))) continue;
    const [a, b] = [deadOf(head), deadOf(told)];
    if ((a !== null && b !== null && a !== b) || apart(head, told, at)) continue;
    const strict = SAID.has(type);
    if (!meet(head.actors, told.actors, known, strict) || !meet(head.recipients, told.recipients, known, strict)) continue;
    // "a raid on Syria", "killed nine civilians": who suffered it rather than where
    const isState = (actor: number) => known[actor]?.kind === 'state';
    if (head.recipients.every(isState) && told.recipients.length > 0 && !told.recipients.some(isState))
      head.recipients = told.recipients.filter((actor) => !head.actors.includes(actor));
    join(told, head);
    folded = true;
  }
  return folded;
} // biome-ignore format: long conditions

/** A first paragraph of one sentence without a full stop, with others behind it. */
function hasHeadline({ sentence, paragraph, length, lower }: TokenView): boolean {
  let end = 0;
  while (end < length && sentence[end] === 0) end++;
  return end < length && paragraph[end] !== paragraph[0] && lower[end - 1] !== '.';
}

function isSameMode({ code: a }: Draft, { code: b }: Draft): boolean {
  const [first, second] = [a.mode, b.mode];
  if (first === null || second === null || first === second) return true;
  return (ARMS.has(first) && ARMS.has(second)) || (BOMBS.has(first) && BOMBS.has(second));
}

/** Whether two sides may be one: the same somebody, the same land's, called by the same noun; or one is not told. */
function meet(a: readonly number[], b: readonly number[], known: Cast['actors'], strict: boolean): boolean {
  if (a.length === 0 || b.length === 0) return !strict;
  const all = (from: readonly number[], to: readonly number[]) =>
    from.every((one) => to.some((other) => one === other || isAlike(known[one], known[other])));
  return all(a, b) || all(b, a);
}

function isAlike(one: Cast['actors'][number] | undefined, other: Cast['actors'][number] | undefined): boolean {
  if (!one || !other) return false;
  if (one.country !== null && one.country === other.country && (one.kind === 'state' || other.kind === 'state')) return true;
  if (one.kind === 'person' || other.kind === 'person') return false;
  return nounOf(one.name) === nounOf(other.name);
} // biome-ignore format: long condition

const nounOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase();

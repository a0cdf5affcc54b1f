// An event in the making that nobody states in, whether it is told as done all the same out: "are believed to have been killed", "may have been abducted".
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
const THOUGHT: ReadonlySet<string> = new Set([
  'believe',
  'think',
  'suspect',
  'fear',
  'presume',
  'assume',
  'understand',
]);
/** "Could have been killed", "would have", "should have" tell of what was not. */
const MAYBE: ReadonlySet<string> = new Set(['may', 'might']);
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'whether', 'unless', 'lest']);

/** A perfect under what somebody thinks: the deed lies behind, whoever is known of it; "may be killed" is only feared. */
export function isThoughtPast({ coded: { trigger }, code, status, actors }: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const { lower, upos, head } = view;
  if (status !== 'hypothetical' || !DEEDS.has(code.type) || upos[trigger] !== VERB || view.tag(trigger) !== 'VBN') return false;
  // "such bombs are believed to have killed thousands": nobody's
  if (actors.length === 0 && !roles.isPassive(trigger)) return false;
  const have = lower[trigger - 1] === 'been' ? trigger - 2 : trigger - 1;
  const { first, next } = roles.children;
  for (let child = first[trigger] as number; child >= 0 && child < trigger; child = next[child] as number)
    if (view.relation[child] === REL.mark && CONDITIONS.has(lower[child] ?? '')) return false;
  const before = lower[have - 1] ?? '';
  if (lower[have] === 'have' && MAYBE.has(before)) return true;
  const up = head[trigger] ?? -1;
  if (up < 0 || up > trigger || !THOUGHT.has(match.lemma(up)) || isHeldBack(up, match)) return false;
  // "believing rumours that he had been shot"
  if (view.tag(up) === 'VBG' && upos[up + 1] === NOUN) return false;
  return (lower[have] === 'have' && before === 'to') || lower[have] === 'had';
} // biome-ignore format: long conditions

/** "Is not believed to have been", "if he was thought to have". */
function isHeldBack(verb: number, { view: { lower, relation }, roles: { children } }: Matcher): boolean {
  const { first, next } = children;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number) {
    const word = lower[child] ?? '';
    if (/^(?:not|n't|never)$/.test(word) || (relation[child] === REL.mark && CONDITIONS.has(word))) return true;
  }
  return false;
}

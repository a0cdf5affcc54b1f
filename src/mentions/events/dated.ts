// A verb in, whether it stands under an "if", says "would", or has a day to come out.
import { eachChild } from '../../grammar/tree.ts';
import { AUX, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const AHEAD_OF: ReadonlySet<string> = new Set([
  'week',
  'month',
  'year',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

/** "Would hold talks with Dahl next month": what has a day to come is meant. */
export function isDated(verb: number, view: TokenView, roles: RoleReader): boolean {
  const { lower, sentence, upos, length } = view;
  if (upos[verb] !== VERB || !saysWould(verb, view, roles) || isConditional(verb, view)) return false;
  for (let at = verb + 1; at < length && at < verb + 16 && sentence[at] === sentence[verb]; at++) {
    if (upos[at] === VERB || lower[at] === 'if') return false;
    if (lower[at] === 'tomorrow' || (lower[at] === 'next' && AHEAD_OF.has(lower[at + 1] ?? ''))) return true;
  }
  return false;
} // biome-ignore format: long conditions

/** "If both are killed": the conjunction may hang anywhere, but it stands before the verb in its clause. */
export function isConditional(verb: number, view: TokenView): boolean {
  for (let at = verb - 1; at >= 0 && at > verb - 14 && view.sentence[at] === view.sentence[verb]; at--) {
    const word = view.lower[at];
    // "in case they are arrested", "on whether or not to arrest"
    if ((word === 'case' && view.lower[at - 1] === 'in' && at > verb - 8) || (word === 'whether' && at > verb - 6))
      return true;
    if (word === 'if' || word === 'unless') return view.lower[at - 1] !== 'as' && view.lower[at - 1] !== 'even';
    if (view.upos[at] === PUNCT) return false;
  }
  return false;
}

export function saysWould(verb: number, view: TokenView, roles: RoleReader): boolean {
  let would = false;
  eachChild(roles.parsed, verb, (child) => {
    if (view.relation[child] === REL.aux && (view.lower[child] === 'would' || view.lower[child] === "'d")) would = true;
  });
  return would;
}

/** "His visit to Velmar later this year": what goes with a noun says that it has yet to come. */
export function isLater(noun: number, { lower, upos, sentence, length }: TokenView): boolean {
  for (let at = noun + 1; at + 1 < length && at < noun + 10 && sentence[at] === sentence[noun]; at++) {
    if (upos[at] === VERB || upos[at] === PUNCT || upos[at] === AUX) return false;
    if (lower[at] === 'later' && lower[at + 1] === 'this') return true;
  }
  return false;
}

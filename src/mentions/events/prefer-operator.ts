// An operator and an entry that one verb matches in, whether the operator has the first word on what happened out.
import type { Entry } from './entries.ts';
import { isNaming } from './lookalikes.ts';
import type { Matched, Matcher } from './match.ts';
import type { Operator } from './operators.ts';

/** The one with more words knows more; with as many the operator, whose complement decides. */
export function prefersOperator(
  verb: number,
  operator: Matched<Operator>,
  matched: Matched<Entry> | null,
  match: Matcher,
): boolean {
  const { found, tokens } = operator;
  if (isNaming(verb, found.preposition, match)) return false;
  if (matched === null) return true;
  // "the two discussed cooperation": what they did is told, and what they talked of only thought of
  if (found.operation === 'maybe' && matched.found.frame === 'mutual') return false;
  const words = matched.tokens.length + Number(matched.found.bound);
  if (words === 0 || words <= tokens.length + Number(found.preposition !== null)) return true;
  // "talks between Velmar and Dorvania were suspended": theirs, though nobody is said to have done it
  const { passive, agent, patient } = match.roles.rolesOf(verb);
  return found.operation === 'stop' && passive && agent < 0 && match.roles.obliqueOf(patient, 'between') >= 0;
}

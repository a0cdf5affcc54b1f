// A verb in the passive that nobody is said to do in, the token of who announces that it will be done out: "announced that the curfew would be lifted".
import { AUX, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

/** Who tells of it so will do it, or have it done; what is only said may be anybody's. */
const ANNOUNCING: ReadonlySet<string> = new Set([
  'announced',
  'announces',
  'announce',
  'announcing',
  'decreed',
  'decrees',
]);

/** "Announced that a curfew would be imposed" is a curfew announced. */
const BROUGHT_IN: ReadonlySet<string> = new Set([
  'imposed',
  'introduced',
  'enforced',
  'declared',
  'held',
  'extended',
  'prolonged',
  'renewed',
]);

/** The subject of "announced" above a passive that is still to come; -1 for any other. */
export function announcerOf(
  verb: number,
  { relation, head, lower, upos, text, start }: TokenView,
  { children, clauses }: Pick<RoleReader, 'children' | 'clauses'>,
): number {
  if (relation[verb] !== REL.ccomp || BROUGHT_IN.has(lower[verb] ?? '')) return -1;
  const above = head[verb] ?? -1;
  if (above < 0 || above > verb || upos[above] !== VERB || !ANNOUNCING.has(lower[above] ?? '')) return -1;
  // "announced that Russian missiles would be sited there": theirs whose they are
  const undergoing = clauses.passive[verb] ?? -1;
  for (
    let part = undergoing < 0 ? -1 : (children.first[undergoing] as number);
    part >= 0;
    part = children.next[part] as number
  )
    if (part < undergoing && /^\p{Lu}/u.test(text[start[part] ?? 0] ?? '')) return -1;
  for (let child = children.first[verb] as number; child >= 0; child = children.next[child] as number)
    if (upos[child] === AUX && (lower[child] === 'would' || lower[child] === 'will'))
      return clauses.subject[above] ?? -1;
  return -1;
}

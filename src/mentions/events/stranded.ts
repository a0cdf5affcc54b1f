// A verb and a preposition in, the passive's subject that the preposition goes with out: "farmers were fired upon by soldiers".
import { REL, type TokenView } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

/** The subject of a passive right behind which a preposition stands that leads nothing; -1 for none. */
export function strandedBy(
  verb: number,
  preposition: string,
  view: TokenView,
  { clauses, children }: RoleReader,
): number {
  const { lower, head, relation } = view;
  const at = verb + 1;
  if (lower[at] !== preposition || head[at] !== verb || relation[at] !== REL.obl || children.first[at] !== -1)
    return -1;
  return clauses.passive[verb] ?? -1;
}

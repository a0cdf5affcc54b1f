// An event in the making in, the forces that somebody else moves no party to it out: "the deployment of troops by Russia".
import { NOUN, REL } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const MOVES: ReadonlySet<string> = new Set(['MOBILIZE', 'RETREAT']);
const FORCES = kindMask('forces') | kindMask('police');

/** The same without those who are sent or withdrawn, where it is told who sends them; alone they stand for whose they are. */
export function withoutMoved(one: Coded, match: Matcher): Coded {
  const { agents, patients } = one;
  const moved = movedBy(one, match);
  if (moved < 0) return one;
  const senders = agents.filter((token) => token !== moved);
  if (senders.length === 0) return one;
  // "the deployment of police units to the border": the parser hung the border from the units
  const to = patients.filter(
    (token) => token !== moved && (match.view.head[token] !== moved || match.kinds.isState(token)),
  );
  return { ...one, agents: senders, patients: to };
}

/** The forces that "of" leads behind the noun of a move; -1 for none. */
export function movedBy({ code, trigger: noun }: Coded, { view: { relation, upos }, roles, kinds }: Matcher): number {
  if (!MOVES.has(code.type) || upos[noun] !== NOUN) return -1;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number)
    if (
      child > noun &&
      relation[child] === REL.nmod &&
      roles.caseOf(child) === 'of' &&
      (kinds.of(child) & FORCES) !== 0
    )
      return child;
  return -1;
}

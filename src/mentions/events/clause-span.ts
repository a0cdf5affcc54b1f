// The token that says an event in, the words of its clause out: no coordinated or subordinate clause that says other things.
import type { Span } from '../../report/span.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

const OTHER_CLAUSE: ReadonlySet<number> = new Set([
  REL.conj, REL.parataxis, REL.advcl, REL.ccomp, REL.punct, REL.cc, REL.mark, REL['acl:relcl'],
]); // biome-ignore format: one table
const MOST = 400;

/** From the first to the last word of the clause, at most 400 characters around the trigger. */
export function clauseSpan(clause: number, trigger: number, view: TokenView, roles: RoleReader): Span {
  const { upos, head, relation } = view;
  const { left, right } = roles.clauses;
  let top = clause;
  // a noun is said by the verb above it
  for (let steps = 0; steps < 4 && upos[top] !== VERB; steps++) {
    const up = head[top] ?? -1;
    if (up < 0) break;
    top = up;
  }
  let from = Math.min(top, trigger);
  let to = Math.max(top, trigger);
  const { first, next } = roles.children;
  for (let child = first[top] ?? -1; child >= 0; child = next[child] ?? -1) {
    const within = (left[child] ?? child) <= trigger && trigger <= (right[child] ?? child);
    if (OTHER_CLAUSE.has(relation[child] ?? 0) && !within) continue;
    from = Math.min(from, left[child] ?? child);
    to = Math.max(to, right[child] ?? child);
  }
  let start = view.start[from] ?? 0;
  let end = view.end[to] ?? 0;
  if (end - start > MOST) {
    from = Math.max(from, trigger - 20);
    to = Math.min(to, trigger + 25);
    start = view.start[from] ?? 0;
    end = view.end[to] ?? 0;
  }
  return { start, end };
}

// A passive verb in, who did it where the parser hung them from a word between out: "driven from their homes by the army", "shot dead by rebels".
import { ADJ, NOUN, NUM, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import { DAYS } from './role-words.ts';
import type { RoleReader } from './roles.ts';

/** What somebody is once it has been done, between the verb and "by". */
const OUTCOMES: ReadonlySet<string> = new Set(['dead', 'alive', 'unconscious', 'naked', 'open', 'free', 'shut']);
/** What leads where somebody was taken from or to, in which "by" belongs to the verb. */
const MOVED: ReadonlySet<string> = new Set(['from', 'into', 'out', 'onto', 'off']);
const isMoved = (led: number, { lower }: TokenView, roles: RoleReader): boolean =>
  MOVED.has(roles.caseOf(led)) || (roles.caseOf(led) === 'of' && lower[roles.childBy(led, REL.case)] === 'out');

const isTime = (token: number, { upos, lower }: TokenView): boolean =>
  upos[token] === NUM || DAYS.has(lower[token] ?? '');

/** -1 where nobody is told behind a "by" that hangs aside. */
export function agentAside(verb: number, view: TokenView, roles: RoleReader): number {
  const { first, next } = roles.children;
  if (roles.childBy(verb, REL['aux:pass']) < 0 && view.relation[verb] !== REL.acl) return -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < verb) continue;
    const link = view.relation[child];
    const outcome = link === REL.xcomp && view.upos[child] === ADJ && OUTCOMES.has(view.lower[child] ?? '');
    const moved = link === REL.obl && view.upos[child] === NOUN && isMoved(child, view, roles);
    // "was shot at roughly two on Friday by a guard"
    const timed = isTime(child, view) && link !== REL.conj;
    if (!outcome && !moved && !timed) continue;
    const by = roles.obliqueOf(child, 'by');
    if (by > child && (view.upos[by] === NOUN || view.upos[by] === PROPN)) return by;
  }
  return -1;
}

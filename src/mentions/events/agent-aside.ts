// A passive verb in, who did it where the parser hung them from a word between out: "driven from their homes by the army", "shot dead by rebels".
import { ADJ, ADV, CCONJ, NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { DAYS } from './role-words.ts';
import type { RoleReader } from './roles.ts';

/** What somebody is once it has been done, between the verb and "by". */
const OUTCOMES: ReadonlySet<string> = new Set(['dead', 'alive', 'unconscious', 'naked', 'open', 'free', 'shut']);
/** What leads where somebody was taken from or to, in which "by" belongs to the verb. */
const MOVED: ReadonlySet<string> = new Set(['from', 'into', 'out', 'onto', 'off']);
const isMoved = (led: number, { lower }: TokenView, roles: RoleReader): boolean =>
  MOVED.has(roles.caseOf(led)) || (roles.caseOf(led) === 'of' && lower[roles.childBy(led, REL.case)] === 'out');

const DURING: ReadonlySet<string> = new Set(['in', 'during']);
const RAIDS: ReadonlySet<string> = new Set([
  'raid', 'raids', 'operation', 'operations', 'sweep', 'sweeps', 'crackdown', 'swoop', 'ambush',
]); // biome-ignore format: one table

const isTime = (token: number, { upos, lower }: TokenView): boolean =>
  upos[token] === NUM || DAYS.has(lower[token] ?? '');

/** "Were arrested and beaten by police": by whom the second was done, where nothing but "and" stands between; -1 for nobody. */
export function agentBehind(verb: number, view: TokenView, roles: RoleReader): number {
  const { upos, relation, lower } = view;
  const { first, next } = roles.children;
  if (roles.childBy(verb, REL['aux:pass']) < 0 && relation[verb] !== REL.acl) return -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < verb || relation[child] !== REL.conj || upos[child] !== VERB || view.tag(child) !== 'VBN') continue;
    if (roles.childBy(child, REL.aux) >= 0 || roles.childBy(child, REL['aux:pass']) >= 0) continue;
    let at = verb + 1;
    while (at < child && (upos[at] === ADV || upos[at] === CCONJ || lower[at] === ',' || isParticle(at, view))) at++;
    if (at < child && upos[at] !== VERB) continue;
    const by = roles.agentBy(child);
    if (by > child) return by;
  }
  return -1;
}

const isParticle = (at: number, { relation }: TokenView): boolean => relation[at] === REL['compound:prt'];

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
    // "were arrested in a raid by soldiers"
    const raided = link === REL.obl && RAIDS.has(view.lower[child] ?? '') && DURING.has(roles.caseOf(child));
    if (!outcome && !moved && !timed && !raided) continue;
    const by = roles.obliqueOf(child, 'by');
    if (by > child && (view.upos[by] === NOUN || view.upos[by] === PROPN)) return by;
  }
  return -1;
}

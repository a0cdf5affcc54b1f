// A verb in, the deed that its clause says shall not be done out: "not to attack", "to refrain from attacks".
import { eachChild } from '../../grammar/tree.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

export const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'hardly']);

/** Whose subject does not do what follows. */
const ABSTAINS: ReadonlySet<string> = new Set(['refrain', 'abstain', 'desist', 'avoid', 'forgo', 'forswear', 'eschew']);

/** Behind which "from" leads what was not done. */
const KEEPS_FROM: ReadonlySet<string> = new Set([
  'refrain', 'abstain', 'desist', 'prevent', 'stop', 'keep', 'bar', 'ban', 'block', 'prohibit', 'forbid', 'deter',
  'discourage', 'dissuade', 'restrain', 'preclude', 'exempt', 'shy', 'shrink', 'save', 'hinder',
]); // biome-ignore format: one table

const OUTLAWING = /^(?:criminali[sz]|outlaw|bann?|prohibit|forbidd?|punish)(?:e|es|ed|ing|s)?$/;

/** "Refrained from attacking", "was barred from leaving", "a law criminalising spreading rumours". */
export function isKeptFrom(verb: number, view: TokenView, roles: RoleReader): boolean {
  const up = view.head[verb] ?? -1;
  if (up < 0 || view.upos[verb] !== VERB || view.tag(verb) !== 'VBG') return false;
  // "stopped short of condemning it"
  if (view.lower[verb - 1] === 'of' && view.lower[verb - 2] === 'short') return true;
  if (roles.caseOf(verb) === 'from') return KEEPS_FROM.has(roles.parsed.words.lemma(up));
  return up === verb - 1 && OUTLAWING.test(view.lower[up] ?? '');
}

/** The token of the deed that the clause of `verb` rules out; -1 where it rules out none. */
export function undoneBy(verb: number, view: TokenView, roles: RoleReader): number {
  if (view.upos[verb] !== VERB) return -1;
  const abstains = ABSTAINS.has(roles.parsed.words.lemma(verb));
  let deed = abstains ? roles.obliqueOf(verb, 'from') : -1;
  // "vowed never to attack": as the parser may hang it on the verb before
  let negated = view.lower[verb - 1] === 'to' && NEGATIONS.has(view.lower[verb - 2] ?? '');
  eachChild(roles.parsed, verb, (child) => {
    const link = view.relation[child];
    if (link === REL.advmod && child < verb && NEGATIONS.has(view.lower[child] ?? '')) negated = true;
    const follows = link === REL.obj || link === REL.xcomp || (link === REL.advcl && roles.caseOf(child) === 'from');
    if (abstains && deed < 0 && child > verb && follows) deed = child;
  });
  // "not to refrain" rules out nothing
  if (abstains) return negated ? -1 : deed;
  return negated ? verb : -1;
}

const REFUSING: ReadonlySet<string> = new Set(['refuse', 'decline', 'insist', 'demand', 'want', 'vow', 'rule']);
const WILL: ReadonlySet<string> = new Set(['will', 'would', 'wo', 'shall', 'can', 'ca', 'could', 'must']);

/** "Refused to talk before the troops withdrew", "will not talk before they withdraw": what others are to do first, and whether they did nobody says. */
export function isAwaited(verb: number, up: number, view: TokenView, roles: RoleReader): boolean {
  if (roles.caseOf(verb) !== 'before' || view.upos[up] !== VERB) return false;
  let at = up;
  for (let steps = 0; steps < 3 && at >= 0 && view.upos[at] === VERB; steps++, at = view.head[at] ?? -1) {
    if (REFUSING.has(roles.parsed.words.lemma(at))) return true;
    if (roles.isLedBy(at, REL.advmod, NEGATIONS) && WILL.has(view.lower[roles.childBy(at, REL.aux)] ?? '')) return true;
    if (view.relation[at] !== REL.xcomp && !(view.relation[at] === REL.advcl && roles.childBy(at, REL.mark) >= 0))
      break;
  }
  return false;
}

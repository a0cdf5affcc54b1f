// A noun for a fight in, who fell in it or came out of it, and whether it is a war within a land, out.
import { REL, VERB } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';
import type { Entry } from './entries.ts';

/** "Killed in Velmar's war", "Velmar's 30-month war": a war in the land, where nobody is told whom it is on. */
export function isWarOfLand(noun: number, owner: number, { words }: Entry, patients: readonly number[], { match }: Coder): boolean {
  const { view, roles, kinds } = match;
  if (words !== 'war' || patients.length > 0 || !kinds.isState(owner) || view.lower[noun + 1] === 'in') return false;
  if (AMID.has(roles.caseOf(noun))) return true;
  for (let at = owner + 1; at < noun; at++) if (DRAGGING.test(view.lower[at] ?? '')) return true;
  return false;
} // biome-ignore format: long conditions
const AMID: ReadonlySet<string> = new Set(['in', 'during', 'amid', 'by', 'throughout', 'from', 'of']);
/** What is said of a war within a land. */
const DRAGGING = /^(?:civil|year|years|month|months|decade|decades|long|brutal|bloody|endless|internal|drug|gang)$/;

/** What somebody comes out of a fight by. */
const FALLING: ReadonlySet<string> = new Set([
  'die', 'perish', 'fall', 'escape', 'flee', 'surrender', 'withdraw', 'retreat', 'lose', 'capture', 'seize', 'take', 'retake', 'recapture', 'abandon', 'regain',
]); // biome-ignore format: one table
const LOCKED: ReadonlySet<string> = new Set(['engaged', 'locked', 'embroiled']);
/** "After three days of fighting". */
const LASTING: ReadonlySet<string> = new Set([
  'day',
  'week',
  'month',
  'hour',
  'days',
  'weeks',
  'months',
  'hours',
  'years',
]);

/** Who died in, or fled after, the fight that a noun names; -1 for nobody. */
export function fallenIn({ match }: Coder, noun: number): number {
  const { view, roles } = match;
  const span = view.relation[noun] === REL.nmod && roles.caseOf(noun) === 'of' ? (view.head[noun] ?? -1) : -1;
  const fight = span >= 0 && LASTING.has(view.lower[span] ?? '') ? span : noun;
  const verb = view.head[fight] ?? -1;
  if (verb < 0 || verb > fight || view.relation[fight] !== REL.obl || view.upos[verb] !== VERB) return -1;
  const led = roles.caseOf(fight);
  if (led !== 'after' && led !== 'in' && led !== 'during' && led !== 'following') return -1;
  // "were engaged in clashes with", "are locked in a battle with"
  if (LOCKED.has(view.lower[verb] ?? ''))
    return view.relation[verb] === REL.acl
      ? roles.rolesOf(verb).agent
      : Math.max(roles.clauses.passive[verb] ?? -1, roles.clauses.subject[verb] ?? -1);
  return FALLING.has(match.lemma(verb)) ? (roles.clauses.subject[verb] ?? -1) : -1;
}

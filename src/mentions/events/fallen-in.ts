// A noun for a fight in, who fell in it or came out of it, and whether it is a war within a land, out.
import { PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';
import type { Entry } from './entries.ts';
import { kindBit } from './kinds.ts';

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
/** When something was done beside a fight. */
const WHEN: ReadonlySet<string> = new Set(['after', 'in', 'during', 'following', 'amid', 'amidst']);
const FORCES = kindBit('forces');
/** Who tells of a fight need not have been in it; who killed in one is told by the killing. */
const TELLING: ReadonlySet<string> = new Set(['kill', 'wound', 'injure', 'hurt', 'say', 'report', 'tell', 'announce', 'confirm', 'add', 'claim', 'state', 'count', 'record', 'find', 'warn', 'intervene', 'arrive', 'come']); // biome-ignore format: one line
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
  const { view, roles, kinds } = match;
  const span = view.relation[noun] === REL.nmod && roles.caseOf(noun) === 'of' ? (view.head[noun] ?? -1) : -1;
  const fight = span >= 0 && LASTING.has(view.lower[span] ?? '') ? span : noun;
  const led = roles.caseOf(fight);
  if (!WHEN.has(led)) return -1;
  // "is in a confrontation with", "was in a battle with"
  const told = led === 'in' && roles.childBy(fight, REL.cop) >= 0 ? (roles.clauses.subject[fight] ?? -1) : -1;
  if (told >= 0 && (view.upos[told] === PRON || kinds.isPower(told) || (kinds.of(told) & FORCES) !== 0)) return told;
  const hung = view.head[fight] ?? -1;
  // "entered the town after fighting with rebels": hung from the town
  const aside =
    view.relation[fight] === REL.nmod && led !== 'in' && hung >= 0 && hung < fight && view.upos[hung] !== VERB;
  const verb = aside ? (view.head[hung] ?? -1) : hung;
  if (verb < 0 || verb > fight || (!aside && view.relation[fight] !== REL.obl) || view.upos[verb] !== VERB) return -1;
  // "used tear gas in clashes with marchers", "took the port after fighting with rebels": forces that did something then and there
  const { agent, passive } = roles.rolesOf(verb);
  if (!passive && agent >= 0 && agent < verb && (kinds.of(agent) & FORCES) !== 0 && !TELLING.has(match.lemma(verb)))
    return agent;
  if (aside) return -1;
  // "were engaged in clashes with", "are locked in a battle with"
  if (LOCKED.has(view.lower[verb] ?? ''))
    return view.relation[verb] === REL.acl
      ? roles.rolesOf(verb).agent
      : Math.max(roles.clauses.passive[verb] ?? -1, roles.clauses.subject[verb] ?? -1);
  return FALLING.has(match.lemma(verb)) ? (roles.clauses.subject[verb] ?? -1) : -1;
}

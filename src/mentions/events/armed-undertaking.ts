// A noun for what many set out to do in, the attack that it is where arms are meant out: "the operation to retake Velmar", "the campaign against the militia", "carried out operations against al-Shabab".
import { ADV, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit, kindMask } from './kinds.ts';
import { nounRoles } from './noun-roles.ts';

const UNDERTAKEN: ReadonlySet<string> = new Set([
  'operation', 'campaign', 'fight', 'battle', 'push', 'drive', 'mission', 'struggle',
]); // biome-ignore format: one table
/** These are undertaken in peace as well: the words behind must tell of arms. */
const PEACEFUL: ReadonlySet<string> = new Set(['mission', 'drive', 'push']);
/** What arms take. */
const TAKING: ReadonlySet<string> = new Set(['retake', 'recapture', 'liberate', 'reconquer', 'regain']);
/** What arms take too, and others do as well: only forces mean it so. */
const SEIZING: ReadonlySet<string> = new Set(['seize', 'capture', 'take', 'clear', 'isolate', 'encircle', 'conquer', 'cleanse']); // biome-ignore format: one table
/** "Seize control of the city". */
const SWAYS: ReadonlySet<string> = new Set(['control', 'parts', 'part', 'hold', 'possession']);
/** "Drive them from the border", "clear the town of them". */
const DRIVING: ReadonlySet<string> = new Set(['drive', 'push', 'flush', 'force', 'chase', 'clear', 'uproot', 'root', 'hunt', 'repel', 'dislodge']); // biome-ignore format: one table
/** What arms do to those who bear them. */
const BEATING: ReadonlySet<string> = new Set(['defeat', 'destroy', 'crush', 'eliminate', 'dislodge', 'expel', 'oust', 'rout', 'annihilate', 'eradicate', 'degrade']); // biome-ignore format: one table
const PLACE = kindMask('place');
const FORCES = kindBit('forces');
const STRIKE = plainEntry('ASSAULT', null, '190', { words: 'military operation', kind: 'noun', frame: 'directed' });

export const isUndertaken = (lemma: string): boolean => UNDERTAKEN.has(lemma);

/** Null where the noun is no such undertaking, or nothing tells that it is done with arms. */
export function armedUndertaking(coder: Coder, noun: number, lemma: string): Coded | null {
  if (!isUndertaken(lemma)) return null;
  const { match } = coder;
  const { view, roles, kinds } = match;
  if (view.relation[noun] === REL.compound) return null;
  const armed = (token: number) => token >= 0 && (kinds.of(token) & FORCES) !== 0;
  const carrier = carrierOf(noun, coder);
  const hung = carrier < 0 || PEACEFUL.has(lemma) ? -1 : roles.obliqueOf(carrier, 'against');
  const own = PEACEFUL.has(lemma) ? -1 : roles.obliqueOf(noun, 'against');
  const against = own >= 0 ? own : hung;
  const doer = carrier < 0 ? -1 : roles.rolesOf(carrier).agent;
  const aim = aimOf(noun, coder);
  const object = aim < 0 ? -1 : (roles.clauses.object[aim] ?? -1);
  const goal = aim < 0 ? '' : match.lemma(aim);
  const owner = roles.childBy(noun, REL['nmod:poss']);
  const site = object >= 0 && SWAYS.has(view.lower[object] ?? '') ? of(object, coder) : object;
  const seizes = SEIZING.has(goal) && (armed(doer) || armed(owner));
  const takes = site >= 0 && (TAKING.has(goal) || seizes) && (kinds.of(site) & PLACE) !== 0;
  const beats = (BEATING.has(goal) || DRIVING.has(goal)) && armed(object);
  if (!armed(against) && !takes && !beats) return null;
  const { agents, patients } = nounRoles(coder, noun, STRIKE);
  // "a critical moment in the fight against the militia": everybody's
  if (agents.length === 0 && !takes && doer < 0) return null;
  const from = takes ? roles.obliqueOf(aim, goal === 'clear' ? 'of' : 'from') : -1;
  const whom = armed(against) ? against : beats ? object : armed(from) ? from : -1;
  return {
    code: STRIKE, trigger: noun, clause: noun, agents: agents.filter((one) => one !== whom), patients: whom >= 0 ? [whom] : patients.filter(armed), mutual: false, operators: [], consumed: aim < 0 ? [] : [aim], entry: STRIKE, path: aim < 0 ? `${lemma} against` : `${lemma} + ${goal}`,
  }; // biome-ignore format: one record
}

/** "Carried out", "launched": the verb that an undertaking is the object of, where it says no more than that it was done; -1 for none. */
function carrierOf(noun: number, { match }: Coder): number {
  const { view } = match;
  const up = view.relation[noun] === REL.obj ? (view.head[noun] ?? -1) : -1;
  if (up < 0 || up > noun || view.upos[up] !== VERB) return -1;
  return match.verbOperator(up, match.verbLemma(up))?.found.operation === 'go' ? up : -1;
}

/** The place that "of" or "over" leads behind "control"; -1 for none. */
function of(noun: number, { match: { roles } }: Coder): number {
  const led = roles.obliqueOf(noun, 'of');
  return led >= 0 ? led : roles.obliqueOf(noun, 'over');
}

/** The verb of "to retake", right behind the noun; -1 for none. */
function aimOf(noun: number, { match: { view } }: Coder): number {
  if (view.lower[noun + 1] !== 'to' || view.sentence[noun + 1] !== view.sentence[noun]) return -1;
  const at = view.upos[noun + 2] === ADV ? noun + 3 : noun + 2;
  return view.upos[at] === VERB ? at : -1;
}

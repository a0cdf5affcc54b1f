// A verb with "will not" in, the refusal that it is out where no list knows the deed: "would not consider the request", "will not bow to pressure", "has no intention of lifting the ban".
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { isDeclined } from './declined.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';

export const REFUSED = plainEntry('REJECT', null, '120');
/** What others want of one. */
const WANTED: ReadonlySet<string> = new Set([
  'consider', 'entertain', 'accept', 'bow', 'bend', 'budge', 'buckle', 'cave', 'yield', 'relent', 'submit', 'capitulate', 'compromise', 'negotiate', 'comply', 'obey', 'cooperate', 'participate', 'attend', 'join', 'extradite', 'recognise', 'recognize', 'ratify', 'endorse', 'retract', 'reconsider', 'renegotiate', 'resign', 'quit', 'surrender', 'disarm', 'apologise', 'apologize', 'relinquish', 'cede', 'heed', 'pay', 'approve',
]); // biome-ignore format: one table
/** What one says will not be done to one who holds out: "will not be bullied". */
export const DEFIED: ReadonlySet<string> = new Set(['intimidate', 'bully', 'blackmail', 'cow', 'deter', 'browbeat', 'sway', 'silence', 'pressure', 'pressurise', 'provoke', 'threaten']); // biome-ignore format: one table
/** The same with what stands right behind them. */
const WITH: ReadonlyMap<string, RegExp> = new Map([
  ['talk', /^(?:to|with)$/], ['give', /^(?:in|up|way|ground)$/], ['back', /^(?:down|off|away)$/], ['step', /^(?:down|aside)$/], ['stand', /^(?:down|aside)$/], ['act', /^on$/], ['take', /^part$/], ['go', /^along$/], ['sign', /^(?:the|any|a|an|it|up)$/], ['hand', /^over$/], ['turn', /^over$/],
]); // biome-ignore format: one table
const INTENT: ReadonlySet<string> = new Set(['intention', 'intent', 'desire', 'wish', 'interest']);
const FORCES = kindBit('forces');

/** Null where nobody of power refuses, or nothing that anybody asked. */
export function refusing(coder: Coder, verb: number, lemma: string): Coded | null {
  const { match } = coder;
  const { view, roles, kinds } = match;
  const unmeant = lemma === 'have' ? unmeantDeed(coder, verb) : -1;
  if (unmeant < 0 && (!isWanted(lemma, verb, coder) || !isDeclined(verb, view, roles))) return null;
  if (DEFIED.has(lemma) && !roles.isPassive(verb)) return null;
  const { agent: doer, passive } = roles.rolesOf(verb);
  // "would not be intimidated"
  const agent = passive && DEFIED.has(lemma) ? (roles.clauses.passive[verb] ?? -1) : passive ? -1 : doer;
  if (agent < 0) return null;
  if (!kinds.isPower(agent) && (kinds.of(agent) & FORCES) === 0) return null;
  const object = roles.clauses.object[verb] ?? -1;
  const whom = unmeant < 0 && object > verb && (kinds.isPower(object) || kinds.isGiven(object)) ? object : -1;
  // "no intention of withdrawing from Velmar": whom it would have been done for
  const meant = unmeant < 0 ? null : coder.code(unmeant, 1);
  const others = meant ? [...meant.patients, ...(meant.mutual ? meant.agents : [])].filter((one) => one > unmeant) : [];
  const modal = roles.childBy(verb, REL.aux);
  return {
    code: REFUSED, trigger: unmeant < 0 && modal >= 0 ? modal : verb, clause: verb, agents: [agent], patients: whom < 0 ? others : [whom], mutual: false, operators: [], consumed: unmeant < 0 && modal >= 0 ? [verb] : meant ? [unmeant] : [], entry: REFUSED, path: unmeant >= 0 ? 'have no intention' : `not + ${lemma}`,
  };
} // biome-ignore format: one record

/** Whether a verb does what others want, by itself or with the word behind it. */
const isWanted = (lemma: string, verb: number, { match: { view } }: Coder): boolean =>
  WANTED.has(lemma) || DEFIED.has(lemma) || WITH.get(lemma)?.test(view.lower[verb + 1] ?? '') === true;

/** What one means to do for others where it is done. */
const FOR_OTHERS: ReadonlySet<string> = new Set(['RETREAT', 'CONCEDE', 'CONSULT', 'AGREE', 'COOPERATE', 'AID', 'SUPPORT']); // biome-ignore format: one table

/** The deed of "no intention of lifting the ban", "no intention to yield"; -1 for none. */
function unmeantDeed(coder: Coder, verb: number): number {
  const { view, roles } = coder.match;
  const object = roles.clauses.object[verb] ?? -1;
  if (object < verb || view.upos[object] !== NOUN || !INTENT.has(view.lower[object] ?? '')) return -1;
  if (view.lower[roles.childBy(object, REL.det)] !== 'no') return -1;
  const deed = roles.childBy(object, REL.acl);
  if (deed < object || view.upos[deed] !== VERB || !/^(?:of|in|to)$/.test(view.lower[object + 1] ?? '')) return -1;
  const what = coder.match.lemma(deed);
  const over = WITH.get(what)?.test(view.lower[roles.childBy(deed, REL['compound:prt'])] ?? '') === true;
  return over || isWanted(what, deed, coder) || FOR_OTHERS.has(coder.code(deed, 1)?.code.type ?? '') ? deed : -1;
} // biome-ignore format: long condition

/** What there will be none of. */
const NONE_OF: ReadonlySet<string> = new Set(['talk', 'negotiation', 'dialogue', 'compromise', 'concession', 'surrender', 'truce', 'ceasefire', 'deal', 'retreat', 'withdrawal', 'amnesty', 'bargaining', 'referendum', 'pullout', 'u-turn']); // biome-ignore format: one table
const CAN: ReadonlySet<string> = new Set(['will', 'would', 'can', 'could', 'wo', 'ca', "'ll"]);

/** "Said there would be no talks with them", "said a truce was out of the question": null where nothing is refused. */
export function refusedIn({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const { clauses } = roles;
  const { agent } = roles.rolesOf(verb);
  if (agent < 0 || (!kinds.isPower(agent) && (kinds.of(agent) & FORCES) === 0)) return null;
  const subject = clauses.subject[clause] ?? -1;
  const lemma = match.lemma(clause);
  const out = lemma === 'question' && view.lower[clause - 1] === 'the' && view.lower[clause - 2] === 'of' && view.lower[clause - 3] === 'out';
  const starter = /^(?:non-starter|nonstarter|starter)$/.test(view.lower[clause] ?? '');
  const no = lemma === 'be' && subject > clause && view.lower[roles.childBy(subject, REL.det)] === 'no' ? subject : -1;
  const none = no >= 0 && ((NONE_OF.has(match.lemma(no)) && roles.isLedBy(clause, REL.aux, CAN)) || (match.lemma(no) === 'question' && view.lower[no + 1] === 'of'));
  if (!out && !starter && !none) return null;
  const about = no >= 0 ? no : subject;
  const led = about < 0 ? -1 : roles.obliqueOf(about, 'with');
  const whom = led >= 0 && kinds.isPower(led) && cast.at(led) !== cast.at(agent) ? led : -1;
  return {
    code: REFUSED, trigger: verb, clause: verb, agents: [agent], patients: whom < 0 ? [] : [whom], mutual: false, operators: [], consumed: about < 0 ? [] : [about], entry: REFUSED, path: `say + no ${match.lemma(Math.max(0, about))}`,
  };
} // biome-ignore format: long conditions

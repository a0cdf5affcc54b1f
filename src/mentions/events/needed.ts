// A verb of saying with its clause in, the demand that it is where the clause says that something is needed of somebody out.
import { ADJ, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { isBare } from './bare-clause.ts';
import type { Coded, Coder } from './coder.ts';
import { composed } from './composed.ts';
import { kindMask } from './kinds.ts';
import { REQUESTED } from './plain-operator.ts';
import { ownerOf } from './receivers.ts';

const NEEDED: ReadonlySet<string> = new Set([
  'needed',
  'necessary',
  'required',
  'essential',
  'overdue',
  'imperative',
  'indispensable',
  'vital',
  'crucial',
  'critical',
  'important',
]);
/** "The reform is important" asks for none. */
const WISHED_ONLY: ReadonlySet<string> = new Set(['crucial', 'critical', 'important']);
/** What is asked of those whose it is. */
const CHANGES: ReadonlySet<string> = new Set([
  'reform',
  'change',
  'overhaul',
  'restructuring',
  'review',
  'rethink',
  'reorganisation',
  'reorganization',
  'shake-up',
  'shakeup',
]);
const GIVING_WAY: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'CONCEDE', 'RETREAT']);
const POWER = kindMask('power') | kindMask('state') | kindMask('body'); // biome-ignore format: tables above

/** Who says what is needed, by the verb. */
const STRESSING: ReadonlySet<string> = new Set(['stress', 'underline', 'underscore', 'emphasise', 'emphasize', 'highlight', 'reiterate', 'reaffirm', 'insist']); // biome-ignore format: one table
const NEED: ReadonlySet<string> = new Set(['need', 'necessity', 'importance', 'urgency']);
/** What is asked where it is called needed. */
const ASKED: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'CONCEDE', 'RETREAT', 'AID', 'COOPERATE']);

/** "Stressed the need to free the captives", "underlined the importance of resuming talks": null where no deed is asked for. */
export function stressed(coder: Coder, verb: number, lemma: string, depth: number): Coded | null {
  if (!STRESSING.has(lemma)) return null;
  const { match } = coder;
  const { view, roles, kinds } = match;
  const need = roles.clauses.object[verb] ?? -1;
  const { agent } = roles.rolesOf(verb);
  if (need < verb || agent < 0 || !NEED.has(match.lemma(need)) || !kinds.isPower(agent)) return null;
  const deed = roles.childBy(need, REL.acl);
  if (deed < need || view.upos[deed] !== VERB || !/^(?:to|of)$/.test(view.lower[deed - 1] ?? '')) return null;
  const inner = coder.code(deed, depth + 1);
  const code = inner && ASKED.has(inner.code.type) ? composed('request', inner.code) : null;
  return inner && code && {
    code, trigger: verb, clause: verb, agents: [agent], patients: [], mutual: false, operators: [], consumed: [inner.trigger, ...inner.consumed], entry: REQUESTED, path: `${lemma} need + ${inner.path}`,
  };
} // biome-ignore format: long conditions

/** "Said a reform of the police was needed", "said a ceasefire was urgently needed": null where nothing is asked of anybody. */
export function needed(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match } = coder;
  const { view, roles, kinds } = match;
  const { clauses } = roles;
  if (view.lower[clause] === 'time') return overdue(coder, verb, clause);
  if (match.lemma(verb) === 'tell' && view.tag(clause) === 'VB') return commanded(coder, verb, clause, depth);
  if (match.lemma(clause) === 'be') return missed(coder, verb, clause, depth);
  if (!NEEDED.has(view.lower[clause] ?? '') || (view.upos[clause] !== VERB && view.upos[clause] !== ADJ)) return null;
  const { agent } = roles.rolesOf(verb);
  const wished = wishedOf(coder, verb, clause, depth);
  if (wished) return wished;
  const what = Math.max(clauses.passive[clause] ?? -1, clauses.subject[clause] ?? -1);
  if (WISHED_ONLY.has(view.lower[clause] ?? '') || agent < 0 || what < 0 || view.upos[what] !== NOUN || !kinds.isPower(agent)) return null;
  const inner = coder.code(what, depth + 1);
  const owners = CHANGES.has(match.lemma(what)) ? [roles.obliqueOf(what, 'of'), roles.obliqueOf(what, 'in'), ownerOf(match, what)] : [];
  const owner = owners.find((one) => one >= 0 && ((kinds.of(one) & POWER) !== 0 || kinds.isGiven(one))) ?? -1;
  const asked = inner && GIVING_WAY.has(inner.code.type) ? [...inner.agents, ...inner.patients] : owner < 0 ? null : [owner];
  if (!asked || asked.some((one) => coder.cast.at(one) >= 0 && coder.cast.at(one) === coder.cast.at(agent))) return null;
  const code = inner && owner < 0 ? composed('request', inner.code) : REQUESTED;
  return code && {
    code, trigger: clause, clause: verb, agents: [agent], patients: asked, mutual: false, operators: [], consumed: inner ? [inner.trigger, ...inner.consumed] : [],
    entry: REQUESTED, path: `say + ${view.lower[clause]}`,
  };
} // biome-ignore format: long conditions

const OUGHT: ReadonlySet<string> = new Set(['must', 'should']);

/** "Said it was vital that both sides respect the truce": who is to do what. */
function wishedOf(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match, cast } = coder;
  const { roles, kinds, view } = match;
  const { clauses } = roles;
  const { ccomp, csubj, advcl } = REL;
  const deed = Math.max(...[ccomp, csubj, advcl].map((relation) => roles.childBy(clause, relation)));
  if (deed <= clause || view.lower[clause + 1] !== 'that' || view.upos[deed] !== VERB) return null;
  const { agent } = roles.rolesOf(verb);
  const whom = Math.max(clauses.subject[deed] ?? -1, clauses.passive[deed] ?? -1);
  if (agent < 0 || whom < 0 || !kinds.isPower(agent) || !kinds.isPower(whom) || view.upos[whom] === PRON) return null;
  if (cast.at(whom) >= 0 && cast.at(whom) === cast.at(agent)) return null;
  if (!OUGHT.has(view.lower[roles.childBy(deed, REL.aux)] ?? '') && !isBare(match, deed, true)) return null;
  const inner = coder.code(deed, depth + 1);
  return {
    code: (inner && composed('request', inner.code)) ?? REQUESTED, trigger: clause, clause: verb, agents: [agent], patients: [whom], mutual: false, operators: [],
    consumed: inner ? [inner.trigger, ...inner.consumed] : [], entry: REQUESTED, path: `say + ${view.lower[clause]} that`,
  };
} // biome-ignore format: long conditions

/** "Said it was time for Holt to go". */
function overdue({ match, cast }: Coder, verb: number, time: number): Coded | null {
  const { view, roles, kinds } = match;
  const { agent } = roles.rolesOf(verb);
  const deed = roles.childBy(time, REL.acl);
  const own = roles.obliqueOf(time, 'for');
  // "for" leads the clause whose subject they are, as well as their name
  const whom = own < 0 && roles.caseOf(deed) === 'for' ? (roles.clauses.subject[deed] ?? -1) : own;
  if (agent < 0 || whom < time || deed < whom || view.lower[deed - 1] !== 'to') return null;
  if (!kinds.isPower(agent) || !kinds.isPower(whom) || view.upos[whom] === PRON || (cast.at(whom) >= 0 && cast.at(whom) === cast.at(agent))) return null;
  return {
    code: REQUESTED, trigger: time, clause: verb, agents: [agent], patients: [whom], mutual: false, operators: [], consumed: [deed], entry: REQUESTED, path: 'say + time for',
  };
} // biome-ignore format: long conditions

/** What is said to the one told before what matters: "look, we are at peace". */
const OPENING: ReadonlySet<string> = new Set(['look', 'let', 'listen', 'imagine', 'see', 'thank', 'trust', 'remember', 'note', 'believe', 'say', 'wait', 'think', 'be', 'have', 'enjoy', 'ask', 'guess', 'welcome', 'excuse', 'come', 'keep']); // biome-ignore format: one table
const MEDIA = kindMask('media');

/** "Put down your weapons, the president told the rebels": what a power tells another to do in so many words. */
function commanded(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match } = coder;
  const { view, roles, kinds } = match;
  const { agent } = roles.rolesOf(verb);
  const whom = Math.max(roles.clauses.indirect[verb] ?? -1, roles.clauses.object[verb] ?? -1);
  if (agent < 0 || whom < 0 || OPENING.has(match.lemma(clause)) || (roles.clauses.subject[clause] ?? -1) >= 0) return null;
  if (roles.childBy(clause, REL.mark) >= 0 || roles.childBy(clause, REL.aux) >= 0 || !kinds.isPower(agent)) return null;
  if (!kinds.isPower(whom) || (kinds.of(whom) & MEDIA) !== 0 || view.upos[whom] === PRON) return null;
  const inner = coder.code(clause, depth + 1);
  return {
    code: (inner && composed('request', inner.code)) ?? REQUESTED, trigger: verb, clause: verb, agents: [agent], patients: [whom], mutual: false, operators: [], consumed: inner ? [inner.trigger, ...inner.consumed] : [clause], entry: REQUESTED, path: 'tell + imperative',
  };
} // biome-ignore format: long conditions

/** "Said there was a need for a truce". */
function missed(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match } = coder;
  const { roles, kinds, view } = match;
  const need = roles.clauses.subject[clause] ?? -1;
  const { agent } = roles.rolesOf(verb);
  if (need < clause || agent < 0 || !NEED.has(match.lemma(need)) || !kinds.isPower(agent) || /^(?:no|any)$/.test(view.lower[roles.childBy(need, REL.det)] ?? '')) return null;
  const what = roles.obliqueOf(need, 'for');
  const deed = what >= 0 ? what : roles.childBy(need, REL.acl);
  const inner = deed < need ? null : coder.code(deed, depth + 1);
  const code = inner && ASKED.has(inner.code.type) ? composed('request', inner.code) : null;
  return inner && code && {
    code, trigger: need, clause: verb, agents: [agent], patients: inner.agents.filter((one) => coder.cast.at(one) < 0 || coder.cast.at(one) !== coder.cast.at(agent)), mutual: false, operators: [], consumed: [inner.trigger, ...inner.consumed], entry: REQUESTED, path: `say + need + ${inner.path}`,
  };
} // biome-ignore format: long conditions

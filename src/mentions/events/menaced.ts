// A verb of saying and the clause it leads in, the threat that the two make out: "said attacks would not be tolerated", "said the rebels would face consequences", "said all options were on the table".
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { ownerOf } from './receivers.ts';
import { NEGATIONS } from './undone.ts';

const WILL: ReadonlySet<string> = new Set(['will', 'would', 'wo', 'shall', "'ll", '’ll', "'d", '’d']);
/** What is said of it that it shall not be: "will not be tolerated". */
const SUFFERED: ReadonlySet<string> = new Set(['tolerate', 'forgive', 'condone', 'countenance']);
/** What those undergo who did wrong: "will be punished". */
const PUNISHED: ReadonlySet<string> = new Set(['punish', 'crush', 'hunt', 'destroy', 'annihilate', 'eliminate', 'neutralise', 'neutralize', 'liquidate']); // biome-ignore format: one table
const CONSEQUENCES: ReadonlySet<string> = new Set(['consequence', 'repercussion', 'retaliation', 'reprisal', 'retribution', 'wrath', 'punishment', 'countermeasure']); // biome-ignore format: one table
/** What an attack "will be met with". */
const ANSWERS: ReadonlySet<string> = new Set([...CONSEQUENCES, 'response', 'force', 'fire', 'resistance', 'violence', 'counterattack', 'answer', 'fury', 'strength']); // biome-ignore format: one table
/** "Will not stand by". */
const WATCHING: ReadonlySet<string> = new Set(['stand', 'sit']);
const IDLY: ReadonlySet<string> = new Set(['by', 'idly', 'idle', 'back', 'silent']);
const RUNNING_OUT: ReadonlySet<string> = new Set(['run', 'wear', 'end', 'exhaust', 'expire']);
const PAST: ReadonlySet<string> = new Set(['have']);
const MENACE = plainEntry('THREATEN', null, '130');
const VIOLENT = plainEntry('THREATEN', 'violence', '138');
const FORCES = kindBit('forces');
const MAY: ReadonlySet<string> = new Set(['can', 'could', 'should', 'must']);
const BLOW = kindBit('blow');
const MEDIA = kindBit('media');
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | FORCES;

/** Null where nobody of power says it, or nothing in it threatens. */
export function menacedIn(coder: Coder, verb: number, clause: number): Coded | null {
  const { match, cast } = coder;
  const { view, roles, kinds } = match;
  const { clauses } = roles;
  const { agent } = roles.rolesOf(verb);
  if (agent < 0 || (!kinds.isPower(agent) && (kinds.of(agent) & FORCES) === 0) || (kinds.of(agent) & MEDIA) !== 0)
    return null;
  const subject = Math.max(clauses.passive[clause] ?? -1, clauses.subject[clause] ?? -1);
  const entry = threatOf(match, clause, subject);
  // "would never have forgiven it": what is past threatens nobody
  if (!entry || roles.isLedBy(clause, REL.aux, PAST)) return null;
  const suffers = (clauses.passive[clause] ?? -1) < 0 && (SUFFERED.has(match.lemma(clause)) || WATCHING.has(match.lemma(clause))); // biome-ignore format: one line
  const about = suffers || subject < 0 || view.upos[subject] === PRON ? (clauses.object[clause] ?? -1) : subject;
  const own = about < 0 || (kinds.of(about) & PARTY) !== 0 ? about : ownerOf(match, about);
  const whom = own >= 0 && view.upos[own] !== PRON && (kinds.of(own) & PARTY) !== 0 ? own : -1;
  // "the army said it would be crushed": nobody threatens themselves
  if (whom >= 0 && cast.at(whom) >= 0 && cast.at(whom) === cast.at(agent)) return null;
  const modal = modalOf(match, clause);
  return {
    code: entry, trigger: modal < 0 ? verb : modal, clause: verb, agents: [agent], patients: whom < 0 ? [] : [whom], mutual: false, operators: [], consumed: [clause], entry, path: `say + ${match.lemma(clause)}`,
  };
} // biome-ignore format: one record

const modalOf = ({ roles, view }: Matcher, clause: number): number => {
  const modal = roles.childBy(clause, REL.aux);
  return modal >= 0 && modal < clause && WILL.has(view.lower[modal] ?? '') ? modal : -1;
};

function threatOf(match: Matcher, clause: number, subject: number): typeof MENACE | null {
  const { view, roles } = match;
  const { clauses } = roles;
  const lemma = match.lemma(clause);
  const told = subject < 0 ? '' : match.lemma(subject);
  const pos = view.upos[clause];
  // "all options are on the table"
  if (lemma === 'table' && roles.caseOf(clause) === 'on') return told === 'option' ? VIOLENT : null;
  if (told === 'patience' && pos === VERB) return RUNNING_OUT.has(lemma) || (lemma === 'have' && match.lemma(Math.max(0, clauses.object[clause] ?? 0)) === 'limit') ? MENACE : null;
  // "can expect air strikes"
  if (lemma === 'expect' && pos === VERB && roles.isLedBy(clause, REL.aux, MAY)) {
    const what = clauses.object[clause] ?? -1;
    return what < 0 ? null : CONSEQUENCES.has(match.lemma(what)) ? MENACE : (match.kinds.of(what) & BLOW) !== 0 ? VIOLENT : null;
  }
  const will = roles.isLedBy(clause, REL.aux, WILL);
  // "would be an act of war"
  if (pos === NOUN) return will && (lemma === 'act' || lemma === 'declaration') && match.lemma(Math.max(0, roles.obliqueOf(clause, 'of'))) === 'war' ? VIOLENT : null;
  if (!will || pos !== VERB) return null;
  const not = roles.isLedBy(clause, REL.advmod, NEGATIONS);
  const undergoes = (clauses.passive[clause] ?? -1) >= 0;
  if (not) {
    if (SUFFERED.has(lemma)) return MENACE;
    // "will not go unpunished"
    if (lemma === 'go') return /^un(?:punished|answered|avenged)$/.test(view.lower[clause + 1] ?? '') ? MENACE : null;
    return WATCHING.has(lemma) && IDLY.has(view.lower[clause + 1] ?? '') ? MENACE : null;
  }
  if (undergoes) {
    if (PUNISHED.has(lemma)) return MENACE;
    if (lemma === 'meet') return ANSWERS.has(match.lemma(Math.max(0, roles.obliqueOf(clause, 'with')))) ? VIOLENT : null;
    return lemma === 'deal' && /^(?:harshly|severely|firmly|ruthlessly|mercilessly|decisively)$/.test(view.lower[clause + 2] ?? '') ? MENACE : null;
  }
  if (lemma === 'face') return CONSEQUENCES.has(match.lemma(Math.max(0, clauses.object[clause] ?? 0))) ? MENACE : null;
  if (lemma === 'pay') return /^(?:dearly|heavily)$/.test(view.lower[clause + 1] ?? '') || (view.lower[clause + 1] === 'for' && view.upos[subject] === PRON) ? MENACE : null;
  // "there will be consequences"
  return lemma === 'be' && CONSEQUENCES.has(told) ? MENACE : null;
} // biome-ignore format: long conditions

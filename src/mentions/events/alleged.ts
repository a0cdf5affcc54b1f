// A verb of charging and the clause it leads in, the accusation that the two make out: "alleged that the government had rigged the vote", "complained that Velmar's obstinacy was harming the talks".
import { PRON, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { kindBit } from './kinds.ts';
import { ALLEGED, BLAMED } from './plain-operator.ts';
import { ownerOf } from './receivers.ts';
import { NEGATIONS } from './undone.ts';

const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const PERSON = kindBit('person');
const INVOLVED = /^(?:involved|implicated|linked|tied|complicit)$/;
/** What they find is no charge of theirs. */
const COURT = /^(?:judge|court|coroner|tribunal|magistrate)$/;
const NATURE = kindBit('nature');

/** "Alleged that the government had rigged the vote", "complained that it had been shut out by the government". */
export function alleged({ match, cast }: Coder, verb: number, clause: number, lemma: string): Coded | null {
  const { agent } = match.roles.rolesOf(verb);
  const undergoing = match.roles.clauses.passive[clause] ?? -1;
  // "allege that the attacks were plotted by Holt"
  const doer = undergoing >= 0 ? match.roles.rolesOf(clause).agent : -1;
  const subject = doer >= 0 ? doer : undergoing >= 0 ? undergoing : (match.roles.clauses.subject[clause] ?? -1);
  // "alleged that the gallery was not cleared by Kenya"
  if (doer >= 0 && match.roles.isLedBy(clause, REL.advmod, NEGATIONS)) return null;
  if (agent < 0 || subject < 0 || (match.kinds.of(agent) & PARTY) === 0) return null;
  // "complained that Velmar's obstinacy was harming the talks": whose it is
  const whose =
    lemma === 'complain' && doer < 0 && !match.kinds.isPower(subject) && (match.kinds.of(subject) & NATURE) === 0
      ? ownerOf(match, subject)
      : -1;
  if (whose >= 0 && match.kinds.isPower(whose) && match.view.upos[whose] !== PRON && cast.at(agent) !== cast.at(whose))
    return {
      code: BLAMED, trigger: verb, clause: verb, agents: [agent], patients: [whose], mutual: false, operators: [], consumed: [], entry: BLAMED, path: `${lemma} + that`,
    }; // biome-ignore format: one record
  // "alleged that its candidate was poisoned": by whom nobody says
  const suffered =
    lemma === 'allege' &&
    undergoing >= 0 &&
    doer < 0 &&
    !COURT.test(match.lemma(agent)) &&
    !INVOLVED.test(match.view.lower[clause] ?? '');
  const accused =
    !suffered &&
    (match.kinds.of(subject) & (lemma === 'allege' ? PARTY | PERSON : PARTY)) !== 0 &&
    cast.at(agent) !== cast.at(subject) &&
    match.view.upos[subject] !== PRON &&
    (doer >= 0 || match.kinds.isPower(subject) || (lemma === 'allege' && undergoing < 0));
  // "the envoys complained that they had to wait": of whom nobody says
  if (!accused && ((lemma !== 'complain' && !suffered) || !match.kinds.isPower(agent))) return null;
  const entry = lemma === 'complain' ? BLAMED : ALLEGED;
  return {
    code: entry, trigger: verb, clause: verb, agents: [agent], patients: accused ? [subject] : [], mutual: false, operators: [], consumed: [], entry, path: `${lemma} + that`,
  }; // biome-ignore format: one record
}

// A verb of saying and the clause it leads in, the backing that the two make out: "said Dorvania had the right to defend itself".
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';

/** What one has a right to, as those say who back it. */
const DEFENDING: ReadonlySet<string> = new Set([
  'defend',
  'protect',
  'respond',
  'retaliate',
  'resist',
  'exist',
  'answer',
]);
const NOT: ReadonlySet<string> = new Set(['no', 'not', "n't", 'n’t', 'never', 'neither', 'if', 'whether']);
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const BACKED = plainEntry('SUPPORT', null, '052');

/** Null where the clause grants nobody such a right, or only to the one who says so. */
export function vouched({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const right = match.lemma(clause) === 'have' ? (roles.clauses.object[clause] ?? -1) : -1;
  if (right < clause || match.lemma(right) !== 'right') return null;
  if (roles.isLedBy(clause, REL.advmod, NOT) || roles.isLedBy(clause, REL.mark, NOT)) return null;
  if (roles.isLedBy(right, REL.det, NOT)) return null;
  const { agent } = roles.rolesOf(verb);
  const subject = roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || view.upos[subject] === PRON || cast.at(agent) === cast.at(subject)) return null;
  if ((kinds.of(agent) & PARTY) === 0 || !kinds.isPower(subject)) return null;
  // "countries have the right to defend themselves": all of them
  if (view.upos[subject] === NOUN && view.tag(subject) === 'NNS' && roles.childBy(subject, REL.det) < 0) return null;
  for (let at = right + 1; at < right + 4; at++)
    if (view.upos[at] === VERB && view.lower[at - 1] === 'to')
      return DEFENDING.has(match.lemma(at))
        ? {
            code: BACKED, trigger: right, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: [at], entry: BACKED, path: `${match.lemma(verb)} + right to`,
          } // biome-ignore format: one record
        : null;
  return null;
}

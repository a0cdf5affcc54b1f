// A noun for an accusation in, who is charged by the clause behind it out: "complaints that Velmar's exports are too cheap", "the allegation that rebels shelled the town".
import { PRON, REL, VERB } from '../actors/token-view.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const CHARGES: ReadonlySet<string> = new Set(['accusation', 'allegation', 'complaint', 'charge', 'claim']);
/** What is done with an accusation itself: "charges that the army denies". */
const HANDLED: ReadonlySet<string> = new Set([
  'deny', 'reject', 'dismiss', 'make', 'level', 'face', 'refute', 'dispute', 'call', 'describe', 'say', 'bring', 'file', 'lodge', 'raise', 'follow', 'lead',
]); // biome-ignore format: one table
const PARTY =
  kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces') | kindBit('body');

/** -1 where no clause says what is held against whom. */
export function chargedThat(noun: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  const next = view.lower[noun + 1];
  if ((next !== 'that' && next !== 'by') || !CHARGES.has(match.lemma(noun))) return -1;
  const relative = roles.childBy(noun, REL['acl:relcl']);
  const clause = relative < 0 ? roles.childBy(noun, REL.acl) : relative;
  if (clause < noun) return -1;
  let opened = next === 'that';
  for (let at = noun + 1; at < clause && !opened; at++) opened = view.head[at] === clause && view.lower[at] === 'that';
  if (!opened) return -1;
  if (view.upos[clause] === VERB && HANDLED.has(match.lemma(clause))) return -1;
  // "that it was bombed by the army"
  const passive = roles.clauses.passive[clause] ?? -1;
  const subject = passive >= 0 ? roles.agentOf(clause) : (roles.clauses.subject[clause] ?? -1);
  if (subject <= noun || view.upos[subject] === PRON) return -1;
  const owner = roles.childBy(subject, REL['nmod:poss']);
  if (owner > noun && view.upos[owner] !== PRON && (kinds.of(owner) & PARTY) !== 0) return owner;
  return (kinds.of(subject) & PARTY) !== 0 ? subject : -1;
}

// What a noun names in, whether it is a crime as such and no deed out: "charged with capital murder", "murder carries the penalty of".
import { ADJ, NOUN, REL } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

const CRIMES: ReadonlySet<string> = new Set([
  'murder', 'homicide', 'manslaughter', 'assault', 'battery', 'rape', 'kidnapping', 'abduction', 'terrorism', 'arson', 'piracy', 'genocide', 'torture',
]); // biome-ignore format: one table

/** What is brought against somebody who is said to have done it. */
const CASES: ReadonlySet<string> = new Set([
  'case', 'complaint', 'charge', 'suit', 'lawsuit', 'allegation', 'accusation', 'indictment', 'count', 'petition', 'warrant', 'report',
]); // biome-ignore format: one table

/** A name for a crime without an article, a number or whose it is, done by and to nobody; or one that a case against somebody is about. */
export function isCrime({ trigger, agents, patients, operators }: Coded, match: Matcher): boolean {
  const { view, roles } = match;
  if (view.upos[trigger] !== NOUN || view.tag(trigger).endsWith('S') || !CRIMES.has(match.lemma(trigger))) return false;
  if (operators.length > 0 || agents.length > 0) return false;
  // "registered a case of murder against five villagers": they are not its victims
  if (roles.caseOf(trigger) === 'of' && CASES.has(match.lemma(view.head[trigger] ?? -1)) && roles.obliqueOf(trigger, 'against') >= 0) return true;
  if (patients.length > 0) return false;
  const { first, next } = roles.children;
  for (let child = first[trigger] as number; child >= 0 && child < trigger; child = next[child] as number) {
    const link = view.relation[child];
    if (link === REL.case || (link === REL.amod && view.upos[child] === ADJ) || link === REL.punct || link === REL.cc) continue;
    return false;
  }
  return true;
} // biome-ignore format: long conditions

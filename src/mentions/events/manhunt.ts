// A promise to find whoever did wrong in, whether it is one: "vowed to track down the killers" promises nobody anything.
import type { Matcher } from './match.ts';

/** What one does with whoever did wrong. */
const TRACKING: ReadonlySet<string> = new Set([
  'track', 'hunt', 'find', 'catch', 'trace', 'identify', 'locate', 'bring', 'apprehend', 'unmask',
]); // biome-ignore format: one table
const CULPRITS: ReadonlySet<string> = new Set([
  'killer', 'attacker', 'murderer', 'kidnapper', 'abductor', 'gunman', 'perpetrator', 'culprit', 'assailant', 'bomber', 'terrorist', 'assassin', 'criminal', 'suspect', 'fugitive', 'shooter', 'mastermind', 'hijacker', 'plotter',
]); // biome-ignore format: one table
const THOSE = /^(?:those|anyone|whoever|people)$/;
const DID = /^(?:responsible|who|behind)$/;

/** "Promised to track down the killers", "to find those responsible": of the verb of promising. */
export function isManhunt(match: Matcher, verb: number): boolean {
  const { lower } = match.view;
  const { clauses } = match.roles;
  const clause = clauses.open[verb] ?? -1;
  if (clause < verb || !TRACKING.has(match.lemma(clause))) return false;
  const whom = clauses.object[clause] ?? -1;
  if (whom < clause) return false;
  return CULPRITS.has(match.lemma(whom)) || (THOSE.test(lower[whom] ?? '') && DID.test(lower[whom + 1] ?? ''));
}

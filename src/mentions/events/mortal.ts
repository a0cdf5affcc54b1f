// What is done to people alone, and an event in the making in, whether somebody does it to themselves out.
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** What is done to people alone, as verbs or nouns. */
export const MORTAL: ReadonlySet<string> = new Set([
  'kill', 'killing', 'murder', 'shoot', 'shooting', 'stab', 'stabbing', 'wound', 'injure', 'assassinate', 'assassination', 'execute', 'execution', 'behead', 'abduct', 'abduction', 'kidnap', 'kidnapping',
  'torture', 'rape', 'beat', 'beating', 'poison', 'poisoning', 'death', 'slay', 'lynch', 'hang',
]); // biome-ignore format: one table

/** "He killed himself", "how he would support himself": nobody else is hurt or helped; what bombers do to themselves is another entry. */
export const isOfSelf = ({ code, patients, trigger }: Coded, match: Matcher): boolean =>
  patients.length > 0 &&
  // "killing himself and nine others": those are hurt
  patients.every((token) => match.together(token).every((one) => /sel(?:f|ves)$/.test(match.view.lower[one] ?? ''))) &&
  (code.type === 'ASSAULT' ? MORTAL.has(match.verbLemma(trigger)) : code.type === 'SUPPORT' || code.type === 'AID');

// What is done to people alone, and an event in the making in, whether somebody does it to themselves out.

import { REL } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const BEING = kindBit('person') | kindBit('forces');
const FIRM = kindBit('body');
/** Bodies that people are. */
const BAND = /^(?:group|family|crew|team|gang|unit|police|party|delegation|couple|convoy|patrol|squad)$/;

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
  (code.type === 'ASSAULT'
    ? MORTAL.has(match.verbLemma(trigger))
    : code.type === 'SUPPORT' || code.type === 'AID' || code.type === 'COERCE' || code.type === 'CONCEDE');

/** "Four miners of a firm abducted in May": the miners, where the parser hung the participle from the firm; the token itself otherwise. */
export function whoseMembers(token: number, trigger: number, { view, kinds, roles }: Matcher): number {
  const { relation, head } = view;
  const hung = relation[trigger] === REL.acl && head[trigger] === token && view.tag(trigger) === 'VBN';
  if (!hung || relation[token] !== REL.nmod || (kinds.of(token) & FIRM) === 0 || BAND.test(view.lower[token] ?? ''))
    return token;
  const members = head[token] ?? -1;
  const led = roles.caseOf(token);
  if (led !== 'of' && led !== 'from' && led !== 'at') return token;
  return members >= 0 && (kinds.of(members) & BEING) !== 0 ? members : token;
}

// A noun for a telephone call in, the tokens of the two who spoke by the verb above it out: "told the king in a phone call that".
import { NOUN, PRON, VERB } from '../actors/token-view.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

/** What one says to somebody. */
const TELLING: ReadonlySet<string> = new Set(['tell', 'inform', 'assure', 'warn', 'urge', 'ask', 'brief', 'remind', 'thank', 'congratulate', 'reassure', 'press', 'implore', 'advise', 'notify']); // biome-ignore format: one table
const LED = /^(?:in|during|by|over|on)$/;
const SOMEBODY = kindMask('power') | kindMask('person') | kindMask('state');

/** Nobody where the call says with whom it was, or the verb tells nobody anything. */
export function toldByPhone(call: number, match: Matcher): number[] {
  const { view, roles, kinds } = match;
  if (!LED.test(roles.caseOf(call))) return [];
  let verb = view.head[call] ?? -1;
  // "told the king | in a call": hung from whom it was said to
  if (view.upos[verb] === NOUN) verb = view.head[verb] ?? -1;
  if (verb < 0 || verb > call || view.upos[verb] !== VERB || !TELLING.has(match.lemma(verb))) return [];
  const { agent, passive } = roles.rolesOf(verb);
  const whom = Math.max(roles.clauses.object[verb] ?? -1, roles.clauses.indirect[verb] ?? -1);
  if (passive || agent < 0 || whom <= verb || whom >= call) return [];
  const isBody = (one: number) => view.upos[one] !== PRON && (kinds.of(one) & SOMEBODY) !== 0;
  return isBody(whom) && (view.upos[agent] === PRON || isBody(agent)) ? [agent, whom] : [];
}

// A verb that nobody is said to do and that takes in a noun of somebody's deed in, the event with that noun's parties out, or nothing.
import { NOUN, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';

/** What is done in words by those whose word the noun is: "the visit was announced", "the demand was made". */
const OWN_WORD: ReadonlySet<string> = new Set(['AGREE', 'REQUEST', 'THREATEN', 'REJECT']);

/**
 * "The rebels' demand was made on Monday": theirs, though the verb has no agent. "The rebels' demand was rejected": by
 * whom nobody says, so that the demand alone is told and this gives null. Any other event as it is.
 */
export function withDoer(one: Coded, coder: Coder): Coded | null {
  const { view } = coder.match;
  if (one.agents.length > 0 || view.upos[one.clause] !== VERB || view.upos[one.trigger] !== VERB) return one;
  for (const token of one.consumed) {
    if (token === one.trigger || view.upos[token] !== NOUN) continue;
    const inner = coder.code(token);
    if (!inner || inner.agents.length === 0) continue;
    const { type } = one.code;
    if (type === 'REJECT' && one.patients.length > 0 && one.operators.length > 0) return null;
    // "his sentence was commuted": not by him
    const own = OWN_WORD.has(type) && (type === inner.code.type || type === 'AGREE');
    if (one.operators.length > 0 || !own) return one;
    return {
      ...one,
      agents: inner.agents,
      patients:
        one.patients.length > 0 ? one.patients : inner.patients.filter((other) => !inner.agents.includes(other)),
    };
  }
  return one;
}

// A verb that nobody is said to do and that takes in a noun of somebody's deed in, the event with that noun's parties out, or nothing.
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';

/** What is done in words by those whose word the noun is: "the visit was announced", "the demand was made". */
const OWN_WORD: ReadonlySet<string> = new Set(['AGREE', 'REQUEST', 'THREATEN', 'REJECT']);

/**
 * "The rebels' demand was made on Monday": theirs, though the verb has no agent. "The rebels' demand was rejected": by
 * whom nobody says, so that the demand alone is told and this gives null. Any other event as it is.
 */
export function withDoer(one: Coded, coder: Coder): Coded | null {
  const { view } = coder.match;
  const blamed = blamedFor(one, coder);
  if (blamed) return blamed;
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

/** What is done to somebody for a deed of theirs. */
const ANSWERING: ReadonlySet<string> = new Set(['SANCTION', 'COERCE', 'ACCUSE']);
const FOR: ReadonlySet<string> = new Set(['over', 'for', 'after', 'following', 'to']);
const ANSWERS = /^(?:response|reaction|retaliation|answer|reply)$/;

/** "Announced sanctions against Velmar in response to its attack": Velmar's attack, and not theirs who announced them; null for any other. */
function blamedFor(one: Coded, coder: Coder): Coded | null {
  const { view, roles } = coder.match;
  const { trigger, agents } = one;
  if (one.code.type !== 'ASSAULT' || view.upos[trigger] !== NOUN || agents.length !== 1) return null;
  const whose = agents[0] as number;
  if (view.relation[whose] !== REL['nmod:poss'] || view.head[whose] !== trigger || !/^(?:its|their)$/.test(view.lower[whose] ?? '')) return null;
  if (!FOR.has(roles.caseOf(trigger))) return null;
  let verb = view.head[trigger] ?? -1;
  if (verb >= 0 && ANSWERS.test(view.lower[verb] ?? '')) verb = view.head[verb] ?? -1;
  if (verb < 0 || verb > trigger || view.upos[verb] !== VERB) return null;
  const answer = coder.code(verb);
  if (!answer || !ANSWERING.has(answer.code.type) || answer.agents.length === 0 || answer.patients.length === 0) return null;
  const to = answer.patients.filter((token) => token < trigger && (view.upos[token] === PROPN || view.upos[token] === NOUN));
  return to.length > 0 ? { ...one, agents: to } : null;
} // biome-ignore format: long conditions

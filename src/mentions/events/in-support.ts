// A noun that "in" leads ("in support of the army") in, whoever does what is done in it out: by the verb that it hangs from, or the deed that a noun tells of.
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';

/** "Flew raids in support of the army", "raids in support of the army": whose raids they are. None for a march, which is told as such. */
export function standingBy(coder: Coder, noun: number): readonly number[] {
  const { view, roles } = coder.match;
  const up = view.head[noun] ?? -1;
  const link = view.relation[noun];
  if (view.lower[noun - 1] !== 'in' || up < 0 || (link !== REL.obl && link !== REL.nmod)) return [];
  const deed = coder.code(up, 1);
  if (deed?.code.type === 'PROTEST') return [];
  // "carried out raids in support of the army"
  const verb = view.upos[up] === NOUN && view.relation[up] === REL.obj ? (view.head[up] ?? -1) : up;
  if (view.upos[up] === NOUN && (link !== REL.nmod || !deed)) return [];
  if (verb !== up && deed && deed.agents.length > 0) return deed.agents;
  if (view.upos[verb] !== VERB) return deed?.agents ?? [];
  const { agent, patient } = roles.rolesOf(verb);
  // "troops were deployed in support of the army"
  const who = agent < 0 && deed?.code.type === 'MOBILIZE' ? patient : agent;
  return who >= 0 && who !== noun ? [who] : [];
}

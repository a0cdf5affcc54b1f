// A report's events in, the same out, those as history that befell or were done by somebody who was long dead.
import type { Actor } from '../actors/actor.ts';
import type { Mention } from '../mention.ts';
import type { FoundTimes } from '../times/time.ts';
import type { EventValue } from './event.ts';
import { DEADLY } from './same-event.ts';

/**
 * "Orlov was killed in 1998. Dolan shot him just after midnight": a deed without a day of its own goes with the death
 * that an old day dates; what day its hour seems to be of falls away. `lemma` gives the word of a token.
 */
export function agePastOfTheDead(
  mentions: readonly Mention<EventValue>[],
  actors: readonly Actor[],
  times: FoundTimes,
  lemma: (token: number) => string,
): readonly Mention<EventValue>[] {
  const dead = new Set<number>();
  for (const { head, value } of mentions)
    if (value.status === 'historical' && value.time !== null && value.type === 'ASSAULT' && DEADLY.has(lemma(head)))
      for (const one of value.recipients) if (actors[one]?.kind === 'person') dead.add(one);
  if (dead.size === 0) return mentions;
  return mentions.map((mention) => {
    const { value } = mention;
    if (value.status !== 'asserted' || times.mentions[value.time ?? -1]?.basis === 'stated') return mention;
    if (![...value.actors, ...value.recipients].some((one) => dead.has(one))) return mention;
    return { ...mention, value: { ...value, status: 'historical', time: null } };
  });
}

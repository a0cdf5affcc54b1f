// What a word names, its status and its parties in, the code that they settle together out: promises, threats, exercises of several states.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import { announced, foretold } from './composed.ts';
import type { Code, Status } from './event.ts';
import type { Matcher } from './match.ts';

/** Nouns of what several states do together and one does alone. */
const EXERCISES: ReadonlySet<string> = new Set([
  'exercise', 'drill', 'game', 'manoeuvre', 'maneuver', 'wargame', 'patrol',
]); // biome-ignore format: one table

export interface Settling {
  readonly match: Matcher;
  readonly cast: Cast;
  /** Actors that a token stands for. */
  readonly of: (tokens: readonly number[]) => readonly number[];
}

/** The code of an event with these parties and this status. */
export function settledCode(
  one: Coded,
  status: Status,
  actors: readonly number[],
  recipients: readonly number[],
  { match, cast, of }: Settling,
): Code {
  if (status === 'future') {
    const verbal = match.view.upos[one.trigger] === VERB || one.operators.length > 0;
    return verbal && actors.length > 0 && isOwnWord(one, actors, match, cast, of)
      ? foretold(announced(one.code))
      : announced(one.code);
  }
  // "war games staged by US and Jordanian troops": forces of one state show strength, those of several cooperate
  if (
    one.code.type === 'MOBILIZE' &&
    match.view.upos[one.trigger] === NOUN &&
    EXERCISES.has(match.lemma(one.trigger))
  ) {
    const countries = new Set<string>();
    for (const actor of [...actors, ...recipients]) {
      const country = cast.actors[actor]?.country;
      if (country) countries.add(country);
    }
    if (countries.size > 1) return { type: 'COOPERATE', mode: null, cameo: '062' };
  }
  return one.code;
}

/** Whether nobody else foretells it: "Dorvania will strike", "Dorvania says it will", not "an official warned that rebels will". */
function isOwnWord(
  { clause }: Coded,
  actors: readonly number[],
  { view, roles }: Matcher,
  { actors: known }: Cast,
  of: (tokens: readonly number[]) => readonly number[],
): boolean {
  if (view.relation[clause] !== REL.ccomp) return true;
  const speaker = roles.clauses.subject[view.head[clause] ?? -1] ?? -1;
  if (speaker < 0) return true;
  const speakers = of([speaker]);
  return speakers.some(
    (one) =>
      actors.includes(one) ||
      actors.some((actor) => known[actor]?.country != null && known[actor]?.country === known[one]?.country),
  );
}

// An event in the making and those who act in it in, the states whose governments they are out, where nothing is done to these by name.
import type { Coded, Coder } from './coder.ts';

/** "Iran's minister threatened that any strike on Iran would be answered": Iran; none where a state is the verb's own object. */
export function ownStates({ patients, trigger }: Coded, actors: readonly number[], { cast, match }: Coder): number[] {
  if (patients.some((token) => match.view.head[token] === trigger)) return [];
  const ruling = actors.filter((actor) => cast.sectorOf(actor) === 'GOV');
  return ruling.map((actor) => cast.stateOf(cast.countryOf(actor) ?? ''));
}

// An event in the making in, those whom its words lead to and who are none of its recipients out: one's own state, whoever a backed deed would hurt.
import { NOUN } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import type { Matcher } from './match.ts';

/** "Iran's minister threatened that any strike on Iran would be answered": Iran; none where a state is the verb's own object. */
export function ownStates({ patients, trigger }: Coded, actors: readonly number[], { cast, match }: Coder): number[] {
  if (patients.some((token) => match.view.head[token] === trigger)) return [];
  const ruling = actors.filter((actor) => cast.sectorOf(actor) === 'GOV');
  return ruling.map((actor) => cast.stateOf(cast.countryOf(actor) ?? ''));
}

/** What is done against whoever "of" leads to. */
const UNDOING: ReadonlySet<string> = new Set([
  'removal', 'withdrawal', 'expulsion', 'arrest', 'ouster', 'overthrow', 'impeachment', 'dismissal', 'prosecution', 'killing', 'detention', 'deportation', 'boycott', 'resignation', 'isolation', 'ban', 'defeat', 'destruction', 'bombing', 'invasion',
]); // biome-ignore format: one table

/** "Supported the removal of US troops": no support of the troops. */
export const isUndoing = (token: number, match: Matcher): boolean =>
  match.view.upos[token] === NOUN && UNDOING.has(match.lemma(token));

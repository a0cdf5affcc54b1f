// The token of an argument in, those of a land who are counted out: "two Moroccans" are no state.
import { NUM, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Matcher } from './match.ts';

const QUANTITIES: ReadonlySet<string> = new Set(['thousands', 'hundreds', 'dozens', 'tens', 'scores', 'millions']);

/** "Two Moroccans", "six Iraqis": so many people of the land that their name tells; -1 where they are not counted. */
export function nationalsAt(token: number, actor: number, match: Matcher, cast: CastGrowth): number {
  const { view, roles } = match;
  if (cast.kindOf(actor) !== 'state' || !view.tag(token).endsWith('S')) return -1;
  // "tens of thousands of Cubans"
  const some = view.lower[token - 1] === 'of' && QUANTITIES.has(view.lower[token - 2] ?? '');
  if (some) return cast.phrase(token, token, token + 1, 'group', 'CVL', cast.countryOf(actor));
  const number = roles.childBy(token, REL.nummod);
  if (number < 0 || number > token || view.upos[number] !== NUM) return -1;
  // "the two Koreas": states that are counted
  if (/(?:as|states|nations|kingdoms|emirates|republics)$/.test(view.lower[token] ?? '')) return -1;
  return cast.phrase(number, token, token + 1, 'group', 'CVL', cast.countryOf(actor));
}

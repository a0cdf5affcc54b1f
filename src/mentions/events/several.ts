// "The three countries", "all four leaders" in, those whom a sentence before lists out: exactly so many, and no other so many.
import { ADJ, NOUN, PROPN, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { DEFINITE, LANDS, landOf, official, PEOPLE } from './pair.ts';

const COUNTS: ReadonlyMap<string, number> = new Map([
  ['three', 3],
  ['3', 3],
  ['four', 4],
  ['4', 4],
  ['five', 5],
  ['5', 5],
  ['six', 6],
  ['6', 6],
]);
/** What may stand between two of a list of lands. */
const BETWEEN: ReadonlySet<string> = new Set([',', 'and', 'the', '&', 'as', 'well', 'of']);

/** Empty where the noun counts no three to six, where nobody lists so many before it, or where two lists of so many differ. */
export function severalOf(noun: number, view: TokenView, cast: CastGrowth): readonly number[] {
  const { lower, upos } = view;
  const word = lower[noun] ?? '';
  const isPeople = PEOPLE.has(word);
  if (!isPeople && !LANDS.has(word)) return [];
  let at = noun - 1;
  // "the three Baltic states", "all three foreign ministers"
  if (upos[at] === ADJ || lower[at] === 'prime') at--;
  const count = COUNTS.get(lower[at] ?? '');
  if (count === undefined || !(lower[at - 1] === 'all' || DEFINITE.has(lower[at - 1] ?? ''))) return [];
  const [first, ...others] = listsBefore(at, isPeople, view, cast).filter(({ length }) => length === count);
  return first && others.every((list) => first.every((one) => list.includes(one))) ? first : [];
}

/** Lands that "and" joins, or all the officials whom a sentence with "and" names, before a token. */
function listsBefore(
  end: number,
  isPeople: boolean,
  view: TokenView,
  cast: CastGrowth,
): readonly (readonly number[])[] {
  const { lower, upos, sentence } = view;
  const lists: number[][] = [];
  let list: number[] = [];
  let last = -1;
  let isJoined = false;
  for (let token = 0; token < end; token++) {
    const pos = upos[token];
    if (pos !== PROPN && pos !== ADJ && pos !== NOUN) continue;
    const actor = isPeople ? official(token, view, cast) : landOf(token, view, cast);
    if (actor < 0) continue;
    if (last < 0 || sentence[token] !== sentence[last] || !(isPeople || isList(last, token, view))) {
      if (isJoined) lists.push(list);
      list = [];
      isJoined = false;
    }
    for (let at = last + 1; at < token && list.length > 0; at++) isJoined ||= lower[at] === 'and';
    if (!list.includes(actor)) list.push(actor);
    last = token;
  }
  if (isJoined) lists.push(list);
  return lists;
}

/** Whether only words of a list stand between two tokens. */
function isList(from: number, to: number, { lower }: TokenView): boolean {
  for (let at = from + 1; at < to; at++) if (!BETWEEN.has(lower[at] ?? '')) return false;
  return true;
}

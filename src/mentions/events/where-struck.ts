// A name before a noun for a blow in, whether it says where the blow fell: "the Kabul attack", "a Yemen bomb kills nine".
import { namedAt } from '../actors/lexicon.ts';
import { ADP, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { Entry } from './entries.ts';

const REGIONS: ReadonlySet<string> = new Set([
  'northern', 'southern', 'eastern', 'western', 'central', 'northeast', 'northwest', 'southeast', 'southwest', 'northeastern', 'northwestern', 'southeastern', 'southwestern', 'north', 'south', 'east', 'west', 'rural', 'downtown',
]); // biome-ignore format: one table
/** Told by where they were, as nobody owns them. */
const BLASTS: ReadonlySet<string> = new Set([
  'bombing', 'blast', 'explosion', 'shooting', 'massacre', 'stabbing', 'killing', 'murder', 'siege', 'violence', 'unrest', 'bomb', 'landmine', 'mine', 'grenade', 'ambush', 'riot',
]); // biome-ignore format: one table
/** A land's that did it, where another place behind says whom or where it struck; else where they were. */
const ATTACKS: ReadonlySet<string> = new Set([
  'attack',
  'assault',
  'clash',
  'fighting',
  'battle',
  'gunfight',
  'shootout',
]);
const PLACING: ReadonlySet<string> = new Set(['on', 'in', 'at', 'against', 'near', 'with', 'outside', 'across']);

/** "The Minsk agreements", "the Geneva talks": where they were held. */
export const isCapital = (token: number, view: TokenView): boolean => namedAt(view, token)?.entry.use === 'capital';

/** "The Kabul attack", "the Velmar bombing": a capital before an attack is where it was. `noun` is the lemma of what stands at `head`. */
export function isWhere(token: number, { type }: Entry, view: TokenView, head: number, noun: string): boolean {
  // "the Mali coup": where it was
  if (noun === 'coup' && isLand(token, view)) return true;
  if (type !== 'ASSAULT' || view.upos[token] !== PROPN) return false;
  if (isCapital(token, view)) return true;
  // "a northern Mali attack": Mali did nothing
  if (REGIONS.has(view.lower[token - 1] ?? '') && (namedAt(view, token - 1)?.to ?? 0) <= token) return true;
  // "the Kenya embassy bombing", "Mali attack kills nine", against "Russia attack kills nine in Kyiv"
  return isLand(token, view) && (BLASTS.has(noun) || (ATTACKS.has(noun) && !isPlaced(head, view)));
}

/** What nobody strikes with: the land before it is the one struck. */
const STRUCK_SITES: ReadonlySet<string> = new Set([
  'embassy', 'consulate', 'legation', 'subway', 'metro', 'marathon', 'nightclub', 'synagogue', 'parliament',
]); // biome-ignore format: one table

/** "The U.S. embassy bombings", "the Dorvanian consulate attack": whose embassy was struck. */
export const isOfStruckSite = (token: number, noun: number, { type }: Entry, { lower }: TokenView): boolean =>
  type === 'ASSAULT' && token < noun - 1 && STRUCK_SITES.has(lower[noun - 1] ?? '');

/** "A Baghdad bomb", "Yemen, a bomb": what goes off in a place is not that land's. */
export const isWhereBomb = (token: number, view: TokenView, noun: string): boolean =>
  view.upos[token] === PROPN &&
  view.relation[token] === REL.compound &&
  BLASTS.has(noun) &&
  (isCapital(token, view) || isLand(token, view));

/** A land by its full name: "U.S. bombs" are theirs, as there is no other word for it. */
function isLand(token: number, view: TokenView): boolean {
  const named = namedAt(view, token)?.entry;
  const word = view.lower[token] ?? '';
  return named?.kind === 'state' && word.length > 3 && !word.includes('.');
}

/** Whether a name behind says whom or where it struck. */
function isPlaced(noun: number, view: TokenView): boolean {
  for (let at = noun + 1; at + 1 < view.length && view.sentence[at + 1] === view.sentence[noun]; at++)
    if (view.upos[at] === ADP && PLACING.has(view.lower[at] ?? '') && view.upos[at + 1] === PROPN) return true;
  return false;
}

// A cast and its places out of one report in, the cast with the countries that only the places tell out.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Actor, Found as Cast } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { MANY, OF_A_STATE, ofOthers } from '../actors/settle-country.ts';
import { type TokenView, viewTokens } from '../actors/token-view.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import type { FoundPlaces } from './place.ts';

/** Bodies of no country, in the place of one. */
const NO_COUNTRY = ['IGO', 'NGO', 'NSA', 'UNO', 'MNC', 'IMG', 'ISM'];
/** Weapons, and those at the head of a party, are no organ of a state. */
const NO_ORGAN = /\b(?:artillery|missiles?|rockets?|party|campaign)\b/i;
/** Places that a report names in one land before all that it tells of lies there; and before a land's name is that of a province. */
const ENOUGH = 2;
const ENOUGH_FOR_NAMESAKE = 3;

/**
 * Where all places of a report lie in one land, the police, courts and officials that no words give a country are its
 * own; and a land of which nothing but a name is told that a place there has too ("Lebanon, Ind.", "a Georgia jail") is that place.
 */
export function settleCast(parsed: Parsed, cast: Cast, found: FoundPlaces): Cast {
  const land = onlyLand(found);
  if (land === null) return cast;
  const view = viewTokens(parsed);
  const gazetteer = loadGazetteer();
  const namesakes = new Map<string, string>();
  const known = new Set<string | null>([null, land.country, ...NO_COUNTRY]);
  let abroad = false;
  for (const { country } of cast.actors) {
    if (country === null || known.has(country)) continue;
    known.add(country);
    const words = namesake(view, cast, gazetteer, country, land, found);
    if (words !== null) namesakes.set(country, words);
    else abroad = true;
  }
  if (abroad && namesakes.size === 0) return cast;
  const elsewhere = abroad ? null : foreigners(view, cast);
  let changed = false;
  const actors = cast.actors.map((actor, index): Actor => {
    const { country, sector, name } = actor;
    const moves =
      country === null
        ? elsewhere !== null &&
          OF_A_STATE.has(sector ?? '') &&
          !MANY.test(name) &&
          !NO_ORGAN.test(name) &&
          !elsewhere.has(index)
        : namesakes.has(country);
    if (!moves) return actor;
    changed = true;
    // a town or province is not the state that has its name or capital
    if (actor.kind === 'state')
      return { ...actor, name: namesakes.get(country ?? '') ?? name, kind: 'organisation', country: land.country };
    return { ...actor, country: land.country };
  });
  return changed ? { ...cast, actors } : cast;
}

interface Land {
  readonly country: string;
  /** Places below the whole land. */
  readonly places: number;
}

/** The land that all places lie in, where there are enough of them. */
function onlyLand({ places }: FoundPlaces): Land | null {
  let country: string | null = null;
  const names = new Set<string>();
  for (const place of places) {
    if (place.country === null) continue;
    if (country !== null && country !== place.country) return null;
    country = place.country;
    if (place.precision !== 'country' && place.latitude !== null) names.add(place.name);
  }
  return country !== null && names.size >= ENOUGH ? { country, places: names.size } : null;
}

/** The name that a report says of a land and that one of its places in another land has, where it says no more of it; null otherwise. */
function namesake(
  view: TokenView,
  cast: Cast,
  g: Gazetteer,
  country: string,
  land: Land,
  { places }: FoundPlaces,
): string | null {
  let met: string | null = null;
  let acts = false;
  let placed = false;
  let province = false;
  for (let i = 0; i < view.length; i++) {
    const named = namedAt(view, i);
    if (named?.entry.country !== country) continue;
    const { use, words } = named.entry;
    if (use !== 'name' && use !== 'capital') return null;
    const here = g.findName(words).filter((entry) => entry < ALTERNATE && g.country(entry) === land.country);
    if (here.length === 0) return null;
    met ??= words;
    province ||= use === 'name' && here.some((entry) => g.kind(entry) === 'province');
    acts ||= cast.mentions[cast.mentionAt[i] as number]?.head === named.to - 1;
    placed ||= places.some(({ name, country: of }) => name === words && of === land.country);
  }
  return placed || (province && !acts && land.places >= ENOUGH_FOR_NAMESAKE) ? met : null;
}

/** Actors that a people or land which no list has is told of: "a Kestrian official". */
function foreigners(view: TokenView, cast: Cast): ReadonlySet<number> {
  const found = new Set<number>();
  for (let from = 0; from < view.length; from++) {
    const at = cast.mentionAt[from] as number;
    if (at < 0 || cast.mentionAt[from - 1] === at) continue;
    const actor = cast.mentions[at]?.value.actor as number;
    if (cast.actors[actor]?.country !== null) continue;
    let to = from + 1;
    while (cast.mentionAt[to] === at) to++;
    if (ofOthers(view, from, to)) found.add(actor);
  }
  return found;
}

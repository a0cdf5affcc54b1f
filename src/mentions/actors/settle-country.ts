// A report's actors in, those of a state whom no words say the country of with that country out: the only one, the one where the report is written and that it names most, or whose government it names.
import type { Entity } from './cast.ts';
import { type Reader, raw } from './chunk.ts';
import { actorLexicon, titleAt } from './lexicon.ts';
import { RULERS, ruledCountry } from './ruled-country.ts';
import { ADJ, PROPN, type TokenView } from './token-view.ts';

export const OF_A_STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'OPP']);
/** Parts of states that have a name of their own: no government of theirs is the state's. */
const PARTS = /^(?:England|Scotland|Wales|Northern Ireland|Hong Kong)$/;
/** Of no land alone. */
export const MANY = /\b(?:coalition|alliance|allied|allies|international|multinational)\b/i;
/** What each land has one of. */
const ONE_EACH =
  /^(?:government|regime|authorities|army|navy|air force|military|security forces|parliament|cabinet|(?:foreign|interior|defen[cs]e|health|justice) ministry|supreme court)$/i;

/** Chambers that are the United States' where nothing else is said, and other lands that have one of that name. */
const CHAMBERS: ReadonlyMap<string, RegExp> = new Map([
  ['Senate', /^(?:PHL|PAK|FRA|ITA|CAN|AUS|NGA|MEX|BRA|ARG|CHL|COL|KEN|CZE|POL|ROU|ESP|IRL|BEL|NLD|THA|KAZ|ZWE|HTI|PRY|URY|BOL|KHM|UZB|JAM|RWA|LBR|SOM|JOR)$/],
  ['Congress', /^(?:PHL|MEX|BRA|ARG|CHL|PER|COL|ESP|HND|GTM|PRY|ECU|DOM)$/],
  ['House of Representatives', /^(?:PHL|AUS|JPN|NGA|NZL|IDN|LBY|MYS|EGY|CYP|NPL|BEL|NLD|JAM|LBR|COL|THA)$/],
]); // biome-ignore format: one table

/** A report that names one country only: its officials, forces and courts are of that country where nothing else says so. */
export function settleCountry(reader: Reader): void {
  const { view, cast, countries, mentions } = reader;
  const named = countries.size === 1 ? ([...countries.keys()][0] ?? null) : null;
  const only = named === null ? null : ownOfRebels(cast.entities, named);
  const stated = only ?? homeOf(reader);
  // "the Syrian government … the government": of several lands the one whose government is named
  const home = stated ?? ruledCountry(view, countries);
  if (!home) return;
  // "The Senate", of a land that has one, in a report that names no other: that land's
  if (home !== 'USA' && !countries.has('USA'))
    for (const entity of cast.entities)
      if (entity.country === 'USA' && CHAMBERS.get(entity.name)?.test(home)) entity.country = home;
  const elsewhere = new Set<Entity>();
  for (const mention of mentions) if (ofOthers(view, mention.from, mention.to)) elsewhere.add(mention.entity);
  const state = cast.entities.find(
    (entity) => entity.kind === 'state' && entity.country === home && !PARTS.test(entity.name),
  );
  for (const entity of cast.entities) {
    if (
      entity.country !== null ||
      MANY.test(entity.name) ||
      !OF_A_STATE.has(entity.sector ?? '') ||
      elsewhere.has(entity)
    )
      continue;
    // of several countries only what every land has one of is that of the one at home
    if (!only && !(stated ? ONE_EACH : RULERS).test(entity.name)) continue;
    entity.country = home;
    if (!state || !RULERS.test(entity.name)) continue;
    mentions.forEach((mention, index) => {
      if (mention.entity === entity) mentions[index] = { ...mention, entity: state };
    });
  }
}

/** "The government and the M23 rebels signed a truce in Doha": rebels face their own land's government, not that of the town. */
function ownOfRebels(entities: readonly Entity[], named: string): string | null {
  let land: string | null = null;
  for (const { sector, country } of entities) {
    if (sector !== 'REB' || country === null || country === 'NSA' || country === land) continue;
    if (country === named || land !== null) return country === named ? named : null;
    land = country;
  }
  return land ?? named;
}

/** The country of the dateline's town, where none is named more often; null otherwise. */
function homeOf({ view, countries }: Reader): string | null {
  const place = view.parsed.text.report.dateline?.place;
  if (!place || countries.size === 0) return null;
  const printed = view.text.slice(place.start, place.end).split(',')[0] ?? '';
  // "HAVANA", "NEW DELHI": the lists have small letters
  const words = printed
    .trim()
    .toLowerCase()
    .replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
  const list = actorLexicon().named.get(words.split(/[ -]/)[0] ?? '');
  const country = list?.find((entry) => entry.words === words && entry.kind === 'state')?.country ?? null;
  return country && Math.max(...countries.values()) <= (countries.get(country) ?? 0) ? country : null;
}

/** Those that lands have, where mayors are of towns and chiefs of services. */
const OF_LANDS =
  /^(?:minister|president|premier|king|queen|leader|official|government|parliament|army|force|soldier|troop)s?$/;

/** "A Kestrian official", "the ministers of Kestria": of a people or land that no list has. */
export function ofOthers(view: TokenView, from: number, to: number): boolean {
  const capital = (i: number) => /^\p{Lu}\p{Ll}/u.test(raw(view, i, i + 1));
  for (let i = from; i < to - 1; i++)
    if (view.upos[i] === ADJ && capital(i) && view.sentence[i - 1] === view.sentence[i] && !titleAt(view, i))
      return true;
  if (view.lower[to] !== 'of' || !OF_LANDS.test(view.lower[to - 1] ?? '')) return false;
  const named = view.lower[to + 1] === 'the' ? to + 2 : to + 1;
  return named < view.length && view.upos[named] === PROPN && capital(named);
}

// The token of a party in, the words that name those it stands for out: a list, the one of several that is named, two behind a title.
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, ADP, NOUN, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { isDoubleTitle } from './pair.ts';
import { COUNTED, isDay } from './role-words.ts';

const PERSON = kindBit('person');
const PEOPLE = PERSON | kindBit('forces');
const BANDS: ReadonlySet<string> = new Set(['group', 'groups', 'gang', 'gangs', 'band', 'bands', 'mob', 'crowd']);
/** What people are besides "former". */
const STANDING = /^(?:serving|current|active|sitting|retired)$/;
const KNOWN = kindBit('actor') | kindBit('state') | kindBit('name');

/** "One of these groups, the Free Army": the one that is named, which parsers take for another one; else all that are coordinated. */
export function namedParts(token: number, match: Matcher): readonly number[] {
  const { view } = match;
  const { lower, upos, relation } = view;
  // "many of the marchers": those of whom they are many
  const many = upos[token] === ADJ && COUNTED.has(lower[token] ?? '') ? match.roles.obliqueOf(token, 'of') : -1;
  if (many >= 0) return match.together(many);
  const parts = match.together(token);
  // "serving and former soldiers": one sort of people and another, and not those who are "serving"
  if (parts.length > 1 && STANDING.test(lower[token] ?? '') && lower[token + 1] === 'and') return parts.slice(1);
  // "the group of rebels who had crossed the river": the rebels
  const grouped = upos[token] === NOUN && BANDS.has(lower[token] ?? '') ? match.roles.obliqueOf(token, 'of') : -1;
  if (grouped > token && view.tag(grouped) === 'NNS' && (match.kinds.of(grouped) & PEOPLE) !== 0)
    return match.together(grouped);
  // "the regime and its backers, notably Velmar"
  const told = parts.map((part) => toldAs(part, match));
  if (told.some((name) => name >= 0))
    return parts.flatMap((part, i) => {
      const name = told[i] as number;
      return name < 0 ? (told.includes(part) ? [] : [part]) : match.together(name);
    });
  // "Presidents Anna Holt and Ivan Kern": both, though the parser hung the names from the title
  if (parts.length === 1 && (upos[token] === NOUN || TITLES.has(lower[token] ?? '')) && view.tag(token).endsWith('S')) {
    const name = token + 1;
    // "rebels Friday killed nine": when, and no name
    let first = upos[name] === PROPN && !isDay(name, view) ? name : -1;
    for (let steps = 0; steps < 3 && first >= 0 && view.head[first] !== token; steps++)
      first = (view.head[first] ?? -1) > token ? (view.head[first] as number) : -1;
    if (first >= 0 && (relation[first] === REL.appos || relation[first] === REL.nmod || relation[first] === REL.flat))
      return match.together(first);
  }
  // "Kelly, a deputy of the governor, and Baroni, the director, were convicted": joined to what Kelly is
  const beside = parts.length === 1 && upos[token] === PROPN ? besideTitle(token, match) : -1;
  if (beside >= 0) return [token, ...match.together(beside)];
  if (parts.length === 2 && parts[0] === token && isDoubleTitle(token, parts[1] as number, view))
    return [parts[1] as number];
  if (lower[token] === 'one' && lower[token + 1] === 'of' && parts.length === 1) {
    const name = nameAside(token, match);
    return name < 0 ? parts : match.together(name);
  }
  if (lower[token] !== 'one' || lower[token + 1] !== 'of' || parts.length !== 2 || parts[0] !== token) return parts;
  const other = parts[1] as number;
  for (let at = token + 1; at < other; at++) if (lower[at] === 'and' || lower[at] === 'or') return parts;
  return [other];
}

/** Titles that are written as names. */
const TITLES: ReadonlySet<string> = new Set([
  'presidents',
  'ministers',
  'premiers',
  'chancellors',
  'secretaries',
  'senators',
  'generals',
  'governors',
  'kings',
]);
const NAMELY = /^(?:notably|namely|specifically)$/;
/** Nouns that say of nobody in particular that there are several. */
const SEVERAL: ReadonlySet<string> = new Set([
  'countries', 'nations', 'states', 'governments', 'powers', 'allies', 'members', 'neighbours', 'neighbors', 'groups', 'organisations', 'organizations', 'firms', 'companies', 'parties', 'factions', 'agencies', 'institutions', 'republics', 'kingdoms', 'capitals', 'leaders', 'dignitaries',
]); // biome-ignore format: one table

/** "Its backers, notably Velmar", "countries including Velmar and Oster": the name of those whom a noun for several means; -1 where none follows. */
function toldAs(noun: number, { view, kinds }: Matcher): number {
  const { lower, upos } = view;
  if (upos[noun] !== NOUN || !view.tag(noun).endsWith('S')) return -1;
  const comma = lower[noun + 1] === ',';
  let at = comma ? noun + 2 : noun + 1;
  if (comma && NAMELY.test(lower[at] ?? '')) at++;
  else if (!SEVERAL.has(lower[noun] ?? '')) return -1;
  else if (lower[at] === 'including') at++;
  else if (lower[at] === 'among' && lower[at + 1] === 'them') at += 2;
  else return -1;
  if (lower[at] === 'the') at++;
  // a name that nothing is known of stands for nobody yet
  return upos[at] === PROPN && (NAMELY.test(lower[at - 1] ?? '') || (kinds.of(at) & KNOWN) !== 0) ? at : -1;
}

/** The name that ", and" joins to what is said of one between commas; -1 for none. */
function besideTitle(name: number, { view, roles }: Matcher): number {
  const { relation, upos, lower } = view;
  const title = roles.childBy(name, REL.appos);
  if (title < name || upos[title] !== NOUN) return -1;
  const { first, next } = roles.children;
  for (let child = first[title] as number; child >= 0; child = next[child] as number)
    if (relation[child] === REL.conj && upos[child] === PROPN && lower[child - 1] === 'and' && lower[child - 2] === ',')
      return child;
  return -1;
}

/** "The Dutch arms sale": the land whose adjective hangs from the noun before; -1 for none. */
export function ownerWithin(noun: number, { view, roles, kinds }: Matcher, cast: CastGrowth): number {
  const { first, next } = roles.children;
  for (let thing = first[noun] as number; thing >= 0 && thing < noun; thing = next[thing] as number) {
    if (view.relation[thing] !== REL.compound || view.upos[thing] !== NOUN) continue;
    // "the Dutch hostage crisis": of the hostages
    if ((kinds.of(thing) & PERSON) !== 0) continue;
    for (let land = first[thing] as number; land >= 0 && land < thing; land = next[land] as number)
      if (view.relation[land] === REL.amod && cast.kindOf(cast.at(land)) === 'state') return land;
  }
  return -1;
}

/** "One of these groups, the Free Army, opposed": the name between commas, wherever it hangs; -1 where none stands there. */
function nameAside(one: number, { view, roles }: Matcher): number {
  const { lower, upos, head, relation } = view;
  const group = roles.obliqueOf(one, 'of');
  if (group < 0 || lower[group + 1] !== ',') return -1;
  const from = lower[group + 2] === 'the' ? group + 3 : group + 2;
  for (let at = from; at < from + 6 && lower[at] !== ',' && upos[at] !== ADP; at++) {
    const up = head[at];
    const link = relation[at];
    if (
      (up === one || up === group) &&
      (link === REL.appos || link === REL.nmod) &&
      /^\p{Lu}/u.test(view.text.charAt(view.start[at] ?? 0))
    )
      return at;
  }
  return -1;
}

/** "The Turkish-Libyan agreement": the other state, whose adjective a hyphen ties to that of one; -1 for none. */
export function tiedState(land: number, view: TokenView, cast: CastGrowth): number {
  const other = land - 2;
  if (other < 0 || view.lower[land - 1] !== '-' || view.end[other] !== view.start[land - 1]) return -1;
  const entry = view.end[land - 1] === view.start[land] ? namedAt(view, other)?.entry : undefined;
  if (entry?.kind !== 'state' || entry.country === null || cast.kindOf(cast.at(land)) !== 'state') return -1;
  return cast.state(entry.country, other, other + 1, 'a state by its adjective, tied to that of another');
}

/** "UK and EU negotiators": whose they are besides the one that their own words name. */
export function ownersBeside(token: number, actor: number, match: Matcher, cast: CastGrowth): number[] {
  const { relation, upos } = match.view;
  const found: number[] = [];
  if (upos[token] !== NOUN) return found;
  const { first, next } = match.roles.children;
  for (let child = first[token] as number; child >= 0 && child < token; child = next[child] as number) {
    if (relation[child] !== REL.compound && relation[child] !== REL.amod && relation[child] !== REL.nmod) continue;
    // "U.S. and Velmarian diplomats": the parser hung "and" from those whose they are
    const joined =
      relation[child] === REL.compound && match.view.lower[child + 1] === 'and' && match.view.head[child + 1] === token;
    if (joined && cast.kindOf(cast.at(child)) === 'state' && namedAt(match.view, child + 2)?.entry.kind === 'state')
      found.push(cast.at(child));
    const parts = match.together(child);
    for (const part of parts) {
      const other = cast.at(part);
      if (part < token && other >= 0 && other !== actor && parts.length > 1) found.push(other);
    }
  }
  return found;
}

const SENT = kindBit('person') | kindBit('forces') | kindBit('body');
/** Those who act for a land: militias of two lands are not the lands. */
const OFFICIAL: ReadonlySet<string | null> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);

/** "The Kenyan and Somali presidents": both lands, of which only one is part of what the others are called; empty where it is not so. */
export function bothLands(
  token: number,
  actor: number,
  beside: readonly number[],
  { view, kinds }: Matcher,
  cast: CastGrowth,
): number[] {
  const plural = view.tag(token) === 'NNS' && (kinds.of(token) & SENT) !== 0;
  const country = cast.countryOf(actor);
  if (
    !plural ||
    beside.length === 0 ||
    country === null ||
    !OFFICIAL.has(cast.sectorOf(actor)) ||
    cast.kindOf(actor) === 'state' ||
    // "the Russian and Holt regime forces": called after whom they serve
    RULED.test(cast.nameOf(actor))
  )
    return [];
  if (!beside.every((one) => cast.kindOf(one) === 'state' && cast.countryOf(one) !== country)) return [];
  const own = cast.state(country, token, token + 1, 'those of two lands stand for both');
  return own < 0 ? [] : [...beside, own];
}

/** "His friend, the poet Anna Holt": what names the one that a noun says something of, behind another noun too; -1 for none. */
export function apposedName(noun: number, { view, roles, kinds }: Matcher): number {
  const beside = roles.childBy(noun, REL.appos);
  if (beside < noun || view.upos[beside] !== NOUN || (kinds.of(beside) & PERSON) === 0) return beside;
  const name = roles.childBy(beside, REL.appos);
  return name === beside + 1 && view.upos[name] === PROPN ? name : beside;
}

const LAND = /^(?:country|nation|state|kingdom|republic)$/;

const RULED = /\b(?:regime|administration)\b/i;

/** "Holt, the exiled millionaire", "Velmar, a country that backs them": who or what a noun behind a name says something of; -1 for none. */
export function apposedTo(noun: number, { view, kinds }: Matcher, cast: CastGrowth): number {
  if (view.relation[noun] !== REL.appos) return -1;
  const name = cast.at(view.head[noun] ?? -1);
  const kind = name < 0 ? null : cast.kindOf(name);
  if (kind === 'person') return (kinds.of(noun) & PERSON) === 0 ? -1 : name;
  return kind === 'state' && LAND.test(view.lower[noun] ?? '') ? name : -1;
}

// Actors and places of a reading in, the actors and places of the record out: who is who over many reports.
import type { ReadingActor, ReadingPlace } from '../reading/schema.ts';

/** An actor of the record. */
export interface Actor {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
}

/** A place of the record. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geonames: number | null;
  readonly precision: string | null;
}

/** Slugs of names met lately: the same name is asked for a dozen times for each report that has it. */
const slugs = new Map<string, string>();
const MOST_SLUGS = 10_000;

/** Letters and digits in lower case with hyphens between, without accents: “Željko Šumar” is `zeljko-sumar`. */
export function slug(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  if (slugs.size >= MOST_SLUGS) slugs.clear();
  const made = slugOf(name);
  slugs.set(name, made);
  return made;
}

function slugOf(name: string): string {
  // most names are ASCII, where the same is told without tables of all the world's letters
  if (!/[^\0-\x7f]/.test(name))
    return name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The same person, state or body has the same id in every report. A full personal name stands alone; a single name, a
 * body or a group also needs its country, since every country has a Defence Ministry. People may merge and split them.
 */
export function actorId({ kind, name, country }: Pick<ReadingActor, 'kind' | 'name' | 'country'>): string {
  const words = slug(name) || 'unnamed';
  if (kind === 'state') return `state:${country !== null && country.length === 3 ? country : words}`;
  if (kind === 'person' && words.includes('-')) return `person:${words}`;
  return country === null ? `${kind}:${words}` : `${kind}:${words}:${country}`;
}

/** A gazetteer's number where there is one; else name and country. */
export function placeId({ name, country, geonames }: Pick<ReadingPlace, 'name' | 'country' | 'geonames'>): string {
  if (geonames !== null) return `geonames:${geonames}`;
  return country === null ? `place:${slug(name) || 'unnamed'}` : `place:${slug(name) || 'unnamed'}:${country}`;
}

export const actorOf = (actor: ReadingActor): Actor => ({
  id: actorId(actor),
  kind: actor.kind,
  name: actor.name,
  country: actor.country,
  sector: actor.sector,
});

export const placeOf = (place: ReadingPlace): Place => ({
  id: placeId(place),
  name: place.name,
  country: place.country,
  latitude: place.latitude,
  longitude: place.longitude,
  geonames: place.geonames,
  precision: place.precision,
});

/** An actor that somebody named by id alone in a decision: `person:ilse-varga`, `group:front:VLM`. Null for no such id. */
export function actorFromId(id: string): Actor | null {
  const [, kind, words = '', country] = /^(person|state|organisation|group):([^:]+)(?::([A-Z]{3}))?$/.exec(id) ?? [];
  if (kind === undefined) return null;
  const name =
    kind === 'state'
      ? words
      : words.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase());
  return { id, kind, name, country: country ?? (kind === 'state' && words.length === 3 ? words : null), sector: null };
}

/** A place that somebody named by id alone. Null for no such id. */
export function placeFromId(id: string): Place | null {
  const [, words = '', country] = /^place:([^:]+)(?::([A-Z]{3}))?$/.exec(id) ?? [];
  const [, geonames] = /^geonames:(\d{1,12})$/.exec(id) ?? [];
  if (words === '' && geonames === undefined) return null;
  return {
    id,
    name: geonames === undefined ? words.replaceAll('-', ' ') : `GeoNames ${geonames}`,
    country: country ?? null,
    latitude: null,
    longitude: null,
    geonames: geonames === undefined ? null : Number(geonames),
    precision: null,
  };
}

const least = <T extends string | number>(a: T | null, b: T | null): T | null =>
  a === null ? b : b === null ? a : a <= b ? a : b;

/**
 * One actor from what two reports tell: each value the least that is known, so that reports in any order give the same.
 */
export function joinActors(a: Actor, b: Actor): Actor {
  return {
    id: a.id,
    kind: a.kind,
    name: least(a.name, b.name) ?? a.name,
    country: least(a.country, b.country),
    sector: least(a.sector, b.sector),
  };
}

/** The same for places. Coordinates stay together: those of the reading whose pair sorts first. */
export function joinPlaces(a: Place, b: Place): Place {
  const pair = (place: Place) =>
    place.latitude === null || place.longitude === null ? null : ([place.latitude, place.longitude] as const);
  const [one, two] = [pair(a), pair(b)];
  const first =
    one === null ? two : two === null ? one : one[0] < two[0] || (one[0] === two[0] && one[1] <= two[1]) ? one : two;
  return {
    id: a.id,
    name: least(a.name, b.name) ?? a.name,
    country: least(a.country, b.country),
    latitude: first?.[0] ?? null,
    longitude: first?.[1] ?? null,
    geonames: a.geonames ?? b.geonames,
    precision: least(a.precision, b.precision),
  };
}

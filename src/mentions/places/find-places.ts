// A parsed text and its cast in, its places out: names found, their use told, each resolved by the report's own evidence.

import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import type { Span } from '../../report/span.ts';
import { firstNot } from '../../text/first-from.ts';
import type { Found as Cast } from '../actors/actor.ts';
import type { OwnActors } from '../actors/own-actors.ts';
import { type TokenView, viewTokens } from '../actors/token-view.ts';
import type { Mention } from '../mention.ts';
import { follows, goesOn, liesIn, mayContain, owns } from './beside.ts';
import { calledAt } from './called.ts';
import { capitalAt } from './capital.ts';
import { distance } from './evidence.ts';
import { type Feature, findFeatures } from './feature.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import type { Group } from './group.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import type { FoundPlaces, Place, PlaceReference, Precision } from './place.ts';
import { resolve, told } from './resolve.ts';
import { findSightings, type Sighting } from './sightings.ts';
import { relationBefore } from './wording.ts';

/**
 * Never throws on a text. `own` are the user's actors: a name that they give to one country (“Sarnow”, a capital) lies
 * nowhere else, whatever the gazetteer has of that name.
 */
export function findPlaces(parsed: Parsed, cast: Cast, own: OwnActors | null = null): FoundPlaces {
  const view = viewTokens(parsed);
  const gazetteer = loadGazetteer();
  const features = findFeatures(view);
  const sightings = findSightings(view, cast, gazetteer, features);
  const countries = countriesOf(view, gazetteer, sightings);
  let placed = resolvePlaced(view, gazetteer, sightings, countries);
  // a name with little beside it is a place where it lies among the places of the report
  if (joinNear(gazetteer, sightings, placed)) placed = resolvePlaced(view, gazetteer, sightings, countries);

  const list = new PlaceList(view, gazetteer, own ? countriesOfOwn(own) : null);
  for (const { group, hit, wording } of placed)
    list.addNamed(group, spanOf(view, hit.from, hit.to), hit.to - 1, wording.relation);
  const covered = new Set<number>();
  for (const { hit } of placed) for (let i = hit.from; i < hit.to; i++) covered.add(i);
  for (const feature of features) if (!covered.has(feature.from)) list.addFeature(feature, placed);
  for (let i = 0; i < view.length; i++) {
    const word = view.lower[i] ?? '';
    if (word === 'of') {
      const called = covered.has(i + 1) ? null : calledAt(view, i + 1);
      if (called && !features.some(({ from, to }) => from < called.to && called.from < to))
        list.addFeature(called, placed);
    } else if (word.startsWith('capital')) {
      const described = capitalAt(view, gazetteer, i);
      if (described)
        list.addDescribed(described.entry, spanOf(view, described.from, described.to), described.to - 1, described.why);
    }
  }
  return list.found();
}

/** Links the names that are places with what the words between them say, and resolves them. */
function resolvePlaced(
  view: TokenView,
  gazetteer: Gazetteer,
  sightings: readonly Sighting[],
  countries: ReadonlyMap<string, number>,
): Sighting[] {
  const placed = sightings.filter(({ use }) => use === 'place');
  for (const { group } of placed) group.count = 0;
  placed.forEach((sighting, at) => {
    const { group, wording, hit } = sighting;
    group.count++;
    if (wording.sort) group.sorts.add(wording.sort);
    if (hit.county) group.sorts.add('district');
    const behind = placed[at + 1];
    if (!behind || behind.group === group) return;
    if (
      (follows(view, hit, behind.hit) || liesIn(view, hit, behind.hit)) &&
      mayContain(gazetteer, hit.entries, behind.hit)
    )
      group.inside.add(behind.group);
    else if (owns(view, hit, behind.hit) && mayContain(gazetteer, behind.hit.entries, hit))
      behind.group.inside.add(group);
    else if (goesOn(view, hit, behind.hit)) {
      group.beside.add(behind.group);
      behind.group.beside.add(group);
    }
  });
  resolve([...new Set(placed.map(({ group }) => group))], gazetteer, countries);
  return placed;
}

/** Kilometres from a place of the report within which a weak name is taken for one too, and how many places are tried. */
const AMONG = 60;
const TRIED = 24;

function joinNear(g: Gazetteer, sightings: readonly Sighting[], placed: readonly Sighting[]): boolean {
  const points: number[] = [];
  for (const { group } of placed) {
    if (points.length === TRIED) break;
    if (
      group.entry !== null &&
      g.precision(group.entry) !== 'country' &&
      g.precision(group.entry) !== 'region' &&
      g.precision(group.entry) !== 'province' &&
      !points.includes(group.entry)
    )
      points.push(group.entry);
  }
  if (points.length === 0) return false;
  const known = new Map<Group, boolean>();
  let joined = false;
  for (const sighting of sightings) {
    if (sighting.use !== 'weak') continue;
    let near = known.get(sighting.group);
    if (near === undefined) {
      near = sighting.group.entries.some(
        (value) => value < ALTERNATE && points.some((point) => point !== value && distance(g, point, value) < AMONG),
      );
      known.set(sighting.group, near);
    }
    if (!near) continue;
    sighting.use = 'place';
    joined = true;
  }
  return joined;
}

/** Country codes that the report speaks of without placing anything there: governments that act, “Syrian”, “Ukrainians”. */
function countriesOf(view: TokenView, g: Gazetteer, sightings: readonly Sighting[]): Map<string, number> {
  const countries = new Map<string, number>();
  const add = (code: string | null) => {
    if (code) countries.set(code, (countries.get(code) ?? 0) + 1);
  };
  for (const { use, group } of sightings) {
    const [first] = group.entries;
    if ((use === 'actor' || use === 'owner') && first !== undefined) add(g.country(first & ~ALTERNATE));
  }
  for (let i = 0; i < view.length; i++) {
    const start = view.start[i] as number;
    const code = view.text.charCodeAt(start);
    if (code < 65 || code > 90) continue;
    const country = g.peoples.get(view.text.slice(start, view.end[i]));
    if (country !== undefined) add(country);
  }
  return countries;
}

/** Countries by the words that a user's own list gives to a state or body of one. */
function countriesOfOwn({ named }: OwnActors): Map<string, string> {
  const countries = new Map<string, string>();
  for (const list of named.values())
    for (const { words, country, kind } of list)
      if (kind === 'state' && country !== null && !NO_COUNTRY.has(country)) countries.set(words, country);
  return countries;
}

const NO_COUNTRY = new Set(['IGO', 'NGO', 'NSA']);

/** Its words, without a stroke or apostrophe that the last token carries. */
function spanOf(view: TokenView, from: number, to: number): Span {
  const start = view.start[from] ?? 0;
  let end = view.end[to - 1] ?? 0;
  while (end > start + 1 && /[’'/)]/.test(view.text.charAt(end - 1))) end--;
  return { start, end };
}

/** The places so far, one for each entry and relation, and their mentions. */
class PlaceList {
  private readonly view: TokenView;
  private readonly gazetteer: Gazetteer;
  private readonly own: ReadonlyMap<string, string> | null;
  private readonly places: Place[] = [];
  private readonly index = new Map<string, number>();
  private readonly mentions: Mention<PlaceReference>[] = [];
  private readonly issues: Issue[] = [];

  constructor(view: TokenView, gazetteer: Gazetteer, own: ReadonlyMap<string, string> | null) {
    this.view = view;
    this.gazetteer = gazetteer;
    this.own = own;
  }

  addNamed(group: Group, span: Span, head: number, relation: string | null): void {
    const { entry, words, level, why } = group;
    const g = this.gazetteer;
    const country = this.own?.get(words) ?? null;
    if (country !== null && (entry === null || g.country(entry) !== country)) {
      const told = `your own list of actors gives ${words} to ${country}`;
      const place = this.at(`@ ${words} ${relation ?? ''}`, () => ({
        ...NOWHERE,
        name: words,
        country,
        relation,
        why: told,
      }));
      this.mention(place, span, head, 'places/named', told);
      return;
    }
    const place = this.at(entry === null ? `? ${words}` : `${entry} ${relation ?? ''}`, () => {
      if (entry !== null) return this.placeOf(entry, relation, why);
      const candidates = level.map((one) => told(g, one));
      this.issues.push({ code: 'places/unresolved', span, message: `“${words}” may be ${candidates.join(' or ')}` });
      return { ...NOWHERE, name: words, relation, candidates, why };
    });
    this.mention(place, span, head, 'places/named', why);
  }

  addDescribed(entry: number, span: Span, head: number, why: string): void {
    if (this.mentions.some((one) => one.span.start < span.end && span.start < one.span.end)) return;
    this.mention(
      this.at(`${entry} `, () => this.placeOf(entry, null, why)),
      span,
      head,
      'places/capital',
      why,
    );
  }

  /** A street or river takes its country, and where the words name the town its point, from the place that it is said to lie in. */
  addFeature({ from, to, precision, rule, why }: Feature, placed: readonly Sighting[]): void {
    const span = spanOf(this.view, from, to);
    const words = this.view.text.slice(span.start, span.end);
    const g = this.gazetteer;
    const outer = containerOf(this.view, to, placed);
    const entry = outer?.group.entry ?? null;
    const relation = relationBefore(this.view, from);
    const place = this.at(`" ${words} ${relation ?? ''}`, () => {
      if (entry === null) return { ...NOWHERE, name: words, precision, relation, why };
      const town = g.precision(entry) === 'settlement';
      return {
        name: words,
        country: g.country(entry),
        latitude: town ? g.latitude(entry) : null,
        longitude: town ? g.longitude(entry) : null,
        geonames: null,
        precision: town ? 'settlement' : precision,
        relation,
        candidates: [],
        why: `${why}, in ${told(g, entry)}${town ? ', whose point it has' : ''}`,
      };
    });
    this.mention(place, span, to - 1, rule, this.places[place]?.why ?? why);
  }

  found(): FoundPlaces {
    this.mentions.sort((a, b) => a.span.start - b.span.start);
    return { places: this.places, mentions: this.mentions, issues: this.issues };
  }

  private placeOf(entry: number, relation: string | null, why: string): Place {
    const g = this.gazetteer;
    return {
      name: g.name(entry),
      country: g.country(entry),
      latitude: g.latitude(entry),
      longitude: g.longitude(entry),
      geonames: g.geonames(entry),
      precision: relation === null ? g.precision(entry) : coarser(g.precision(entry), relation),
      relation,
      candidates: [],
      why,
    };
  }

  private at(key: string, make: () => Place): number {
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.index.set(key, this.places.length);
    return this.places.push(make()) - 1;
  }

  private mention(place: number, span: Span, head: number, rule: string, why: string): void {
    this.mentions.push({
      span,
      head,
      value: { place },
      basis: rule === 'places/capital' ? 'implied' : 'stated',
      rule,
      why,
      from: [],
    });
  }
}

const NOWHERE = {
  country: null,
  latitude: null,
  longitude: null,
  geonames: null,
  precision: null,
  candidates: [],
} as const;

/** “near X” means the ground around X; “eastern Syria” a part of it that no office has. */
function coarser(precision: Precision, relation: string): Precision {
  if (/(?:north|south|east|west|central|upper|lower|rural|coastal|downtown)(?:ern)?$/.test(relation))
    return precision === 'country' ? 'region' : precision;
  return precision === 'site' || precision === 'settlement' ? 'district' : precision;
}

/** The place that the words right behind a feature name: “Elm Street in Paris”, “Elm Street, Paris”. */
function containerOf(view: TokenView, to: number, placed: readonly Sighting[]): Sighting | null {
  const word = view.lower[to] ?? '';
  if (word !== 'in' && word !== ',') return null;
  const next = placed[firstNot(placed, ({ hit }) => hit.from <= to)];
  return next && next.hit.from - to <= 2 && view.sentence[next.hit.from] === view.sentence[to] ? next : null;
}

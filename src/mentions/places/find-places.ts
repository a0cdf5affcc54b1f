// A parsed text and its cast in, its places out: names found, their use told, each resolved by the report's own evidence.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import type { Found as Cast } from '../actors/actor.ts';
import { namedAt } from '../actors/lexicon.ts';
import { PUNCT, type TokenView, viewTokens } from '../actors/token-view.ts';
import type { Mention } from '../mention.ts';
import { findNames, type NameHit } from './find-names.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import type { FoundPlaces, Place, PlaceReference } from './place.ts';
import { type Group, resolve, told } from './resolve.ts';
import { type Use, useOf } from './usage.ts';
import { type Wording, wordingOf } from './wording.ts';

interface Sighting {
  readonly hit: NameHit;
  readonly wording: Wording;
  use: Use;
  readonly group: Group;
}

/** Never throws on a text. */
export function findPlaces(parsed: Parsed, cast: Cast): FoundPlaces {
  const view = viewTokens(parsed);
  const gazetteer = loadGazetteer();
  const hits = findNames(view, gazetteer);
  const lower = lowerWords(view);
  const groups = new Map<number, Group>();
  const sightings: Sighting[] = [];
  const dateline = parsed.text.report.dateline;
  hits.forEach((hit, at) => {
    const before = hits[at - 1];
    const behind = hits[at + 1];
    const wording = wordingOf(view, hit.from, hit.to);
    const { use } = useOf(view, cast, gazetteer, hit, wording, (token) => lower.has(view.lower[token] ?? ''), {
      before: before !== undefined && follows(view, before, hit),
      behind:
        behind !== undefined &&
        (follows(view, hit, behind) || liesIn(view, hit, behind)) &&
        mayContain(gazetteer, hit, behind),
    });
    let group = groups.get(hit.key);
    if (!group) {
      group = {
        words: view.text.slice(view.start[hit.from], view.end[hit.to - 1]),
        entries: hit.entries,
        count: 0,
        inside: new Set(),
        sorts: new Set(),
        dateline: false,
        entry: null,
        level: [],
        why: '',
      };
      groups.set(hit.key, group);
    }
    sightings.push({ hit, wording, use, group });
  });
  void dateline;

  // One sense a report: what is a place once makes its weaker sightings places too.
  const strong = new Set(sightings.filter(({ use }) => use === 'place').map(({ group }) => group));
  for (const sighting of sightings) {
    if (sighting.use === 'weak' && strong.has(sighting.group)) sighting.use = 'place';
    if (sighting.use === 'actor' && strong.has(sighting.group) && isCountry(gazetteer, sighting.group))
      sighting.use = 'place';
  }
  const placed = sightings.filter(({ use }) => use === 'place');
  const countries = new Map<string, number>();
  for (const { use, group } of sightings) {
    if (use !== 'actor') continue;
    const [only] = group.entries;
    const code = only === undefined ? null : gazetteer.country(only & ~ALTERNATE);
    if (code) countries.set(code, (countries.get(code) ?? 0) + 0.6);
  }
  addAdjectives(view, countries);
  placed.forEach((sighting, at) => {
    const { group, wording, hit } = sighting;
    group.count++;
    if (wording.sort) group.sorts.add(wording.sort);
    const behind = placed[at + 1];
    if (behind && behind.group !== group && (follows(view, hit, behind.hit) || liesIn(view, hit, behind.hit)))
      if (mayContain(gazetteer, hit, behind.hit)) group.inside.add(behind.group);
  });
  const used = [...new Set(placed.map(({ group }) => group))];
  resolve(used, gazetteer, countries);

  const places: Place[] = [];
  const indexOf = new Map<string, number>();
  const mentions: Mention<PlaceReference>[] = [];
  const issues: Issue[] = [];
  for (const { group, hit, wording } of placed) {
    const id = group.entry === null ? `? ${group.words}` : String(group.entry);
    const span = { start: view.start[hit.from] ?? 0, end: view.end[hit.to - 1] ?? 0 };
    let index = indexOf.get(id);
    if (index === undefined) {
      index = places.length;
      indexOf.set(id, index);
      places.push(placeOf(group, wording, gazetteer));
      if (group.entry === null)
        issues.push({
          code: 'places/unresolved',
          span,
          message: `“${group.words}” may be ${group.level.map((entry) => told(gazetteer, entry)).join(' or ')}`,
        });
    } else if (wording.relation !== null && places[index]?.relation === null)
      places[index] = { ...(places[index] as Place), relation: wording.relation };
    mentions.push({
      span,
      head: hit.to - 1,
      value: { place: index },
      basis: 'stated',
      rule: 'places/named',
      why: group.why,
      from: [],
    });
  }
  return { places, mentions, issues };
}

function placeOf(group: Group, wording: Wording, g: ReturnType<typeof loadGazetteer>): Place {
  const { entry } = group;
  const candidates = group.level.map((one) => told(g, one));
  if (entry === null)
    return {
      name: group.words,
      country: null,
      latitude: null,
      longitude: null,
      geonames: null,
      precision: null,
      relation: wording.relation,
      candidates,
      why: group.why,
    };
  return {
    name: g.name(entry),
    country: g.country(entry),
    latitude: g.latitude(entry),
    longitude: g.longitude(entry),
    geonames: g.geonames(entry),
    precision: g.precision(entry),
    relation: wording.relation,
    candidates,
    why: group.why,
  };
}

/** “A, B”: a comma and nothing else between two names. */
function follows(view: TokenView, a: NameHit, b: NameHit): boolean {
  return b.from - a.to === 1 && view.lower[a.to] === ',' && view.sentence[a.from] === view.sentence[b.from];
}

/** “A in B province”, “A, in northern B”, “A in the B region of”. */
function liesIn(view: TokenView, a: NameHit, b: NameHit): boolean {
  if (view.sentence[a.from] !== view.sentence[b.from] || b.from - a.to > 8) return false;
  let preposition = false;
  for (let i = a.to; i < b.from; i++) {
    const word = view.lower[i] ?? '';
    if (/^(?:in|of)$/.test(word)) preposition = true;
    else if (
      !/^(?:,|the|city|town|village|district|province|region|county|area|governorate|state|country|northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|'s|’s)$/.test(
        word,
      )
    )
      return false;
  }
  return preposition || (b.from - a.to > 0 && view.upos[a.to] === PUNCT && b.from - a.to <= 3);
}

function mayContain(g: ReturnType<typeof loadGazetteer>, inner: NameHit, outer: NameHit): boolean {
  if (outer.short) return true;
  for (const a of outer.entries) {
    const area = a & ~ALTERNATE;
    const kind = g.kind(area);
    if (kind !== 'country' && kind !== 'province' && kind !== 'district' && kind !== 'region') continue;
    if (kind === 'region') return true;
    for (const b of inner.entries) if (g.within(b & ~ALTERNATE, area)) return true;
  }
  return false;
}

const isCountry = (g: ReturnType<typeof loadGazetteer>, group: Group): boolean =>
  group.entries.some((value) => value < ALTERNATE && g.kind(value) === 'country');

/** Words of the text that stand in lower case somewhere. */
function lowerWords({ lower, text, start, length }: TokenView): Set<string> {
  const words = new Set<string>();
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start[i] as number);
    if (code >= 97 && code <= 122) words.add(lower[i] as string);
  }
  return words;
}

/** “Syrian”, “Ukrainians”: what the report speaks of without naming it as a place. */
function addAdjectives(view: TokenView, countries: Map<string, number>): void {
  for (let i = 0; i < view.length; i++) {
    const code = view.text.charCodeAt(view.start[i] as number);
    if (code < 65 || code > 90) continue;
    const named = namedAt(view, i);
    if (!named || (named.entry.use !== 'adjective' && named.entry.use !== 'people') || !named.entry.country) continue;
    countries.set(named.entry.country, (countries.get(named.entry.country) ?? 0) + 0.6);
  }
}

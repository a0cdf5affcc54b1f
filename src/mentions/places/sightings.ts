// A text in, every name of the gazetteer in it with its wording and use out: one sense a report, lists as one.
import type { Found as Cast } from '../actors/actor.ts';
import { PUNCT, type TokenView } from '../actors/token-view.ts';
import { follows, goesOn, liesIn, mayContain, owns } from './beside.ts';
import type { Feature } from './feature.ts';
import { findNames, type NameHit } from './find-names.ts';
import { keyOf } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import type { Group } from './group.ts';
import { type Use, useOf } from './usage.ts';
import { type Wording, wordingOf } from './wording.ts';

export interface Sighting {
  readonly hit: NameHit;
  readonly wording: Wording;
  use: Use;
  readonly group: Group;
}

/** In order of the text; names inside a feature (“Dublin” of “Dublin Road”) are none. */
export function findSightings(
  view: TokenView,
  cast: Cast,
  gazetteer: Gazetteer,
  features: readonly Feature[],
): Sighting[] {
  const hits = countiesOf(view, gazetteer, outside(findNames(view, gazetteer), features));
  const small = hits.length > MANY ? smallWords(view) : null;
  const common = (token: number) => small?.has(view.lower[token] ?? '') ?? standsSmall(view, token);
  const groups = new Map<number, Group>();
  const sightings: Sighting[] = [];
  hits.forEach((hit, at) => {
    const before = hits[at - 1];
    const behind = hits[at + 1];
    const last = sightings.at(-1);
    const wording = wordingOf(view, hit.from, hit.to);
    const use = useOf(view, cast, gazetteer, hit, wording, common, {
      before:
        before !== undefined &&
        ((last?.use === 'place' && follows(view, before, hit) && mayContain(gazetteer, before.entries, hit)) ||
          (owns(view, before, hit) && mayContain(gazetteer, hit.entries, before))),
      behind:
        behind !== undefined &&
        (follows(view, hit, behind) || liesIn(view, hit, behind)) &&
        mayContain(gazetteer, hit.entries, behind),
      owner: behind !== undefined && owns(view, hit, behind) && mayContain(gazetteer, behind.entries, hit),
      listed: before !== undefined && last?.use === 'place' && goesOn(view, before, hit),
    });
    const named = use === 'weak' && features.some(({ from, to }) => from === hit.from && to === hit.to);
    sightings.push({ hit, wording, use: named || hit.county ? 'place' : use, group: groupOf(view, hit, groups) });
  });
  settleUses(view, gazetteer, sightings);
  return sightings;
}

function groupOf(view: TokenView, hit: NameHit, groups: Map<number, Group>): Group {
  let group = groups.get(hit.key);
  if (!group) {
    group = {
      words: view.text.slice(view.start[hit.from], view.end[hit.to - 1]),
      entries: hit.entries,
      count: 0,
      inside: new Set(),
      sorts: new Set(),
      beside: new Set(),
      entry: null,
      level: [],
      why: '',
    };
    groups.set(hit.key, group);
  }
  return group;
}

/** What is a place once makes its weaker sightings places too; a list goes on to both sides: “in Kingman, Larned and Pratt”. */
function settleUses(view: TokenView, gazetteer: Gazetteer, sightings: readonly Sighting[]): void {
  for (let at = sightings.length - 1; at > 0; at--) {
    const [one, next] = [sightings[at - 1], sightings[at]];
    if (one?.use === 'weak' && next?.use === 'place' && goesOn(view, one.hit, next.hit)) one.use = 'place';
  }
  for (let at = 1; at < sightings.length; at++) {
    const [last, one] = [sightings[at - 1], sightings[at]];
    if (one?.use === 'weak' && last?.use === 'place' && goesOn(view, last.hit, one.hit)) one.use = 'place';
  }
  const strong = new Set<Group>();
  for (const { use, group } of sightings) if (use === 'place') strong.add(group);
  for (const sighting of sightings) {
    if (!strong.has(sighting.group)) continue;
    if (sighting.use === 'weak' || (sighting.use === 'actor' && isCountry(gazetteer, sighting.group)))
      sighting.use = 'place';
  }
}

const isCountry = (g: Gazetteer, group: Group): boolean =>
  group.entries.some((value) => value < ALTERNATE && g.kind(value) === 'country');

/** Hits that no feature covers, or that cover one themselves. */
function outside(hits: readonly NameHit[], features: readonly Feature[]): readonly NameHit[] {
  if (features.length === 0) return hits;
  let at = 0;
  return hits.filter(({ from, to }) => {
    while (at < features.length && (features[at]?.to ?? 0) <= from) at++;
    const feature = features[at];
    return !feature || feature.from >= to || (from <= feature.from && to >= feature.to);
  });
}

/** “Grant and Wilkin counties”: each name of the list is the county of that name, where there is one. */
function countiesOf(view: TokenView, g: Gazetteer, hits: readonly NameHit[]): readonly NameHit[] {
  const { lower, sentence, upos, text, start, end, length } = view;
  const counties: NameHit[] = [];
  for (let i = 0; i < length; i++) {
    if (lower[i] !== 'counties' && lower[i] !== 'parishes') continue;
    const word = lower[i] === 'counties' ? 'County' : 'Parish';
    let to = i;
    for (let at = i - 1; at >= Math.max(0, i - MOST_LISTED) && sentence[at] === sentence[i]; at--) {
      const separates = /^(?:,|and)$/.test(lower[at] ?? '');
      const before = text.charCodeAt(start[at - 1] ?? 0);
      if (separates) to = at;
      else if (upos[at] === PUNCT || !/^\p{Lu}/u.test(text.charAt(start[at] ?? 0))) break;
      else if (at === 0 || sentence[at - 1] !== sentence[i] || !(before >= 65 && before <= 90)) {
        const name = `${text.slice(start[at], end[to - 1])} ${word}`;
        const entries = g.findName(name);
        if (entries.length === 0) break;
        counties.push({ from: at, to, key: keyOf(name), entries, short: false, unlikely: null, county: true });
      }
    }
  }
  if (counties.length === 0) return hits;
  counties.sort((a, b) => a.from - b.from);
  const kept = hits.filter(({ from, to }) => !counties.some((one) => one.from < to && from < one.to));
  return [...kept, ...counties].sort((a, b) => a.from - b.from);
}

/** Words that a list of counties is followed back over. */
const MOST_LISTED = 40;

/** Names from which on a set is cheaper than looking through the text for each. */
const MANY = 60;

function smallWords({ lower, text, start, length }: TokenView): Set<string> {
  const words = new Set<string>();
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start[i] as number);
    if (code >= 97 && code <= 122) words.add(lower[i] as string);
  }
  return words;
}

/** Whether a word stands in lower case somewhere in the text. */
function standsSmall({ lower, text, start, end, length }: TokenView, token: number): boolean {
  const size = (end[token] as number) - (start[token] as number);
  const first = text.charCodeAt(start[token] as number) | 32;
  for (let i = 0; i < length; i++)
    if (
      (end[i] as number) - (start[i] as number) === size &&
      text.charCodeAt(start[i] as number) === first &&
      lower[i] === lower[token]
    )
      return true;
  return false;
}

// Places against LGL and GeoVirus: names found, country, and answers within 161 km; the founding report; speed.
import { readFileSync } from 'node:fs';
import { parse } from '../src/grammar/parse.ts';
import type { Parsed } from '../src/grammar/parsed.ts';
import type { Found as Cast } from '../src/mentions/actors/actor.ts';
import { findActors } from '../src/mentions/actors/find-actors.ts';
import { namedAt } from '../src/mentions/actors/lexicon.ts';
import { viewTokens } from '../src/mentions/actors/token-view.ts';
import { findPlaces } from '../src/mentions/places/find-places.ts';
import { loadGazetteer } from '../src/mentions/places/load-gazetteer.ts';
import type { Place } from '../src/mentions/places/place.ts';
import { readReport } from '../src/report/read-report.ts';
import type { Span } from '../src/report/span.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';
import { median, score, shown } from './score.ts';

interface Gold extends Span {
  readonly text: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly country: string | null;
  readonly fcode?: string;
}

interface Document {
  readonly text: string;
  readonly published?: string;
  readonly toponyms: readonly Gold[];
}

const SETS = [
  [
    'LGL',
    'places/lgl.jsonl.gz',
    '80 / 78',
    'names given, largest first: 55.9 / 70.1; Mordecai3 on its own part, names given: 82.7',
  ],
  ['GeoVirus', 'places/geovirus.jsonl.gz', '85 / 86', 'names given, largest first: 72.3 / 87.3'],
] as const;

export const bench: Bench = {
  name: 'places',
  title: 'Places',
  card: 'accuracy',
  async run({ need, options }) {
    const lines = [
      'Development sets; precision / recall / F1 in per cent, any overlap counts as found in the second column. “Within 161 km” and “country” count a name that was not found as wrong. Targets are overlap F1 and within 161 km.',
      '',
      '| set | names, same words | names, overlap | within 161 km (of those found) | country (of those found) | target | floor and peer: within 161 km / country |',
      '|---|---|---|---|---|---|---|',
    ];
    const kinds: string[] = [];
    const all: [Parsed, Cast][] = [];
    let characters = 0;
    for (const [name, path, target, peers] of SETS) {
      let [exact, overlap, found, gold, placed, near, nearFound, coded, rightCode, codedFound] = [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ];
      const wrong = new Map<string, number>();
      for (const line of readMaybeGzipped(need(path)).split('\n').filter(Boolean)) {
        const document = JSON.parse(line) as Document;
        const parsed = parse(readText(readReport(document.text, { type: 'text/plain' })));
        const cast = findActors(parsed);
        const { places, mentions } = findPlaces(parsed, cast);
        all.push([parsed, cast]);
        characters += document.text.length;
        found += mentions.length;
        gold += document.toponyms.length;
        const free = new Set(mentions);
        for (const one of document.toponyms) {
          if (one.lat !== null) placed++;
          if (one.country !== null) coded++;
          const touching = [...free].filter(({ span }) => span.start < one.end && one.start < span.end);
          const hit = touching.find(({ span }) => span.start === one.start && span.end === one.end) ?? touching[0];
          if (!hit) {
            count(wrong, `missed: ${missed(parsed, one)}`);
            continue;
          }
          free.delete(hit);
          overlap++;
          if (hit.span.start === one.start && hit.span.end === one.end) exact++;
          const place = places[hit.value.place] as Place;
          if (one.country !== null) {
            codedFound++;
            if (place.country === one.country || (place.country === 'KOS' && one.country === 'XKX')) rightCode++;
          }
          if (one.lat === null || one.lon === null) continue;
          nearFound++;
          if (
            place.latitude !== null &&
            place.longitude !== null &&
            kilometres(one.lat, one.lon, place.latitude, place.longitude) <= 161
          )
            near++;
          else count(wrong, `placed: ${misplaced(place, one)}`);
        }
        for (const { value, rule } of free)
          count(wrong, `false alarm: ${rule}, ${places[value.place]?.precision ?? 'unresolved'}`);
      }
      const of = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
      lines.push(
        `| ${name} | ${shown(score(exact, found, gold))} | ${shown(score(overlap, found, gold))} | **${of(near, placed)}** (${of(near, nearFound)}) | ${of(rightCode, coded)} (${of(rightCode, codedFound)}) | ${target} | ${peers} |`,
      );
      const common = [...wrong].sort(([, a], [, b]) => b - a).slice(0, Number(options['errors'] ?? 10));
      kinds.push(
        '',
        `The commonest kinds of error on ${name}: ${common.map(([what, times]) => `${what} ${times}`).join('; ')}.`,
      );
    }
    const rounds = Array.from({ length: 7 }, () => {
      const started = process.cpuUsage();
      for (const [parsed, cast] of all) findPlaces(parsed, cast);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    });
    lines.push(
      ...kinds,
      '',
      foundingReport(need),
      '',
      `Speed: ${((median(rounds) / characters) * 3000).toFixed(3)} ms of processor time a 500-word report once parsed and with its cast, median of 7 rounds over both sets (target 0.13).`,
    );
    return lines.join('\n');
  },
};

/** Why a name of the gold may not have been found. */
function missed(parsed: Parsed, { start, end, text, fcode }: Gold): string {
  const view = viewTokens(parsed);
  let token = 0;
  while (token < view.length && (view.end[token] ?? 0) <= start) token++;
  const named = namedAt(view, token)?.entry.use;
  if (named === 'adjective' || named === 'people') return 'an adjective or people of a country, which is no place here';
  const known = loadGazetteer().findName(text).length > 0;
  if (!known)
    return fcode === undefined ? 'a street, park or the like that no list has' : 'a name that the gazetteer lacks';
  if (/^PCL/.test(fcode ?? '') || named === 'name') return 'a country that acts as a government';
  const next = parsed.text.report.text.slice(end, end + 2);
  if (/^ \p{Lu}/u.test(next)) return 'part of a longer name (“Georgia Tech”)';
  return 'a known name, with too little beside it that says it is a place';
}

function misplaced({ latitude, country, precision }: Place, gold: Gold): string {
  if (latitude === null)
    return precision === null ? 'even evidence, left open' : 'its kind is read, where it lies is not';
  if (
    /^(?:PCL|CONT|RGN)/.test(gold.fcode ?? '') ||
    ((precision === 'country' || precision === 'region') && country === gold.country)
  )
    return 'another point of the same country or region';
  return country === gold.country
    ? 'another place of the name in the same country'
    : 'another place of the name abroad';
}

interface SeedPlace {
  readonly span: string;
  readonly country: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

function foundingReport(need: (path: string) => string): string {
  const gold = JSON.parse(readFileSync(need('../seed/gold.json'), 'utf8')) as {
    publishedAt: string;
    places: SeedPlace[];
  };
  const parsed = parse(
    readText(readReport(readFileSync(need('../seed/report.txt')), { type: 'text/plain', published: gold.publishedAt })),
  );
  const { places } = findPlaces(parsed, findActors(parsed));
  const right = gold.places.filter(({ country, latitude, longitude, span }) =>
    places.some(
      (place) =>
        place.country === country &&
        (place.name.startsWith(span) || place.name === span) &&
        (latitude === undefined ||
          longitude === undefined ||
          (place.latitude !== null &&
            place.longitude !== null &&
            kilometres(latitude, longitude, place.latitude, place.longitude) <= 161)),
    ),
  );
  return `The founding report: ${right.length} of ${gold.places.length} places with country and point, ${places.length - right.length} besides them.`;
}

const RADIANS = Math.PI / 180;
function kilometres(a: number, b: number, c: number, d: number): number {
  const h =
    Math.sin(((c - a) * RADIANS) / 2) ** 2 +
    Math.cos(a * RADIANS) * Math.cos(c * RADIANS) * Math.sin(((d - b) * RADIANS) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

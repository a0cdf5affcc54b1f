// A number in, a made-up report with its reading out: ten events, three statements, three figures, some 450 words.
import { createHash } from 'node:crypto';
import type {
  Reading,
  ReadingActor,
  ReadingEvent,
  ReadingFigure,
  ReadingPlace,
  ReadingSpan,
  ReadingStatement,
  ReadingTime,
} from '../src/reading/schema.ts';

/** A small generator of evenly spread numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve vo'.split(
    ' ',
  );
const word = (n: number): string => {
  let rest = n + 40;
  let made = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) made += SYLLABLES[rest % SYLLABLES.length];
  return made;
};
/** A name of nobody, another for each number. */
export const madeName = (n: number): string => word(n)[0]?.toUpperCase() + word(n).slice(1);
const code = (n: number): string => String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 88);

const VERBS: readonly (readonly [verb: string, type: string, quad: ReadingEvent['quad']])[] = [
  ['shelled', 'ASSAULT', 'material conflict'],
  ['bombed', 'ASSAULT', 'material conflict'],
  ['met', 'CONSULT', 'verbal cooperation'],
  ['accused', 'ACCUSE', 'verbal conflict'],
  ['praised', 'SUPPORT', 'verbal cooperation'],
  ['sanctioned', 'SANCTION', 'material conflict'],
  ['aided', 'AID', 'material cooperation'],
  ['threatened', 'THREATEN', 'verbal conflict'],
  ['rejected', 'REJECT', 'verbal conflict'],
  ['released', 'CONCEDE', 'material cooperation'],
];
export const TYPES = [...new Set(VERBS.map(([, type]) => type))];
export const ACTORS = 200;
export const PLACES = 2000;
const DAYS = 1096;

/** Few are named often and many seldom, as in the news. */
const skewed = (next: () => number, n: number): number => Math.floor(n * next() ** 3);
const day = (n: number): string => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

export const actorName = (n: number): string =>
  `${madeName(n * 7)} ${n % 3 === 0 ? 'Republic' : n % 3 === 1 ? madeName(n * 11) : 'Front'}`;
export const placeName = (n: number): string => `Port ${madeName(n * 3)}`;

type Actor = ReadingActor & { mentions: ReadingSpan[] };
type Place = ReadingPlace & { mentions: ReadingSpan[] };

/** `of` is how many there will be: they come in the order of their days, over three years, as news does. Null strews them. */
export function generatedReading(n: number, reader = '0.1.0', of: number | null = null): Reading {
  const next = random(n * 2_654_435_761);
  const parts: string[] = [];
  let length = 0;
  const put = (words: string): ReadingSpan => {
    const start = length;
    parts.push(words);
    length += words.length;
    return { start, end: length, text: words };
  };
  const since = (start: number): string => {
    let from = length;
    let at = parts.length;
    while (from > start) from -= parts[--at]?.length ?? 0;
    return parts.slice(at).join('');
  };
  const actors = new Map<number, Actor>();
  const places = new Map<number, Place>();
  const mention = <T extends { mentions: ReadingSpan[] }>(
    map: Map<number, T>,
    key: number,
    made: () => T,
    span: ReadingSpan,
  ): T => {
    const one = map.get(key) ?? made();
    one.mentions.push(span);
    map.set(key, one);
    return one;
  };
  const actor = (key: number): string =>
    mention(
      actors,
      key,
      (): Actor => ({
        id: `a${actors.size + 1}`,
        name: actorName(key),
        kind: key % 3 === 0 ? 'state' : key % 3 === 1 ? 'person' : 'group',
        country: code(key),
        sector: 'GOV',
        title: null,
        mentions: [],
      }),
      put(actorName(key)),
    ).id;
  const place = (key: number): string =>
    mention(
      places,
      key,
      (): Place => ({
        id: `p${places.size + 1}`,
        name: placeName(key),
        country: code(key),
        latitude: (key % 120) - 60,
        longitude: (key % 300) - 150,
        geonames: 1000 + key,
        precision: 'settlement',
        mentions: [],
      }),
      put(placeName(key)),
    ).id;
  const filler = (count: number): void => {
    put(Array.from({ length: count }, () => word(skewed(next, 20_000))).join(' '));
  };
  const strewn = Math.floor(DAYS * next());
  const published = of === null ? strewn : Math.floor((DAYS * n) / of);
  const events: ReadingEvent[] = [];
  const figures: ReadingFigure[] = [];
  const statements: ReadingStatement[] = [];
  const times: ReadingTime[] = [];
  const title = `${madeName(skewed(next, 5000))} ${n}`;
  put(`${title}\n`);
  for (let at = 0; at < 10; at++) {
    const start = length;
    const who = actor(skewed(next, ACTORS));
    put(' ');
    const [verb, type, quad] = VERBS[Math.floor(VERBS.length * next())] ?? ['met', 'CONSULT', 'verbal cooperation'];
    const trigger = put(verb);
    put(' ');
    const whom = actor(skewed(next, ACTORS));
    put(' near ');
    const where = place(skewed(next, PLACES));
    put(' ');
    const happened = day(Math.max(0, published - Math.floor(5 * next())));
    let time: string | null = null;
    if (next() < 0.7) {
      time = `t${times.length + 1}`;
      times.push({
        id: time,
        span: put(`on ${happened}`),
        type: 'DATE',
        value: happened,
        interval: [happened, happened],
      });
      put(' ');
    }
    filler(6);
    const clause = { start, end: length, text: since(start) };
    const id = `e${at + 1}`;
    const counted: string[] = [];
    if (at % 4 === 0) {
      put(', leaving ');
      const dead = Math.floor(60 * next());
      const figure = `f${figures.length + 1}`;
      counted.push(figure);
      figures.push({
        id: figure,
        span: put(`${dead} people`),
        measure: 'killed',
        unit: 'people',
        group: null,
        low: dead,
        best: dead,
        high: dead,
        per: null,
        event: id,
        statement: null,
      });
      put(' dead');
    }
    put('. ');
    events.push({
      id,
      type,
      mode: null,
      contexts: [],
      cameo: null,
      quad,
      score: null,
      status: next() < 0.85 ? 'asserted' : 'future',
      actors: [who],
      recipients: [whom],
      place: where,
      time,
      figures: counted,
      statement: null,
      trigger,
      evidence: clause,
      mentions: [],
    });
    filler(8);
    put('. ');
    if (at % 4 === 1) {
      put('“');
      const from = length;
      filler(14);
      const content = { start: from, end: length, text: since(from) };
      put(',” ');
      const speakerStart = length;
      const speaker = actor(skewed(next, ACTORS));
      const speakerSpan = { start: speakerStart, end: length, text: since(speakerStart) };
      put(' ');
      statements.push({
        id: `s${statements.length + 1}`,
        speaker,
        speakerSpan,
        addressee: null,
        channel: null,
        cue: put('said'),
        form: 'direct',
        act: 'say',
        content: [content],
        time: null,
      });
      put('. ');
    }
  }
  filler(80);
  const text = parts.join('');
  return {
    format: 1,
    recount: reader,
    report: {
      id: `r${createHash('sha256').update(text).digest('hex').slice(0, 24)}`,
      title,
      source: `Wire ${n % 50}`,
      url: `https://wire${n % 50}.example/${n}`,
      published: day(published),
      language: 'en',
      text,
    },
    actors: [...actors.values()],
    places: [...places.values()],
    times,
    figures,
    events,
    statements,
    unread: [],
    issues: [],
  };
}

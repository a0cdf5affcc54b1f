// A text in, names out that their own words show to be places, whether a gazetteer has them or not: “Elm Street”, “Lake Kivu”.
import { NUM, PROPN, PUNCT, type TokenView } from '../actors/token-view.ts';
import type { Precision } from './place.ts';

export interface Feature {
  /** First token, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  readonly rule: 'places/feature' | 'places/called';
  readonly why: string;
}

const KINDS: ReadonlyMap<string, Precision> = new Map(
  (
    [
      [
        'site',
        'street st. road rd. avenue ave. boulevard blvd. drive lane parkway highway freeway expressway bridge airport airfield tunnel crossing dam checkpoint',
      ],
      ['district', 'township twp. county parish park forest wilderness ridge valley heights quarter'],
      [
        'region',
        'river creek lake reservoir bay island islands mountain mountains peninsula strait gulf canyon glacier',
      ],
    ] as const
  ).flatMap(([precision, words]) => words.split(' ').map((word) => [word, precision] as const)),
);
/** Words before a name that make it one: “Lake Victoria”, “Mount Hood”, “River Moy”. */
const OPENING: ReadonlyMap<string, Precision> = new Map([
  ['lake', 'region'],
  ['mount', 'region'],
  ['mt.', 'region'],
  ['river', 'region'],
]);
const ROADS = /^(?:highway|interstate|route|hwy\.?|motorway)$/;
const STREETS =
  /^(?:street|st\.|road|rd\.|avenue|ave\.|boulevard|blvd\.|drive|lane|parkway|park|valley|ridge|heights|forest|quarter|crossing)$/;
const PLACED =
  /^(?:on|at|near|of|along|off|between|and|in|from|to|via|onto|down|up|across|over|past|through|the|outside|west|east|north|south|into|around|by|,|block)$/;
/** In order of the text, none over another. */
export function findFeatures(view: TokenView): Feature[] {
  const { upos, length } = view;
  const found: Feature[] = [];
  let reach = 0;
  for (let i = 0; i < length; i++) {
    if (i < reach || !isCapital(view, i) || upos[i] === PUNCT) continue;
    const feature = featureAt(view, i, reach);
    if (!feature) continue;
    found.push(feature);
    reach = feature.to;
  }
  return found;
}

/** The feature that the capitalised word at `i` shows, none of it before `reach`. */
function featureAt(view: TokenView, i: number, reach: number): Feature | null {
  const { lower, upos, sentence, text, start, end } = view;
  const word = lower[i] as string;
  const opening = OPENING.get(word);
  if (
    opening &&
    isCapital(view, i + 1) &&
    sentence[i + 1] === sentence[i] &&
    upos[i + 1] === PROPN &&
    gap(view, i) &&
    !KINDS.has(lower[i + 1] ?? '')
  )
    return {
      from: i,
      to: i + 2,
      precision: opening,
      rule: 'places/feature',
      why: `its first word says what it is: ${text.slice(start[i], end[i])}`,
    };
  if (ROADS.test(word) && upos[i + 1] === NUM && sentence[i + 1] === sentence[i] && gap(view, i)) {
    const from =
      isCapital(view, i - 1) &&
      sentence[i - 1] === sentence[i] &&
      gap(view, i - 1) &&
      /^(?:state|county|u\.s\.|us|illinois|texas)$/.test(lower[i - 1] ?? '')
        ? i - 1
        : i;
    return { from, to: i + 2, precision: 'site', rule: 'places/feature', why: 'a numbered road' };
  }
  const kind = KINDS.get(word);
  return kind && i > 0 && sentence[i - 1] === sentence[i] ? namedBefore(view, i, kind, reach) : null;
}

/** “Elm Street”: the name before the word at `i`, which says what it is. */
function namedBefore(view: TokenView, i: number, kind: Precision, reach: number): Feature | null {
  const { lower, upos, sentence, text, start, end } = view;
  let from = i;
  while (
    from > reach &&
    from > i - 4 &&
    sentence[from - 1] === sentence[i] &&
    isCapital(view, from - 1) &&
    isName(view, from - 1) &&
    gap(view, from - 1)
  )
    from--;
  // a title or a day before it is no part of the name; the last word alone is none
  while (from < i && SKIPPED.test(lower[from] ?? '')) from++;
  if (from === i) return null;
  if (
    isCapital(view, i + 1) &&
    upos[i + 1] === PROPN &&
    sentence[i + 1] === sentence[i] &&
    gap(view, i) &&
    !/^(?:in|at|and)$/.test(lower[i + 1] ?? '')
  )
    return null;
  const before = sentence[from - 1] === sentence[i] ? (lower[from - 1] ?? '') : '';
  if (STREETS.test(lower[i] as string) && !PLACED.test(before) && upos[from - 1] !== NUM) return null;
  return {
    from,
    to: i + 1,
    precision: kind,
    rule: 'places/feature',
    why: `its last word says what it is: ${text.slice(start[i], end[i])}`,
  };
}

const SKIPPED =
  /^(?:the|a|an|on|in|at|mr\.?|mrs\.?|ms\.?|president|gen\.?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const isName = ({ upos, lower }: TokenView, i: number): boolean =>
  upos[i] !== PUNCT &&
  (upos[i] === PROPN ||
    /^(?:[nsew]\.|north|south|east|west|old|new|big|little|red|white|black|green|great|rocky)$/.test(lower[i] ?? ''));

export const gap = ({ start, end }: TokenView, i: number): boolean => (start[i + 1] ?? 0) - (end[i] ?? 0) === 1;

export const isCapital = ({ text, start, length }: TokenView, i: number): boolean => {
  if (i < 0 || i >= length) return false;
  const code = text.charCodeAt(start[i] as number);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.charAt(start[i] as number));
};

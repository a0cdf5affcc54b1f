// Two reports in, whether they tell of the same happening out: points for words, names, places, days and numbers in common.
import type { Reading, ReadingFigure } from '../../reading/schema.ts';
import { placeId } from '../entity.ts';
import { dayOf } from './day.ts';
import type { Likeness, Limits } from './groups.ts';
import { numberOf } from './happening.ts';
import { type Marks, marksOf, sharedMarks } from './marks.ts';
import { likenessOf, type Signature, signatureOf, termsOf } from './signature.ts';

/** What a report is compared by. */
export interface Facts {
  readonly report: string;
  readonly signature: Signature;
  readonly marks: Marks;
  /** Day of publication; null if unknown. */
  readonly published: number | null;
  /** Towns and sites that the report names, by key; `lead` those that its beginning names, by key and name. */
  readonly places: ReadonlySet<string>;
  readonly lead: ReadonlyMap<string, string>;
  /** People named by more than one name, in lower case. */
  readonly people: ReadonlySet<string>;
  /** Days up to publication that the words name. */
  readonly days: ReadonlySet<number>;
  /** Largest counts near the beginning; null for none. */
  readonly killed: number | null;
  readonly injured: number | null;
}

export interface StoryLikeness extends Likeness {
  /** Both name a place or a person of the other's. */
  readonly named: boolean;
}

/** Points at which two reports are of one story, and at which they may be. */
export const STORY: Limits = { linked: 4, proposed: 2.5, kept: 1 };

/** Points that both have before anything speaks for or against them: they were found by rare words in common. */
const FOUND = 1.3;
/** Points of two with all words in common, and where one has no date. */
const WORDS = 5;
const UNDATED = 18;
/** Two with less of their words in common are of no story, whatever else they share. */
const LEAST = 0.08;
const NOTHING: StoryLikeness = { points: 0, reasons: [], named: false };
/** Points of two each of whose weightiest names the other holds. */
const NAMES = 4;

/** Characters at the beginning in which places and counts say what a report is about. */
const LEAD = 900;
const COUNTED = 1500;
/** Days after which a story is hardly told any more. */
const OLD = 30;

/** Facts of readings at hand: a record as of many moments asks for the same ones again. */
const known = new WeakMap<Reading, Facts>();

export function factsOf(reading: Reading): Facts {
  const held = known.get(reading) ?? made(reading);
  known.set(reading, held);
  return held;
}

/** Facts that another thread has made of a reading. */
export const rememberFacts = (reading: Reading, facts: Facts): void => {
  known.set(reading, facts);
};

function made(reading: Reading): Facts {
  const { id, text, title, published } = reading.report;
  const today = dayOf(published);
  const fine = reading.places.filter(
    ({ precision }) => precision === 'settlement' || precision === 'site' || precision === 'district',
  );
  const days = new Set<number>();
  for (const { interval } of reading.times) {
    const from = interval && dayOf(interval[0]);
    const to = interval && dayOf(interval[1]);
    if (from === null || to === null || to - from > 1 || (today !== null && from > today)) continue;
    days.add(from).add(to);
  }
  const whole = title === null || text.startsWith(title) ? text : `${title}\n${text}`;
  const terms = termsOf(whole);
  return {
    report: id,
    signature: signatureOf(terms),
    marks: marksOf(reading, whole, terms),
    published: today,
    places: new Set(fine.map((place) => placeId(place))),
    lead: new Map(
      fine.filter(({ mentions: [first] }) => first && first.start < LEAD).map((place) => [placeId(place), place.name]),
    ),
    people: new Set(
      reading.actors
        .filter(({ kind, name }) => kind === 'person' && name.includes(' '))
        .map(({ name }) => name.toLowerCase()),
    ),
    days,
    killed: largest(reading.figures, 'killed'),
    injured: largest(reading.figures, 'injured'),
  };
}

function largest(figures: readonly ReadingFigure[], measure: ReadingFigure['measure']): number | null {
  let most: number | null = null;
  for (const figure of figures)
    if (figure.measure === measure && !figure.superseded && !figure.scope && figure.span.start < COUNTED)
      most = Math.max(most ?? 0, numberOf(figure));
  return most;
}

/**
 * Compares two reports; symmetric. The points are round figures of a logistic regression over pairs of reports of US
 * shootings, and hold as well for undated reports of other happenings (docs/ledger.md). Where a date is missing, words
 * and numbers stand in for the days.
 */
export function likenessOfReports(a: Facts, b: Facts): StoryLikeness {
  const words = likenessOf(a.signature, b.signature);
  if (words < LEAST) return NOTHING;
  const text = words >= 0.5 ? 'nearly the same words' : 'alike in words';
  const marks = sharedMarks(a.marks, b.marks, a.signature, b.signature);
  const found: [number, string][] = [];
  if (marks.strangers) found.push([-0.7, '']);
  const people = [...a.people].filter((name) => b.people.has(name)).sort();
  if (people.length > 0) found.push([Math.min(3, people.length), `both name ${people[0]}`]);
  if (a.published === null || b.published === null) {
    found.push([UNDATED * words - 1, text]);
    if (marks.place !== null) found.push([1, `both name ${marks.place}`]);
    else if (marks.apart) found.push([-1, '']);
    found.push([1.5 * marks.numbers, 'the same numbers'], [-marks.miscounted, '']);
  } else {
    const gap = Math.abs(a.published - b.published);
    found.push([FOUND - (1.8 * Math.min(gap, OLD)) / OLD - 0.4 * Math.log1p(gap), '']);
    found.push([WORDS * words, text], [NAMES * marks.names, 'the same names']);
    if (marks.place !== null) found.push([2.5, `both name ${marks.place}`]);
    else if (marks.apart) found.push([-1, '']);
    if (a.lead.size > 0 && b.lead.size > 0 && !meets(a.lead.keys(), b.lead) && !meets(a.places, b.places))
      found.push([-1, '']);
    if (a.days.size > 0 && b.days.size > 0 && !meets(a.days, b.days)) found.push([-2.4, '']);
    found.push([0.5 * marks.numbers, 'the same numbers'], [-0.8 * marks.miscounted, '']);
  }
  found.push(...count('killed', a.killed, b.killed, 0), ...count('injured', a.injured, b.injured, -0.5));
  found.sort(([x, p], [y, q]) => y - x || (p < q ? -1 : 1));
  return {
    points: found.reduce((sum, [points]) => sum + points, 0),
    reasons: found.filter(([points, reason]) => points > 0.5 && reason !== '').map(([, reason]) => reason),
    named: marks.place !== null || people.length > 0,
  };
}

function count(measure: string, a: number | null, b: number | null, unlike: number): [number, string][] {
  if (a === null || b === null) return [];
  if (a !== b) return [[unlike, '']];
  return a > 0 && measure === 'killed' ? [[1, `${a} ${measure} in both`]] : [];
}

function meets<V>(a: Iterable<V>, b: { has(one: V): boolean }): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

// Two reports in, whether they tell of the same happening out: points for words, places, people, days and counts in common.
import type { Reading, ReadingFigure } from '../../reading/schema.ts';
import { placeId } from '../entity.ts';
import { dayOf } from './day.ts';
import type { Likeness, Limits } from './groups.ts';
import { numberOf } from './happening.ts';
import { likenessOf, type Signature, signatureOf } from './signature.ts';

/** What a report is compared by. */
export interface Facts {
  readonly report: string;
  readonly signature: Signature;
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

/** Points at which two reports are of one story, and at which they may be. */
export const STORY: Limits = { linked: 4, proposed: 2.5, kept: 1 };

/** Points of two undated reports with all words in common. */
const UNDATED = 18;

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
  return {
    report: id,
    signature: signatureOf(title === null || text.startsWith(title) ? text : `${title}\n${text}`),
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
 * shootings (docs/ledger.md): shared words count most and ever less the more there are, a shared town or person next.
 * Where a date is missing, words decide in proportion: short reports without a day share little else.
 */
export function likenessOfReports(a: Facts, b: Facts): Likeness {
  const words = likenessOf(a.signature, b.signature);
  const text = words >= 0.5 ? 'nearly the same words' : 'alike in words';
  if (a.published === null || b.published === null)
    return { points: UNDATED * words, reasons: UNDATED * words > 0.5 ? [text] : [] };
  const found: [number, string][] = [[25 * words - 21 * words * words - 0.5, text]];
  const gap = Math.abs(a.published - b.published);
  found.push([-(2 * Math.min(gap, OLD)) / OLD - 0.4 * Math.log1p(gap), '']);
  const towns = [...a.lead].filter(([key]) => b.lead.has(key));
  const [town] = towns.map(([, name]) => name).sort();
  if (town !== undefined) found.push([1.5 * Math.min(2, towns.length), `both about ${town}`]);
  else if (a.lead.size > 0 && b.lead.size > 0 && !meets(a.places, b.places)) found.push([-1.5, '']);
  const people = [...a.people].filter((name) => b.people.has(name)).sort();
  if (people.length > 0) found.push([1.3 * Math.min(3, people.length), `both name ${people[0]}`]);
  if (a.days.size > 0 && b.days.size > 0 && !meets(a.days, b.days)) found.push([-3, '']);
  found.push(...count('killed', a.killed, b.killed, -0.3), ...count('injured', a.injured, b.injured, -0.8));
  found.sort(([x, p], [y, q]) => y - x || (p < q ? -1 : 1));
  return {
    points: found.reduce((sum, [points]) => sum + points, 0),
    reasons: found.filter(([points, reason]) => points > 0.5 && reason !== '').map(([, reason]) => reason),
  };
}

function count(measure: string, a: number | null, b: number | null, unlike: number): [number, string][] {
  if (a === null || b === null) return [];
  if (a !== b) return [[unlike, '']];
  return a > 0 ? [[0.7, `${a} ${measure} in both`]] : [];
}

function meets<V>(a: ReadonlySet<V>, b: ReadonlySet<V>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

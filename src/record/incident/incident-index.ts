// Readings in one by one, incidents out: which happenings of different reports are one, with the reasons for each link.
import type { Reading } from '../../reading/schema.ts';
import { push } from '../lists.ts';
import { dayOf } from './day.ts';
import { Groups, type Likeness, type Tie } from './groups.ts';
import { type Happening, happeningsOf } from './happening.ts';
import { INCIDENT, likenessOfHappenings } from './likeness.ts';
import { type Facts, factsOf, likenessOfReports, STORY } from './story.ts';

/** What people have decided about pairs of happenings, by claim id. */
export interface Settled {
  readonly same: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

/** One real-world happening over many reports. */
export interface Incident {
  /** `i` and the claim id of its first happening, by publication and then by id. */
  readonly id: string;
  /** In order of publication, then of ids; never empty. */
  readonly happenings: readonly [Happening, ...Happening[]];
}

/** A decision outweighs anything that words say. */
const SETTLED = 1000;
/** Longest window, in days, whose days are looked up one by one. */
const SHORT = 10;
/** Days of a long window that are looked up; places and parties of a happening that are. */
const LONGEST = 400;
const MOST_SPOTS = 20;
/** Terms by which reports are looked up: their weightiest. Two that are of one story share some of them. */
const TERMS = 24;
const SHARED_TERMS = 2;
/** Weeks before and after in which reports of the same story are sought. */
const WEEKS = 6;

export class IncidentIndex {
  readonly #facts = new Map<string, Facts>();
  readonly #reports = new Map<string, readonly Happening[]>();
  readonly #stories = new Groups(STORY);
  /** Reports by week and weighty term. */
  readonly #terms = new Map<string, string[]>();
  readonly #happenings = new Map<string, Happening>();
  /** Main event of the happening that each event belongs to. */
  readonly #main = new Map<string, string>();
  readonly #incidents = new Groups(INCIDENT);
  /** Happenings by what two that are one must share. */
  readonly #blocks = new Map<string, string[]>();
  readonly #settled = new Map<string, Map<string, number>>();

  constructor(settled: Settled = { same: [], apart: [] }) {
    const settle = (a: string, b: string, points: number) => {
      const row = this.#settled.get(a) ?? new Map<string, number>();
      // apart outweighs same, whichever was decided first
      this.#settled.set(a, row.set(b, Math.min(row.get(b) ?? points, points)));
    };
    for (const [points, pairs] of [
      [SETTLED, settled.same],
      [-SETTLED, settled.apart],
    ] as const)
      for (const [a, b] of pairs) {
        settle(a, b, points);
        settle(b, a, points);
      }
  }

  /** Number of happenings held. */
  get size(): number {
    return this.#happenings.size;
  }

  /** Adds one reading; one whose report is there already changes nothing. Looks only at its neighbours. */
  add(reading: Reading): void {
    const { id } = reading.report;
    if (this.#reports.has(id)) return;
    const facts = factsOf(reading);
    this.#facts.set(id, facts);
    this.#addStory(facts);
    const mine =
      this.#settled.size === 0
        ? undecided(reading)
        : happeningsOf(reading, (a, b) => (this.#settled.get(a)?.get(b) ?? 0) < 0);
    this.#reports.set(id, mine);
    for (const one of mine) {
      const { kept, sought } = keysOf(one);
      for (const event of one.ids) this.#main.set(event, one.id);
      const others = new Set<string>(
        one.ids
          .flatMap((event) => [...(this.#settled.get(event)?.keys() ?? [])])
          .map((event) => this.#main.get(event) ?? event),
      );
      others.delete(one.id);
      for (const key of sought) for (const other of this.#blocks.get(key) ?? []) others.add(other);
      const compared: [string, Likeness][] = [];
      for (const other of others) {
        const known = this.#happenings.get(other);
        if (known) compared.push([other, this.#compare(one, known)]);
      }
      this.#happenings.set(one.id, one);
      for (const key of kept) push(this.#blocks, key, one.id);
      this.#incidents.add(one.id, compared);
    }
  }

  /** All incidents, by publication of their first report, then by id. */
  incidents(): Incident[] {
    return [...this.#incidents.all()]
      .map((ids) => this.#incident(ids))
      .sort((x, y) => order(x.happenings[0], y.happenings[0]));
  }

  /** The incident of a happening or of one of its events; null for an unknown one. */
  incidentOf(happening: string): Incident | null {
    const ids = this.#incidents.groupOf(this.#main.get(happening) ?? happening);
    return ids.length === 0 ? null : this.#incident(ids);
  }

  /** Happenings of a report in order of its text; empty for an unknown report. */
  happeningsOf(report: string): readonly Happening[] {
    return this.#reports.get(report) ?? [];
  }

  /** Reports that tell the same story, this one included, in code-unit order of ids; empty for an unknown report. */
  storyOf(report: string): readonly string[] {
    return this.#stories.groupOf(report);
  }

  /** Why happenings of one incident belong together: its ties, strongest first. */
  tiesOf({ happenings }: Incident): Tie[] {
    const inside = new Set(happenings.map(({ id }) => id));
    return this.#incidents.ties([...inside].sort(), (other) => inside.has(other));
  }

  /** Ties to other incidents that may be the same, for a person to decide; strongest first. */
  proposalsFor({ happenings }: Incident): Tie[] {
    const inside = new Set(happenings.map(({ id }) => id));
    return this.#incidents.ties([...inside].sort(), (other) => !inside.has(other));
  }

  #addStory(facts: Facts): void {
    const { signature, published, report } = facts;
    const weighty = [...signature.terms.keys()]
      .sort((x, y) => (signature.weights[y] as number) - (signature.weights[x] as number) || x - y)
      .slice(0, TERMS);
    const week = published === null ? null : Math.floor(published / 7);
    const shared = new Map<string, number>();
    for (const at of weighty) {
      const term = signature.terms[at] as number;
      const keys =
        week === null ? [`-|${term}`] : Array.from({ length: 2 * WEEKS + 1 }, (_, i) => `${week - WEEKS + i}|${term}`);
      for (const key of keys)
        for (const other of this.#terms.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      push(this.#terms, `${week ?? '-'}|${term}`, report);
    }
    const compared: [string, Likeness][] = [];
    for (const [other, count] of shared)
      if (count >= SHARED_TERMS) compared.push([other, likenessOfReports(facts, this.#facts.get(other) as Facts)]);
    this.#stories.add(report, compared);
  }

  #compare(a: Happening, b: Happening): Likeness {
    const decided = this.#decided(a, b);
    if (decided !== undefined)
      return { points: decided, reasons: [decided > 0 ? 'decided to be the same' : 'decided to be two'] };
    const story =
      a.report === b.report
        ? null
        : likenessOfReports(this.#facts.get(a.report) as Facts, this.#facts.get(b.report) as Facts);
    return likenessOfHappenings(a, b, story);
  }

  /** What people have decided about any of their events; apart outweighs same. */
  #decided(a: Happening, b: Happening): number | undefined {
    let found: number | undefined;
    for (const left of a.ids) {
      const row = this.#settled.get(left);
      if (!row) continue;
      for (const right of b.ids) {
        const points = row.get(right);
        if (points !== undefined) found = Math.min(found ?? points, points);
      }
    }
    return found;
  }

  #incident(ids: readonly string[]): Incident {
    const [first, ...rest] = ids.map((id) => this.#happenings.get(id) as Happening).sort(order);
    return { id: `i${first?.id}`, happenings: [first as Happening, ...rest] };
  }
}

/** Happenings of readings at hand while nobody has decided anything: a record as of many moments asks for them again. */
const plain = new WeakMap<Reading, readonly Happening[]>();

function undecided(reading: Reading): readonly Happening[] {
  const held = plain.get(reading) ?? happeningsOf(reading);
  plain.set(reading, held);
  return held;
}

const order = (x: Happening, y: Happening): number => {
  const a = x.published ?? '9';
  const b = y.published ?? '9';
  return a === b ? (x.id < y.id ? -1 : x.id > y.id ? 1 : 0) : a < b ? -1 : 1;
};

/**
 * What two happenings that are one share at least one of: family and day (or week), with a place or a party. Those whose
 * window is short are kept by day and by week, so that long ones find them by week and other short ones by day.
 */
function keysOf(happening: Happening): { kept: string[]; sought: string[] } {
  const { family, window, where, around, actors, recipients, published } = happening;
  const spots = [
    ...new Set<string>([...(where ? [where.key, where.printed] : []), ...around, ...actors, ...recipients]),
  ].slice(0, MOST_SPOTS);
  const from = window ? window[0] : dayOf(published);
  const to = window ? Math.min(window[1], window[0] + LONGEST) : from;
  const keys = (letter: string, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${family}|${letter}${first + i}`).flatMap((time) =>
      spots.map((spot) => `${time}|${spot}`),
    );
  if (from === null || to === null) {
    const never = keys('never', 0, 0);
    return { kept: never, sought: never };
  }
  const weeks = (letter: string) => keys(letter, Math.floor((from - 1) / 7), Math.floor((to + 1) / 7));
  if (!window || to - from > SHORT) return { kept: weeks('long'), sought: [...weeks('long'), ...weeks('short')] };
  return {
    kept: [...keys('day', from, to), ...weeks('short')],
    sought: [...keys('day', from - 1, to + 1), ...weeks('long')],
  };
}

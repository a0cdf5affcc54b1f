// Readings in one by one, incidents out: which happenings of different reports are one, with the reasons for each link.
import type { Reading } from '../../reading/schema.ts';
import { push } from '../lists.ts';
import { type Block, blockOf, keysOf, meet, timedKey, untimedKey } from './blocks.ts';
import { Groups, type Likeness, mergedPoints, SETTLED, type Tie } from './groups.ts';
import { type Happening, happeningsOf } from './happening.ts';
import { type Compared, HOPELESS, INCIDENT, likenessOfHappenings } from './likeness.ts';
import { order } from './order.ts';
import { type Facts, factsOf, likenessOfReports, STORY, type StoryLikeness } from './story.ts';
import { tellingsOf, tellsFirst } from './telling.ts';

export { order } from './order.ts';

/** What people have decided about pairs of happenings, by claim id. */
export interface Settled {
  readonly same: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

/** Which happenings are one, however that was found: by the index below, or as a record keeps it. */
export interface Grouping {
  /** By publication of their first report, then by id. */
  incidents(): Incident[];
  /** The incident of a happening or of one of its events; null for an unknown one. */
  incidentOf(happening: string): Incident | null;
  /** Happenings of a report in order of its text; empty for an unknown report. */
  happeningsOf(report: string): readonly Happening[];
  /** Why happenings of one incident belong together: its ties, strongest first. */
  tiesOf(incident: Incident): Tie[];
  /** Ties to other incidents that may be the same, for a person to decide; strongest first. */
  proposalsFor(incident: Incident): Tie[];
}

/** One real-world happening over many reports. */
export interface Incident {
  /** `i` and the claim id of its first happening, by publication and then by id. */
  readonly id: string;
  /** In order of publication, then of ids; never empty. */
  readonly happenings: readonly [Happening, ...Happening[]];
}

/** Terms by which reports are looked up: their weightiest. Two that are of one story share some of them. */
const TERMS = 24;
const SHARED_TERMS = 2;
/** Weeks before and after in which reports of the same story are sought. */
const WEEKS = 6;
/** Weeks of earlier days that a report names, by which it is found as well. */
const MOST_BACK = 8;

/** Kind of the key of a week that a report looks back on. */
const BACK = 1;

interface Kept {
  readonly happening: Happening;
  readonly block: Block;
  /** The newcomer that looked at it last: two share many keys, and are compared once. */
  looked: Block | null;
  /** Another that is told in the same words stands for it. */
  follows: boolean;
}

export class IncidentIndex implements Grouping {
  readonly #facts = new Map<string, Facts>();
  readonly #reports = new Map<string, readonly Happening[]>();
  readonly #stories = new Groups(STORY);
  /** Reports whose story nobody has asked for yet: comparing whole reports costs more than all the rest. */
  readonly #unstoried: Facts[] = [];
  /** Reports by weighty term and week. */
  readonly #terms = new Map<number, string[]>();
  readonly #happenings = new Map<string, Happening>();
  /** Main event of the happening that each event belongs to. */
  readonly #main = new Map<string, string>();
  readonly #incidents = new Groups(INCIDENT);
  /** Happenings by family and by keys that two which meet share. */
  readonly #blocks = new Map<string, Map<number, Kept[]>>();
  /** The first that is told in some words. */
  readonly #first = new Map<string, Kept>();
  readonly #settled: SettledPairs;

  constructor(settled: Settled = { same: [], apart: [] }) {
    this.#settled = settledPairs(settled);
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
    this.#unstoried.push(facts);
    const mine = happeningsAsDecided(reading, this.#settled);
    this.#reports.set(id, mine);
    const tellings = tellingsOf(mine, (event) => this.#settled.has(event));
    for (const [place, one] of mine.entries()) {
      const telling = tellings[place] ?? null;
      const first = telling === null ? undefined : this.#first.get(telling);
      if (first && tellsFirst(first.happening, one)) {
        for (const event of one.ids) this.#main.set(event, one.id);
        this.#happenings.set(one.id, one);
        this.#incidents.follow(one.id, first.happening.id);
        continue;
      }
      if (first) first.follows = true;
      const block = blockFor(one);
      const { kept, sought } = keysOf(block);
      for (const event of one.ids) this.#main.set(event, one.id);
      const compared: [string, Likeness][] = [];
      const seen = new Set<Happening>();
      const meets = (other: Happening) => {
        if (seen.has(other)) return;
        seen.add(other);
        compared.push([other.id, this.#compare(one, other)]);
      };
      for (const event of one.ids)
        for (const settled of this.#settled.get(event)?.keys() ?? []) {
          const other = this.#happenings.get(this.#main.get(settled) ?? settled);
          if (other && other !== one) meets(other);
        }
      const family = this.#blocks.get(block.family) ?? new Map<number, Kept[]>();
      this.#blocks.set(block.family, family);
      for (const key of sought)
        for (const other of family.get(key) ?? []) {
          if (other.looked === block || other.follows) continue;
          other.looked = block;
          if (meet(block, other.block)) meets(other.happening);
        }
      this.#happenings.set(one.id, one);
      const own: Kept = { happening: one, block, looked: null, follows: false };
      for (const key of kept) push(family, key, own);
      this.#incidents.add(one.id, compared);
      if (first) this.#incidents.succeed(first.happening.id, one.id);
      if (telling !== null) this.#first.set(telling, own);
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
    for (const facts of this.#unstoried.splice(0)) this.#addStory(facts);
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
    const { published, days, report } = facts;
    const week = published === null ? null : Math.floor(published / 7);
    const near = week === null ? [] : Array.from({ length: 2 * WEEKS + 1 }, (_, at) => week - WEEKS + at);
    // a trial's report is sought, too, in the week of the deed that it looks back on, and found there by others
    const named = [...new Set([...days].map((day) => Math.floor(day / 7)))].filter((one) => one !== week);
    const back = named.sort((x, y) => x - y).slice(0, MOST_BACK);
    const sought = [...new Set([...near, ...back])];
    const looked = week === null ? back : [...back, week];
    const shared = new Map<string, number>();
    for (const term of weightyOf(facts)) {
      const others = new Set<string>();
      const look = (key: number) => {
        for (const other of this.#terms.get(key) ?? []) others.add(other);
      };
      if (week === null) look(untimedKey(term));
      for (const one of sought) look(timedKey(term, one));
      for (const one of looked) look(timedKey(term, one, BACK));
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      push(this.#terms, week === null ? untimedKey(term) : timedKey(term, week), report);
      for (const one of back) push(this.#terms, timedKey(term, one, BACK), report);
    }
    const compared: [string, Likeness][] = [];
    for (const [other, count] of shared)
      if (count >= SHARED_TERMS) compared.push([other, likenessOfReports(facts, this.#facts.get(other) as Facts)]);
    this.#stories.add(report, compared);
  }

  #compare(a: Happening, b: Happening): Likeness {
    return comparedAs(a, b, decidedOn(this.#settled, a, b), () =>
      likenessOfReports(this.#facts.get(a.report) as Facts, this.#facts.get(b.report) as Facts),
    );
  }

  #incident(ids: readonly string[]): Incident {
    const [first, ...rest] = ids.map((id) => this.#happenings.get(id) as Happening).sort(order);
    return { id: `i${first?.id}`, happenings: [first as Happening, ...rest] };
  }
}

/** Points of pairs of events that people have decided upon, both ways round. */
export type SettledPairs = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function settledPairs({ same, apart }: Settled): SettledPairs {
  const pairs = new Map<string, Map<string, number>>();
  const settle = (a: string, b: string, points: number) => {
    const row = pairs.get(a) ?? new Map<string, number>();
    // apart outweighs same, whichever was decided first
    pairs.set(a, row.set(b, Math.min(row.get(b) ?? points, points)));
  };
  for (const [points, list] of [
    [SETTLED, same],
    [-SETTLED, apart],
  ] as const)
    for (const [a, b] of list) {
      settle(a, b, points);
      settle(b, a, points);
    }
  return pairs;
}

/** What people have decided about any of their events; apart outweighs same. */
export function decidedOn(pairs: SettledPairs, a: Compared, b: Compared): number | undefined {
  let found: number | undefined;
  for (const left of a.ids) {
    const row = pairs.get(left);
    if (!row) continue;
    for (const right of b.ids) {
      const points = row.get(right);
      if (points !== undefined) found = Math.min(found ?? points, points);
    }
  }
  return found;
}

/** Happenings of a reading, those events apart that people have parted. */
export function happeningsAsDecided(reading: Reading, pairs: SettledPairs): readonly Happening[] {
  return pairs.size === 0 ? undecided(reading) : happeningsOf(reading, (a, b) => (pairs.get(a)?.get(b) ?? 0) < 0);
}

/** Two happenings as they are compared: what people decided about them (positive for the same), else what words say. */
export function comparedAs(
  a: Compared,
  b: Compared,
  decided: number | undefined,
  story: () => StoryLikeness,
): Likeness {
  if (decided === undefined) return asSaid(a, b, story);
  if (decided < 0) return { points: decided, reasons: ['decided to be two'] };
  // words bring together only what shares a day and a place or a party
  const said = meet(blockOf(a), blockOf(b)) ? asSaid(a, b, story, Number.NEGATIVE_INFINITY).points : 0;
  return { points: mergedPoints(said), reasons: ['decided to be the same'] };
}

/** Where two have less than `least` apart from their reports, these are not looked at. */
function asSaid(a: Compared, b: Compared, story: () => StoryLikeness, least = HOPELESS): Likeness {
  // reasons name the place of the one whose id comes first, whichever report came first
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  return likenessOfHappenings(one, other, a.report === b.report ? null : story, least);
}

/** Terms by which a report is looked up; of facts at hand. */
const weighty = new WeakMap<Facts, Int32Array>();

function weightyOf(facts: Facts): Int32Array {
  const { terms, weights } = facts.signature;
  const known =
    weighty.get(facts) ??
    Int32Array.from(
      [...terms.keys()]
        .sort((x, y) => (weights[y] as number) - (weights[x] as number) || x - y)
        .slice(0, TERMS)
        .map((at) => terms[at] as number),
    );
  weighty.set(facts, known);
  return known;
}

/** Blocks of happenings at hand. */
const blocks = new WeakMap<Happening, Block>();

function blockFor(happening: Happening): Block {
  const known = blocks.get(happening) ?? blockOf(happening);
  blocks.set(happening, known);
  return known;
}

/** Happenings of readings at hand while nobody has decided anything: a record as of many moments asks for them again. */
const plain = new WeakMap<Reading, readonly Happening[]>();

/** Happenings that another thread has made of a reading. */
export const rememberHappenings = (reading: Reading, happenings: readonly Happening[]): void => {
  plain.set(reading, happenings);
};

function undecided(reading: Reading): readonly Happening[] {
  const held = plain.get(reading) ?? happeningsOf(reading);
  plain.set(reading, held);
  return held;
}

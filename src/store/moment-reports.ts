// A moment in, the reports that were read or decided upon otherwise then out: what tells of them, and their readings when asked.
import { sql } from 'kysely';
import type { Reading } from '../reading/schema.ts';
import { settledBy } from '../record/chronicle.ts';
import { type Decision, inForce } from '../record/decision.ts';
import type { Told } from '../record/diplomacy/told.ts';
import { happeningsAsDecided, type SettledPairs, settledPairs } from '../record/incident/incident-index.ts';
import { breathe } from './breath.ts';
import { reportsConcerned } from './concerned.ts';
import { decisionsByNumber } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import { type Gist, readGist } from './gist.ts';
import { HeldCache, heldReadings } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import { toldOf } from './told.ts';

/** Reports that are unpacked between two rests. */
const TOGETHER = 25;

interface Kept {
  readonly gist: Gist;
  /** How much was said. */
  readonly said: number;
  /** Words on meetings and promises, as JSON. */
  readonly plans: readonly string[];
}

/**
 * Reports that came before a moment, and with which decisions made later have to do, or which a newer reader has read anew
 * since and otherwise. A new reader may have read all there are: what tells of a report is kept, its reading is not.
 */
export class ReadThen {
  readonly #db: Db;
  /** The last reading that was there, by its place in the record's order. */
  readonly #upTo: number;
  /** Decisions upon these reports that were in force, in their order. */
  readonly standing: readonly Decision[];
  readonly pairs: SettledPairs;
  readonly #kept = new Map<number, Kept>();
  /** By ids of their events. */
  readonly #called = new Map<string, number>();

  private constructor(db: Db, upTo: number, standing: readonly Decision[]) {
    this.#db = db;
    this.#upTo = upTo;
    this.standing = standing;
    this.pairs = settledPairs(settledBy(standing));
  }

  /** None at all, where only what was published counts. */
  static readonly none = (db: Db): ReadThen => new ReadThen(db, 0, []);

  /** Of what was known before `end`, a part of an instant with `~` behind it. */
  static async before(db: Db, end: string): Promise<ReadThen> {
    const last = await db
      .selectFrom('reading')
      .select('arrival')
      .where('made', '<', end)
      .orderBy('made', 'desc')
      .orderBy('arrival', 'desc')
      .limit(1)
      .executeTakeFirst();
    const upTo = last?.arrival ?? 0;
    const some = new Set([...(await decidedLater(db, end)), ...(await readLater(db, end, upTo))]);
    const reports = await came(db, [...some], end);
    const found = new ReadThen(db, upTo, reports.length === 0 ? [] : await standingBefore(db, reports, end));
    for await (const [report, reading] of found.#read(reports, new HeldCache())) found.#keep(report, reading);
    return found;
  }

  get size(): number {
    return this.#kept.size;
  }

  has(report: number): boolean {
    return this.#kept.has(report);
  }

  reports(): number[] {
    return [...this.#kept.keys()];
  }

  gistOf(report: number): Gist | undefined {
    return this.#kept.get(report)?.gist;
  }

  gists(): Gist[] {
    return [...this.#kept.values()].map(({ gist }) => gist);
  }

  /** The number of the happening to which an event belonged. */
  called(id: string): number | undefined {
    return this.#called.get(id);
  }

  /** Of happenings whose events' ids begin and end so. */
  calledLike(begins: string, ends: string): number[] {
    return [...this.#called].flatMap(([id, n]) => (id.startsWith(begins) && id.endsWith(ends) ? [n] : []));
  }

  get said(): number {
    return [...this.#kept.values()].reduce((sum, { said }) => sum + said, 0);
  }

  plans(): Told[] {
    return [...this.#kept.values()].flatMap(({ plans }) => plans.map((body) => JSON.parse(body) as Told));
  }

  /** Of these reports, those that were read otherwise, as they were read. */
  async readings(reports: readonly number[], held: HeldCache): Promise<ReadonlyMap<number, Reading>> {
    const found = new Map<number, Reading>();
    const mine = reports.filter((report) => this.has(report));
    for await (const [report, reading] of this.#read(mine, held)) found.set(report, reading);
    return found;
  }

  /** Some of them, or all, a few at a time. */
  async *each(reports: readonly number[] = this.reports()): AsyncGenerator<Reading> {
    for await (const [, reading] of this.#read(reports, new HeldCache())) yield reading;
  }

  async *#read(reports: readonly number[], held: HeldCache): AsyncGenerator<readonly [number, Reading]> {
    for (let from = 0; from < reports.length; from += TOGETHER) {
      const some = reports.slice(from, from + TOGETHER);
      yield* (await heldReadings(this.#db, some, this.#upTo, held, this.standing)).readings;
      await breathe();
    }
  }

  #keep(report: number, reading: Reading): void {
    const told = toldOf(reading, happeningsAsDecided(reading, this.pairs));
    const gist = readGist(report, told.gist);
    this.#kept.set(report, { gist, said: reading.statements.length, plans: told.plans });
    told.happenings.forEach(({ parts }, place) => {
      const { n } = gist.happenings[place] as Gist['happenings'][number];
      // of two happenings with one event the first counts
      for (const id of parts) if (!this.#called.has(id)) this.#called.set(id, n);
    });
  }
}

/** Reports with which decisions made from a moment on have to do, by number. */
async function decidedLater(db: Db, end: string): Promise<number[]> {
  const later = await db.selectFrom('decision').select('arrival').where('at', '>=', end).execute();
  const ids = new Set<string>();
  for (const decision of await decisionsByNumber(
    db,
    later.map(({ arrival }) => arrival),
  ))
    for (const id of await reportsConcerned(db, decision)) ids.add(id);
  const reports: number[] = [];
  for (const some of inChunks([...ids]))
    for (const { arrival } of await db.selectFrom('report').select('arrival').where('id', 'in', some).execute())
      reports.push(arrival);
  return reports;
}

/** Reports that had been read before a moment and have been read otherwise since, by number. */
async function readLater(db: Db, end: string, upTo: number): Promise<number[]> {
  const anew = await db
    .selectFrom('reading as later')
    .innerJoin('reading as then', 'then.report', 'later.report')
    .select('later.report')
    .distinct()
    .where('later.made', '>=', end)
    .where('then.arrival', '<=', upTo)
    .whereRef('later.arrival', '>', 'then.arrival')
    .execute();
  const reports: number[] = [];
  for (const some of inChunks(anew.map(({ report }) => report))) {
    const { rows } = await sql<{ arrival: number }>`select arrival from report where id in (${sql.join(some)})
      and (select body from reading where report = report.id and arrival <= ${upTo} order by arrival desc limit 1)
        <> (select body from reading where report = report.id order by arrival desc limit 1)`.execute(db);
    for (const { arrival } of rows) reports.push(arrival);
  }
  return reports;
}

/** Which of these reports had come, in the order in which they did. */
async function came(db: Db, reports: readonly number[], end: string): Promise<number[]> {
  const found = new Set<number>();
  for (const some of inChunks(reports))
    for (const { report } of await db
      .selectFrom('dated')
      .select('report')
      .where('report', 'in', some)
      .where('added', '<', end)
      .execute())
      found.add(report);
  return [...found].sort((a, b) => a - b);
}

/** Decisions upon reports that were in force before a moment, whatever was taken back later. */
async function standingBefore(db: Db, reports: readonly number[], end: string): Promise<readonly Decision[]> {
  const found = new Map<number, Decision>();
  let numbers = new Set<number>();
  for (const some of inChunks(reports))
    for (const { decision } of await db.selectFrom('upon').select('decision').where('report', 'in', some).execute())
      numbers.add(decision);
  while (numbers.size > 0) {
    const some = (await decisionsByNumber(db, [...numbers])).filter(({ at }) => at < end);
    for (const one of some) found.set(one.arrival, one);
    numbers = new Set();
    for (const ids of inChunks(some.map(({ id }) => id)))
      for (const { decision } of await db
        .selectFrom('decision_target')
        .innerJoin('decision', 'decision.arrival', 'decision_target.decision')
        .select('decision_target.decision')
        .where('decision_target.target', 'in', ids)
        .where('decision.act', '=', 'withdraw')
        .execute())
        if (!found.has(decision)) numbers.add(decision);
  }
  return inForce([...found.values()]).filter(({ detail }) => detail.act !== 'withdraw');
}

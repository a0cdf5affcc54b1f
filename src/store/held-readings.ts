// Reports in, their readings as people want them out: the newest of each, with what was decided upon it.
import type { Reading, ReadingActor } from '../reading/schema.ts';
import { asDecided, decisionsByReport, type Known } from '../record/as-decided.ts';
import { settledBy } from '../record/chronicle.ts';
import type { Decision } from '../record/decision.ts';
import { actorFromId } from '../record/entity.ts';
import { type SettledPairs, settledPairs } from '../record/incident/incident-index.ts';
import { readingOf } from './base-claims.ts';
import { decisionsByNumber } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import { inChunks } from './in-chunks.ts';

export interface HeldReadings {
  /** By the report's number. */
  readonly readings: ReadonlyMap<number, Reading>;
  /** Decisions in force that concern any of these reports, in their order. */
  readonly standing: readonly Decision[];
  readonly pairs: SettledPairs;
}

/** What this process has made of reports lately, by their numbers: the one asked for longest ago goes first. */
export class Lately<T> {
  readonly #most: number;
  readonly #kept = new Map<number, T>();
  constructor(most: number) {
    this.#most = most;
  }
  get(report: number): T | undefined {
    const known = this.#kept.get(report);
    if (known !== undefined) {
      this.#kept.delete(report);
      this.#kept.set(report, known);
    }
    return known;
  }
  set(report: number, one: T): void {
    this.#kept.delete(report);
    if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value as number);
    this.#kept.set(report, one);
  }
  delete(report: number): void {
    this.#kept.delete(report);
  }
  clear(): void {
    this.#kept.clear();
  }
}

/** Readings that this process has put together lately, by the report's number. */
export class HeldCache extends Lately<Reading> {
  constructor() {
    super(100);
  }
}

/** Decisions in force that concern reports. */
export async function standingUpon(db: Db, reports: readonly number[]): Promise<readonly Decision[]> {
  const numbers = new Set<number>();
  for (const some of inChunks(reports))
    for (const { decision } of await db
      .selectFrom('upon')
      .leftJoin('withdrawal', 'withdrawal.decision', 'upon.decision')
      .select('upon.decision')
      .where('upon.report', 'in', some)
      .where('withdrawal.decision', 'is', null)
      .execute())
      numbers.add(decision);
  return decisionsByNumber(db, [...numbers]);
}

/** `upTo` leaves out readings that come later in the record's order: a rebuild must not see them. */
export async function heldReadings(
  db: Db,
  reports: readonly number[],
  upTo: number,
  cache: HeldCache = new HeldCache(),
  /** Decisions that count; those in force now without. */
  decided?: readonly Decision[],
): Promise<HeldReadings> {
  const standing = decided ?? (await standingUpon(db, reports));
  const readings = new Map<number, Reading>();
  const missing: number[] = [];
  for (const report of reports) {
    const known = cache.get(report);
    if (known) readings.set(report, known);
    else missing.push(report);
  }
  const byReport = decisionsByReport(standing);
  const known = await knownBy(db, standing);
  for (const some of inChunks(missing)) {
    const rows = await db
      .selectFrom('reading')
      .innerJoin('report', 'report.id', 'reading.report')
      .select([
        'id',
        'title',
        'source',
        'url',
        'published',
        'language',
        'text',
        'reader',
        'body',
        'report.arrival as number',
      ])
      .where('report.arrival', 'in', some)
      .where('reading.arrival', '<=', upTo)
      .orderBy('reading.arrival')
      .execute();
    // the last of each report counts
    for (const row of new Map(rows.map((row) => [row.number, row])).values()) {
      const read = readingOf(row);
      const upon = byReport.get(row.id);
      const held = upon ? asDecided(read, upon, known) : read;
      readings.set(row.number, held);
      cache.set(row.number, held);
    }
  }
  return { readings, standing, pairs: settledPairs(settledBy(standing)) };
}

/** Fields of a claim that name actors. */
const PARTIES = ['actors', 'recipients', 'speaker', 'addressee'] as const;

/** The places and actors that decisions name: the claim's own report need not name them. */
async function knownBy(db: Db, decisions: readonly Decision[]): Promise<Known> {
  const ids = decisions.flatMap(({ detail }) => {
    const value =
      detail.act === 'edit' && detail.field === 'place'
        ? detail.value
        : detail.act === 'add'
          ? detail.fields['place']
          : null;
    return typeof value === 'string' ? [value] : [];
  });
  const places = new Map<string, ReturnType<Known['place']>>();
  for (const some of inChunks([...new Set(ids)]))
    for (const { id, name, country, latitude, longitude, geonames, precision } of await db
      .selectFrom('place')
      .selectAll()
      .where('id', 'in', some)
      .execute())
      places.set(id, { id, name, country, latitude, longitude, geonames, precision, mentions: [] } as never);
  const parties = decisions.flatMap(({ detail }) => {
    if (detail.act === 'edit') return PARTIES.some((field) => field === detail.field) ? [detail.value].flat() : [];
    return detail.act === 'add' ? PARTIES.flatMap((field) => [detail.fields[field]].flat()) : [];
  });
  const named = [...new Set(parties)].filter((id) => typeof id === 'string');
  const actors = new Map<string, Pick<ReadingActor, 'name' | 'country' | 'sector'>>();
  for (const some of inChunks(named))
    for (const { id, ...known } of await db
      .selectFrom('actor')
      .select(['id', 'name', 'country', 'sector'])
      .where('id', 'in', some)
      .execute())
      actors.set(id, known);
  return {
    actor: (id) => {
      const actor = actorFromId(id);
      return actor && ({ ...actor, ...actors.get(id), title: null, mentions: [] } as never);
    },
    place: (id) => places.get(id) ?? null,
  };
}

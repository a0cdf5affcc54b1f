// Reports asked for in, what people want read of them out, and what repeats what.
import type { Reading } from '../reading/schema.ts';
import type { Copies } from '../record/ledger/flag.ts';
import { copiesAmong } from './copies-among.ts';
import type { Db } from './engine.ts';
import { heldReadings } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';

export interface HeldQueries {
  /** Reports behind a number, in the order in which they came: as people want them read. `next` goes on; null at the end. */
  held(after: number, limit: number): Promise<{ readonly readings: readonly Reading[]; readonly next: number | null }>;
  /** The same of some reports by id; those that the record lacks are left out. */
  heldOf(reports: readonly string[]): Promise<readonly Reading[]>;
  /** What repeats what, over the whole record. */
  copies(): Promise<Copies>;
}

export function heldQueries(db: Db, guarded: <T>(work: () => Promise<T>) => Promise<T>): HeldQueries {
  return {
    held: (after, limit) => guarded(() => held(db, after, limit)),
    heldOf: (reports) => guarded(() => heldOf(db, reports)),
    copies: () => guarded(() => allCopies(db)),
  };
}

async function held(db: Db, after: number, limit: number) {
  const rows = await db
    .selectFrom('report')
    .select('arrival')
    .where('arrival', '>', after)
    .orderBy('arrival')
    .limit(limit)
    .execute();
  const numbers = rows.map(({ arrival }) => arrival);
  const { readings } = await heldReadings(db, numbers, Number.MAX_SAFE_INTEGER);
  return { readings: [...readings.values()], next: rows.length === limit ? (numbers.at(-1) as number) : null };
}

async function heldOf(db: Db, reports: readonly string[]): Promise<readonly Reading[]> {
  const numbers: number[] = [];
  for (const some of inChunks(reports))
    for (const { arrival } of await db.selectFrom('report').select('arrival').where('id', 'in', some).execute())
      numbers.push(arrival);
  return [...(await heldReadings(db, numbers, Number.MAX_SAFE_INTEGER)).readings.values()];
}

/** A report that stands in no group repeats nothing. */
async function allCopies(db: Db): Promise<Copies> {
  const rows = await db.selectFrom('copy').select('report').where('origin', 'is not', null).execute();
  return copiesAmong(
    db,
    rows.map(({ report }) => report),
  );
}

// A place in the record's order in, what the record held up to there out: one hash of it, its counts; and the releases made of it.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Engine } from './engine.ts';
import { nextNumber } from './team-schema.ts';

export interface EditionRow {
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Held {
  readonly reports: number;
  readonly readings: number;
  readonly decisions: number;
  /** Claims in force by kind: neither rejected nor merged nor superseded. */
  readonly claims: Readonly<Record<string, number>>;
  /** Versions of the readers, in order. */
  readonly readers: readonly string[];
}

export interface EditionStore {
  /** False when the name is taken: a release is never made anew. */
  make(edition: EditionRow): Promise<boolean>;
  /** Newest first. */
  list(): Promise<readonly EditionRow[]>;
  /**
   * SHA-256 over the reports, readings and decisions up to this arrival. They are only ever added to, so it stays the same
   * for ever, on any engine and in any copy; nothing that is derived goes in.
   */
  hashUpTo(arrival: number): Promise<string>;
  heldAt(arrival: number): Promise<Held>;
}

const PAGE = 500;

export function editionStore(engine: Engine): EditionStore {
  const { db } = engine;
  return {
    make: ({ name, at, by, body }) =>
      engine.write(true, async (trx) => {
        if (await trx.selectFrom('edition').select('n').where('name', '=', name).executeTakeFirst()) return false;
        const n = await nextNumber(trx, 'edition');
        await trx
          .insertInto('edition')
          .values({ n, name, at, by, body: JSON.stringify(body) })
          .execute();
        return true;
      }),
    async list() {
      const rows = await db.selectFrom('edition').selectAll().orderBy('n', 'desc').execute();
      return rows.map(({ name, at, by, body }) => ({
        name,
        at,
        by,
        body: JSON.parse(body) as Record<string, unknown>,
      }));
    },
    async hashUpTo(arrival) {
      const hash = createHash('sha256');
      // a report's number is its own count: those whose first reading is in are in
      const last = await db
        .selectFrom('reading')
        .innerJoin('report', 'report.id', 'reading.report')
        .select((one) => one.fn.max('report.arrival').as('n'))
        .where('reading.arrival', '<=', arrival)
        .executeTakeFirst();
      await rows(db, 'report', 'arrival', Number(last?.n ?? 0), hash);
      await rows(db, 'reading', 'arrival', arrival, hash);
      await rows(db, 'decision', 'arrival', arrival, hash);
      await rows(db, 'decision_target', 'decision', arrival, hash);
      return hash.digest('hex');
    },
    async heldAt(arrival) {
      const counted = async (table: 'reading' | 'decision') =>
        Number(
          (
            await db
              .selectFrom(table)
              .select(sql<number>`count(*)`.as('n'))
              .where('arrival', '<=', arrival)
              .executeTakeFirstOrThrow()
          ).n,
        );
      const reports = await db
        .selectFrom('reading')
        .select(sql<number>`count(distinct report)`.as('n'))
        .where('arrival', '<=', arrival)
        .executeTakeFirstOrThrow();
      const readers = await db
        .selectFrom('reading')
        .select('reader')
        .distinct()
        .where('arrival', '<=', arrival)
        .orderBy('reader')
        .execute();
      const claims = await db
        .selectFrom('claim')
        .select(['kind', sql<number>`count(*)`.as('n')])
        .where('since', '<=', arrival)
        .where((one) => one.or([one('until', 'is', null), one('until', '>', arrival)]))
        .where('standing', '=', 'current')
        .where('status', '<>', 'rejected')
        .groupBy('kind')
        .orderBy('kind')
        .execute();
      return {
        reports: Number(reports.n),
        readings: await counted('reading'),
        decisions: await counted('decision'),
        claims: Object.fromEntries(claims.map(({ kind, n }) => [kind, Number(n)])),
        readers: readers.map(({ reader }) => reader),
      };
    },
  };
}

/** Hashes the rows of a table up to a key, page by page, in the order of their keys. */
async function rows(
  db: Db,
  table: 'report' | 'reading' | 'decision' | 'decision_target',
  key: 'arrival' | 'decision',
  to: number,
  hash: ReturnType<typeof createHash>,
): Promise<void> {
  for (let after = 0; after < to; after += PAGE) {
    let query = db
      .selectFrom(table as 'decision')
      .selectAll()
      .where(key as 'arrival', '>', after)
      .where(key as 'arrival', '<=', Math.min(to, after + PAGE))
      .orderBy(key as 'arrival');
    if (table === 'decision_target') query = query.orderBy('place' as 'arrival');
    for (const row of await query.execute())
      hash.update(
        `${table} ${JSON.stringify(
          Object.entries(row)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, value]) => value),
        )}\n`,
      );
  }
}

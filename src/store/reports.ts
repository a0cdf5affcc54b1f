// What one asks about reports in, pages of them, one with its reading, its versions out.
import { sql } from 'kysely';
import { readingOf } from './base-claims.ts';
import { checkLimit } from './claim-queries.ts';
import type { Db } from './engine.ts';
import type { CopyRow, Kept, Page, ReportPage, ReportRow } from './store.ts';

/** A cursor is the sort key of the last row shown: publication day and order of arrival. */
const cursor = (published: string | null, arrival: number) => `${published ?? ''}~${arrival}`;

type Counts = Pick<ReportRow, 'events' | 'statements' | 'figures' | 'times' | 'places' | 'unread'>;

export async function list(db: Db, { limit, after }: Page): Promise<ReportPage> {
  checkLimit(limit);
  const day = sql<string>`coalesce(report.published, '')`;
  let query = db
    .selectFrom('report')
    .select(['id', 'title', 'source', 'url', 'published', 'language', 'added', 'arrival', 'length'])
    .select((of) =>
      of
        .selectFrom('reading')
        .select('counts')
        .whereRef('reading.report', '=', 'report.id')
        .orderBy('arrival', 'desc')
        .limit(1)
        .as('counts'),
    )
    .select((of) => [
      of
        .selectFrom('copy')
        .innerJoin('report as first', 'first.arrival', 'copy.origin')
        .select('first.id')
        .whereRef('copy.report', '=', 'report.arrival')
        .as('copyOf'),
      of
        .selectFrom('copy')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('copy.origin', '=', 'report.arrival')
        .as('copies'),
    ])
    .orderBy(sql`coalesce(report.published, '') desc`)
    .orderBy('arrival', 'desc')
    .limit(limit + 1);
  if (after !== null) {
    const [, published, arrival] = /^([^~]*)~(\d{1,15})$/.exec(after) ?? [];
    if (published === undefined)
      throw new RangeError(`after is ${JSON.stringify(after)}; give the "next" of an earlier page`);
    query = query.where(
      sql<boolean>`(${day} < ${published} or (${day} = ${published} and report.arrival < ${Number(arrival)}))`,
    );
  }
  const rows = await query.execute();
  // every report got a number and none is ever taken out, so the last number counts them
  const { reports: total } = await db.selectFrom('head').select('reports').executeTakeFirstOrThrow();
  const { copies } = await db
    .selectFrom('copy')
    .select(sql<number>`count(*)`.as('copies'))
    .where('origin', 'is not', null)
    .executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    reports: shown.map(({ counts, arrival: _, ...row }) => ({
      ...row,
      copyOf: row.copyOf ?? null,
      copies: Number(row.copies ?? 0),
      ...(JSON.parse(counts ?? '{}') as Counts),
    })),
    next: rows.length > limit && last ? cursor(last.published, last.arrival) : null,
    total: Number(total),
    origins: Number(total) - Number(copies),
  };
}

/** The group of copies that a report belongs to, its origin first. */
export async function copies(db: Db, id: string): Promise<CopyRow[]> {
  const own = await db
    .selectFrom('report')
    .innerJoin('copy', 'copy.report', 'report.arrival')
    .select(['report.arrival', 'origin'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!own) return [];
  const origin = own.origin ?? own.arrival;
  const rows = await db
    .selectFrom('report')
    .innerJoin('copy', 'copy.report', 'report.arrival')
    .select(['id', 'title', 'source', 'published', 'kind', 'held'])
    .where((of) => of.or([of('copy.origin', '=', origin), of('copy.report', '=', origin)]))
    .orderBy('report.arrival')
    .execute();
  return rows.length < 2
    ? []
    : rows.map(({ kind, held, ...row }) => ({
        ...row,
        kind: kind as CopyRow['kind'],
        held: held === null ? null : Number(held),
      }));
}

export async function show(db: Db, id: string, reader?: string): Promise<Kept | null> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const readings = await db
    .selectFrom('reading')
    .select(['reader', 'arrival'])
    .where('report', '=', id)
    .orderBy('arrival')
    .execute();
  const chosen = reader === undefined ? readings.at(-1) : readings.find((one) => one.reader === reader);
  if (!chosen) return null;
  const { body } = await db
    .selectFrom('reading')
    .select('body')
    .where('arrival', '=', chosen.arrival)
    .executeTakeFirstOrThrow();
  return {
    reading: readingOf({ ...row, reader: chosen.reader, body }),
    added: row.added,
    readers: readings.map((one) => one.reader),
  };
}

export async function startingWith(db: Db, prefix: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('report')
    .select('id')
    .where('id', '>=', prefix)
    .where('id', '<', `${prefix}\u{10ffff}`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function versions(db: Db, id: string) {
  const own = await db
    .selectFrom('report')
    .select(['id', 'identity', 'published', 'added', 'arrival'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!own) return [];
  const rows =
    own.identity === null
      ? [own]
      : await db
          .selectFrom('report')
          .select(['id', 'published', 'added', 'arrival'])
          .where('identity', '=', own.identity)
          .orderBy(sql`coalesce(published, '')`)
          .orderBy('arrival')
          .execute();
  return rows.map(({ id: of, published, added }) => ({ id: of, published, added }));
}

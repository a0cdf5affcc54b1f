// A Kysely connection in, a Store out: the queries, the same for every engine.
import { type Kysely, sql } from 'kysely';
import type { Reading } from '../reading/schema.ts';
import { claimsOf } from '../record/claim.ts';
import type { Added, Kept, Page, ReportPage, ReportRow, Store, StoreError } from './store.ts';
import type { Tables } from './tables.ts';

/** A cursor is the sort key of the last row shown: publication day and order of arrival. */
const cursor = (published: string | null, arrival: number) => `${published ?? ''}~${arrival}`;

/** What differs from engine to engine. */
export interface Engine {
  readonly db: Kysely<Tables>;
  readonly address: string;
  /** Runs `work` in one transaction that no other writer can break into: all of it is kept or nothing. */
  write<T>(work: (trx: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** What the engine threw, as the one error a caller sees. */
  wrap(cause: unknown): StoreError;
}

export function recordStore({ db, address, write, wrap }: Engine): Store {
  /** Runs one piece of work; whatever the engine throws comes out as a StoreError, a caller's mistake as it is. */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RangeError || (error as Error)?.name === 'EvidenceError') throw error;
      throw wrap(error);
    }
  };
  return {
    address,
    add: (readings, at) => guarded(() => write((trx) => addAll(trx, readings, at))),
    list: (page) => guarded(() => list(db, page)),
    show: (id) => guarded(() => show(db, id)),
    startingWith: (prefix, limit) => guarded(() => startingWith(db, prefix, limit)),
    close: () => db.destroy(),
  };
}

async function addAll(trx: Kysely<Tables>, readings: readonly Reading[], at: string): Promise<Added[]> {
  const added: Added[] = [];
  for (const reading of readings) added.push(await addOne(trx, reading, at));
  return added;
}

async function addOne(trx: Kysely<Tables>, reading: Reading, at: string): Promise<Added> {
  const claims = claimsOf(reading); // checks every quote before anything is written
  const { report, recount: reader, format: _, ...body } = reading;
  const known = await trx.selectFrom('report').select('id').where('id', '=', report.id).executeTakeFirst();
  if (!known) {
    const { id, title, source, url, published, language, text } = report;
    const arrival = await nextArrival(trx, 'report');
    await trx
      .insertInto('report')
      .values({ id, title, source, url, published, language, text, added: at, arrival })
      .execute();
  } else if (
    await trx
      .selectFrom('reading')
      .select('reader')
      .where('report', '=', report.id)
      .where('reader', '=', reader)
      .executeTakeFirst()
  ) {
    return { id: report.id, outcome: 'known' };
  }
  const { events, statements, figures, times, places, unread } = body;
  const counts = { events, statements, figures, times, places, unread };
  await trx
    .insertInto('reading')
    .values({
      report: report.id,
      reader,
      body: JSON.stringify(body),
      made: at,
      counts: JSON.stringify(Object.fromEntries(Object.entries(counts).map(([kind, list]) => [kind, list.length]))),
      arrival: await nextArrival(trx, 'reading'),
    })
    .execute();
  // SQLite takes 32,766 parameters a statement; 2,000 rows of five stay below it
  for (let from = 0; from < claims.length; from += 2000) {
    const some = claims.slice(from, from + 2000);
    const rows = some.map(({ id, report: of, reader: by, kind, fields }) => ({
      id,
      report: of,
      reader: by,
      kind,
      fields: JSON.stringify(fields),
    }));
    await trx.insertInto('claim').values(rows).execute();
  }
  const evidence = claims.flatMap((claim) =>
    claim.evidence.map(({ start, end, quote }, place) => ({ claim: claim.id, place, start, end, quote })),
  );
  for (let from = 0; from < evidence.length; from += 2000) {
    await trx
      .insertInto('evidence')
      .values(evidence.slice(from, from + 2000))
      .execute();
  }
  return { id: report.id, outcome: known ? 'reread' : 'new' };
}

async function nextArrival(trx: Kysely<Tables>, table: 'report' | 'reading'): Promise<number> {
  const row = await trx
    .selectFrom(table)
    .select(sql<number>`coalesce(max(arrival), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow();
  return Number(row.next);
}

async function list(db: Kysely<Tables>, { limit, after }: Page): Promise<ReportPage> {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1000))
    throw new RangeError(`limit is ${limit}; give a whole number from 1 to 1000`);
  const day = sql<string>`coalesce(report.published, '')`;
  let query = db
    .selectFrom('report')
    .select([
      'id',
      'title',
      'source',
      'url',
      'published',
      'language',
      'added',
      'arrival',
      sql<number>`length(text)`.as('length'),
    ])
    .select((of) =>
      of
        .selectFrom('reading')
        .select('counts')
        .whereRef('reading.report', '=', 'report.id')
        .orderBy('arrival', 'desc')
        .limit(1)
        .as('counts'),
    )
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
  const { total } = await db.selectFrom('report').select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    reports: shown.map(({ counts, arrival: _, ...row }) => ({
      ...row,
      length: Number(row.length),
      ...(JSON.parse(counts ?? '{}') as Counts),
    })),
    next: rows.length > limit && last ? cursor(last.published, last.arrival) : null,
    total: Number(total),
  };
}

type Counts = Pick<ReportRow, 'events' | 'statements' | 'figures' | 'times' | 'places' | 'unread'>;

async function show(db: Kysely<Tables>, id: string): Promise<Kept | null> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const readings = await db
    .selectFrom('reading')
    .select(['reader', 'body'])
    .where('report', '=', id)
    .orderBy('arrival')
    .execute();
  const newest = readings.at(-1);
  if (!newest) return null;
  const { added, arrival: _, ...report } = row;
  const body = JSON.parse(newest.body) as Omit<Reading, 'report' | 'recount' | 'format'>;
  return {
    reading: { format: 1, recount: newest.reader, report, ...body },
    added,
    readers: readings.map(({ reader }) => reader),
  };
}

async function startingWith(db: Kysely<Tables>, prefix: string, limit: number): Promise<string[]> {
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

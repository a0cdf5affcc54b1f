// A reader's version in, the reports that it has not read out; or two readers', the reports that both have.
import type { Reading } from '../reading/schema.ts';
import { readingOf } from './base-claims.ts';
import type { Engine } from './engine.ts';
import { knownReading } from './open-known.ts';
import type { KnownReading } from './store.ts';

export async function unreadBy(
  { db }: Engine,
  reader: string,
  after: number,
  limit: number,
): Promise<readonly { readonly arrival: number; readonly reading: Reading }[]> {
  const rows = await db
    .selectFrom('report')
    .select(['arrival', 'id', 'title', 'source', 'url', 'published', 'language', 'text'])
    .where('arrival', '>', after)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('reading')
            .select('reading.arrival')
            .whereRef('reading.report', '=', 'report.id')
            .where('reader', '=', reader),
        ),
      ),
    )
    .orderBy('arrival')
    .limit(limit)
    .execute();
  const found: { arrival: number; reading: Reading }[] = [];
  for (const { arrival, ...report } of rows) {
    const last = await db
      .selectFrom('reading')
      .select(['reader', 'body'])
      .where('report', '=', report.id)
      .orderBy('arrival', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last) found.push({ arrival, reading: readingOf({ ...report, ...last }) });
  }
  return found;
}

export async function readByBoth(
  { db }: Engine,
  older: string,
  newer: string,
  { after, limit, report }: { readonly after: number; readonly limit: number; readonly report?: string },
): Promise<readonly { readonly arrival: number; readonly readings: readonly [Reading, Reading] }[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('reading as one', (join) => join.onRef('one.report', '=', 'report.id').on('one.reader', '=', older))
    .innerJoin('reading as two', (join) => join.onRef('two.report', '=', 'report.id').on('two.reader', '=', newer))
    .select(['report.arrival', 'id', 'title', 'source', 'url', 'published', 'language', 'text'])
    .select(['one.body as before', 'two.body as behind'])
    .where('report.arrival', '>', after)
    .$if(report !== undefined, (some) => some.where('report.id', '=', report ?? ''))
    .orderBy('report.arrival')
    .limit(limit)
    .execute();
  return rows.map(({ arrival, before, behind, ...of }) => ({
    arrival,
    readings: [readingOf({ ...of, reader: older, body: before }), readingOf({ ...of, reader: newer, body: behind })],
  }));
}

/** What `reader` found in a report, in numbers; null when the record has no such reading. */
export async function has({ db }: Engine, report: string, reader: string): Promise<KnownReading | null> {
  const row = await db
    .selectFrom('reading')
    .innerJoin('report', 'report.id', 'reading.report')
    .select(['title', 'counts', 'body'])
    .where('reading.report', '=', report)
    .where('reader', '=', reader)
    .executeTakeFirst();
  return row ? knownReading(report, row) : null;
}

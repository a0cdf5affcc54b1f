// Rows of claims in, the claims as a caller sees them out: with their report, reader, words and names, in two rounds.
import { type SelectQueryBuilder, sql } from 'kysely';
import { type ClaimKind, facetsOf } from '../record/claim.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Db } from './engine.ts';
import type { HeldClaim } from './store.ts';
import type { ClaimTable, Tables } from './tables.ts';

/** A claim's row with what is shown of its report and its reading. */
export interface ShownRow extends ClaimTable {
  readonly report_id: string;
  readonly source: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly reader: string | null;
}

/** The rows that `page` gives, each with its report and reader. The page is settled first: only its rows are looked up. */
export function withReports(db: Db, page: SelectQueryBuilder<Tables, never, ClaimTable>) {
  return db
    .selectFrom(page.as('c'))
    .innerJoin('report as r', 'r.arrival', 'c.report')
    .leftJoin('reading as g', 'g.arrival', 'c.reading')
    .selectAll('c')
    .select(['r.id as report_id', 'r.source', 'r.title', 'r.published', 'g.reader']) as unknown as SelectQueryBuilder<
    Tables & { c: ClaimTable },
    'c',
    ShownRow
  >;
}

/** Bound values that one statement takes with ease. */
const MOST = 1000;

/** In the order of the rows. */
export async function hydrate(db: Db, rows: readonly ShownRow[]): Promise<HeldClaim[]> {
  if (rows.length === 0) return [];
  const read = rows.map((row) => {
    const fields = JSON.parse(row.fields) as Record<string, unknown>;
    const { parties, place } = facetsOf(row.kind as ClaimKind, fields);
    return { row, fields, ids: [...parties.map(({ actor }) => actor), ...(place === null ? [] : [place])] };
  });
  const [spans, names] = await Promise.all([
    evidenceOf(db, [...new Set(rows.map(({ base }) => base))]),
    namesOf(db, [...new Set(read.flatMap(({ ids }) => ids))]),
  ]);
  return read.map(({ row, fields, ids }) => ({
    id: row.id,
    kind: row.kind,
    type: row.type,
    report: row.report_id,
    source: row.source,
    title: row.title,
    published: row.published,
    reader: row.reader,
    status: row.status as HeldClaim['status'],
    standing: row.standing as HeldClaim['standing'],
    mergedInto: row.merged_into,
    review: row.review === 1,
    edited: row.edited === '' ? [] : row.edited.split(','),
    days: row.day_from === null || row.day_to === null ? null : [row.day_from, row.day_to],
    fields,
    names: Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? id]] : []))),
    evidence: spans.get(row.base) ?? [],
  }));
}

async function evidenceOf(db: Db, bases: readonly number[]): Promise<Map<number, Evidence[]>> {
  const spans = new Map<number, Evidence[]>();
  for (let from = 0; from < bases.length; from += MOST)
    for (const { claim, role, start, end, cp_start, cp_end, quote, prefix, suffix } of await db
      .selectFrom('evidence')
      .selectAll()
      .where('claim', 'in', bases.slice(from, from + MOST))
      .orderBy('claim')
      .orderBy('place')
      .execute()) {
      const one = { role, start, end, cpStart: cp_start, cpEnd: cp_end, quote, prefix, suffix } as Evidence;
      const list = spans.get(claim);
      if (list) list.push(one);
      else spans.set(claim, [one]);
    }
  return spans;
}

/** Names of actors and places, both in one question: their ids never meet. */
async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const isPlace = (id: string) => /^(?:geonames|place):/.test(id);
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST);
    const [actors, places] = [some.filter((id) => !isPlace(id)), some.filter(isPlace)];
    const of = (table: 'actor' | 'place', wanted: readonly string[]) =>
      wanted.length === 0 ? [] : [sql`select id, name from ${sql.table(table)} where id in (${sql.join(wanted)})`];
    const { rows } = await sql<{ id: string; name: string }>`${sql.join(
      [...of('actor', actors), ...of('place', places)],
      sql` union all `,
    )}`.execute(db);
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

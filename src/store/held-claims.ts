// Rows of claims in, the claims as a caller sees them out: with their report, reader, words and names, in two rounds.
import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { type ClaimKind, facetsOf } from '../record/claim.ts';
import type { Evidence } from '../record/evidence.ts';
import { type Db, type Engine, PLANNED_ONCE } from './engine.ts';
import { ofReport } from './of-report.ts';
import type { HeldClaim } from './store.ts';
import type { ClaimTable, EvidenceTable, Tables } from './tables.ts';

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
export async function hydrate(engine: Engine, rows: readonly ShownRow[]): Promise<HeldClaim[]> {
  if (rows.length === 0) return [];
  const read = rows.map((row) => {
    const fields = JSON.parse(row.fields) as Record<string, unknown>;
    const { parties, place } = facetsOf(row.kind as ClaimKind, fields);
    return { row, fields, ids: [...parties.map(({ actor }) => actor), ...(place === null ? [] : [place])] };
  });
  const [spans, names] = await Promise.all([
    evidenceOf(engine, [...new Set(rows.map(({ base }) => base))]),
    namesOf(engine, [...new Set(read.flatMap(({ ids }) => ids))]),
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

async function evidenceOf({ db, among }: Engine, bases: readonly number[]): Promise<Map<number, Evidence[]>> {
  const spans = new Map<number, Evidence[]>();
  for (let from = 0; from < bases.length; from += MOST) {
    const { rows } = await sql<EvidenceTable>`${sql.raw(PLANNED_ONCE)} select * from evidence
      where ${among('claim', bases.slice(from, from + MOST))} order by claim, place`.execute(db);
    for (const { claim, role, start, end, cp_start, cp_end, quote, prefix, suffix } of rows) {
      const one = { role, start, end, cpStart: cp_start, cpEnd: cp_end, quote, prefix, suffix } as Evidence;
      const list = spans.get(claim);
      if (list) list.push(one);
      else spans.set(claim, [one]);
    }
  }
  return spans;
}

/** Names of actors and places, both in one question: their ids never meet. */
async function namesOf({ db, among }: Engine, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const isPlace = (id: string) => /^(?:geonames|place):/.test(id);
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST);
    const [actors, places] = [some.filter((id) => !isPlace(id)), some.filter(isPlace)];
    const of = (table: 'actor' | 'place', wanted: readonly string[]) =>
      wanted.length === 0 ? [] : [sql`select id, name from ${sql.table(table)} where ${among('id', wanted)}`];
    const { rows } = await sql<{ id: string; name: string }>`${sql.raw(PLANNED_ONCE)} ${sql.join(
      [...of('actor', actors), ...of('place', places)],
      sql` union all `,
    )}`.execute(db);
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** Claims of one report in the order of lists, one more than `limit` where there are more; the rows that hold are given. */
export async function rowsOfReport(
  engine: Engine,
  report: string,
  holds: readonly RawBuilder<SqlBool>[],
  limit: number,
): Promise<readonly ShownRow[]> {
  const { rows } = await sql<ShownRow>`${sql.raw(PLANNED_ONCE)}
    select c.*, r.id as report_id, r.source, r.title, r.published, g.reader
    from report r cross join claim c left join reading g on g.arrival = c.reading
    where r.id = ${report} and ${ofReport(engine, 'c', 'r')} and ${sql.join(holds, sql` and `)} order by c.row desc limit ${limit + 1}`.execute(
    engine.db,
  );
  return rows;
}

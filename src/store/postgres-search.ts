// A query of the search index in, its newest rows out: walked where words are frequent, by the index where they are seldom.
import { type RawBuilder, sql } from 'kysely';
import type { Db, IndexPage } from './engine.ts';

/**
 * Documents that are looked through from the newest on before the index is asked. A GIN index knows no order: of a word
 * that stands everywhere it would fetch and sort all. What is not found among so many is seldom enough for it.
 */
const WALKED = { claims: 4000, reports: 600 };

export async function searchPostgres(
  db: Db,
  query: RawBuilder<unknown>,
  { from, below, limit, of }: IndexPage,
): Promise<number[]> {
  const [least, end] = [from ?? 0, below ?? Number.MAX_SAFE_INTEGER];
  const some =
    of === 'claims'
      ? sql`select rowid, terms from words where rowid >= ${least} and rowid < ${end} order by rowid desc limit ${WALKED.claims}`
      : sql`select rowid, terms from (select row from prose where row >= ${least} and row < ${end} order by row desc limit ${WALKED.reports}) p
          join words on rowid = p.row`;
  // the last row of the answer tells how far it went: without one, that was all there is
  const { rows } = await sql<{ rowid: number; looked: boolean }>`
    with walked as materialized (${some}), ends as (select min(rowid) as rowid, count(*) as n from walked)
    (select rowid, false as looked from walked where terms @@ (${query}) order by rowid desc limit ${limit})
    union all select rowid, true from ends where n = ${WALKED[of]}`.execute(db);
  const walked = rows.filter(({ looked }) => !looked).map(({ rowid }) => rowid);
  const reached = rows.find(({ looked }) => looked)?.rowid;
  if (walked.length >= limit || reached === undefined) return walked;
  // sorted by an expression, so that the planner does not take the walk again
  const older = await sql<{ rowid: number }>`select rowid from words
    where terms @@ (${query}) and rowid + 0 >= ${least} and rowid + 0 < ${reached}
    order by rowid + 0 desc limit ${limit - walked.length}`.execute(db);
  return [...walked, ...older.rows.map(({ rowid }) => rowid)];
}

// A query of the search index in, its newest rows out: walked where words are frequent, by the index where they are seldom.
import { type RawBuilder, sql } from 'kysely';
import type { Db, IndexPage } from './engine.ts';

/**
 * Documents that are looked through from the newest on before the index is asked. A GIN index knows no order: of a word
 * that stands everywhere it would fetch and sort all. What is seldom among so many is seldom enough for it.
 */
const WALKED = { claims: 4000, reports: 600 };
/**
 * With one in so many, walking on to a page costs about as much as all that the index has, in a record of a million events:
 * 64 claims are found in 600 × 64 documents of a microsecond each, or among 2,700 rows that the server fetches from all over
 * the table; a report's terms are unpacked first.
 */
const SELDOM = { claims: 600, reports: 60 };
const MOST_WALKED = { claims: 20_000, reports: 3000 };

export async function searchPostgres(
  db: Db,
  query: RawBuilder<unknown>,
  { from, below, limit, of }: IndexPage,
): Promise<number[]> {
  const least = from ?? 0;
  let end = below ?? Number.MAX_SAFE_INTEGER;
  const found: number[] = [];
  for (let stretch = WALKED[of]; ; ) {
    const wanted = limit - found.length;
    const { rows, reached } = await walk(db, query, { least, end, stretch, wanted, of });
    found.push(...rows);
    if (rows.length >= wanted || reached === null) return found;
    end = reached;
    if (rows.length * SELDOM[of] < stretch) break;
    stretch = Math.min(MOST_WALKED[of], Math.ceil(((limit - found.length) * stretch * 1.3) / rows.length));
  }
  // sorted by an expression, so that the planner does not take the walk again
  const older = await sql<{ rowid: number }>`select rowid from words
    where terms @@ (${query}) and rowid + 0 >= ${least} and rowid + 0 < ${end}
    order by rowid + 0 desc limit ${limit - found.length}`.execute(db);
  for (const { rowid } of older.rows) found.push(rowid);
  return found;
}

interface Walk {
  readonly least: number;
  readonly end: number;
  /** Documents to look through. */
  readonly stretch: number;
  /** Rows wanted of them. */
  readonly wanted: number;
  readonly of: IndexPage['of'];
}

/**
 * Those that match among the next documents, and the last document looked at; null when there are no more. Nothing is laid
 * by on the way: a list of all the documents with their terms takes ten times as long as looking at them one by one, and
 * the look ends with the last row that is wanted.
 */
async function walk(db: Db, query: RawBuilder<unknown>, { least, end, stretch, wanted, of }: Walk) {
  const [table, row] = of === 'claims' ? [sql`words`, sql`rowid`] : [sql`prose`, sql`row`];
  const next = sql`from ${table} where ${row} >= ${least} and ${row} < ${end} order by ${row} desc`;
  const some =
    of === 'claims'
      ? sql`select rowid, terms ${next} limit ${stretch}`
      : // fenced, or the planner asks the index first, and kept in the order of “row”, so that the look may end early
        sql`select p.row as rowid, terms from (select row ${next} limit ${stretch}) p
          join words on rowid = p.row order by p.row desc offset 0`;
  const { rows } = await sql<{ rowid: number; last: boolean }>`
    (select rowid, false as last from (${some}) walked where terms @@ (${query}) order by rowid desc limit ${wanted})
    union all (select ${row}, true ${next} limit 1 offset ${stretch - 1}) limit ${wanted}`.execute(db);
  return {
    rows: rows.filter(({ last }) => !last).map(({ rowid }) => rowid),
    reached: rows.find(({ last }) => last)?.rowid ?? null,
  };
}

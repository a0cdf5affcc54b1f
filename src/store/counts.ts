// A filter in, how many asserted events there are by month, by who did it to whom, by type, out.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './engine.ts';
import { mergedEntities } from './merged.ts';
import type { CountFilter, DyadCount } from './store.ts';

export async function counts(db: Db, filter: CountFilter): Promise<readonly DyadCount[]> {
  const { from, to, type, by, limit } = filter;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100_000))
    throw new RangeError(`limit is ${limit}; give a whole number from 1 to 100000`);
  for (const [name, month] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (month !== undefined && !/^\d{4}-\d{2}$/.test(month))
      throw new RangeError(`${name} is ${JSON.stringify(month)}; give a month such as 2026-03`);
  const merged = await mergedEntities(db, 'actor');
  const numbers = async (ids: readonly string[] | undefined) => {
    if (ids === undefined) return null;
    const rows = await db.selectFrom('actor').select('n').where('id', 'in', merged.family(ids)).execute();
    return rows.length === 0 ? [-1] : rows.map(({ n }) => n);
  };
  const [source, target] = [await numbers(filter.source), await numbers(filter.target)];
  // merged actors count as the one that stands for them
  const stands = merged.any ? await rootNumbers(db, merged.root) : [];
  // counts by type are in the one table, those of all types together in the other
  const table = type !== undefined || by.includes('type') ? 'tally' : 'dyad';
  const rooted = (column: 'source' | 'target') =>
    stands.length === 0
      ? sql<number>`${sql.ref(`${table}.${column}`)}`
      : sql<number>`case ${sql.ref(`${table}.${column}`)} ${sql.join(
          stands.map(([n, root]) => sql`when ${sql.lit(n)} then ${sql.lit(root)}`),
          sql` `,
        )} else ${sql.ref(`${table}.${column}`)} end`;
  const columns = {
    month: sql<string>`${sql.ref(`${table}.month`)}`,
    source: rooted('source'),
    target: rooted('target'),
    type: sql<string>`tally.type`,
  };
  const chosen = (['month', 'source', 'target', 'type'] as const).filter((name) => by.includes(name));
  // its rows are the answer when they are asked for as they are: the most frequent stand in an index
  const whole = table === 'dyad' && chosen.length === 3 && stands.length === 0;
  let query = db
    .selectFrom(table as 'tally')
    .select((whole ? sql<number>`n` : sql<number>`sum(n)`).as('count'))
    .select(chosen.map((name) => (columns[name] as RawBuilder<string>).as(`by_${name}` as 'by_month')));
  if (chosen.length > 0 && !whole) query = query.groupBy(chosen.map((_, index) => sql`${sql.lit(index + 2)}`));
  const months = source === null ? null : monthsFrom(from, to);
  if (months) query = query.where('month', 'in', months);
  else {
    if (from !== undefined) query = query.where('month', '>=', from);
    if (to !== undefined) query = query.where('month', '<=', to);
  }
  if (type !== undefined) query = query.where('type', '=', type);
  if (source) query = query.where(sql<SqlBool>`source in (${sql.join(source)})`);
  if (target) query = query.where(sql<SqlBool>`target in (${sql.join(target)})`);
  const rows = (await query
    .orderBy(whole ? sql`n` : sql`1`, 'desc')
    .limit(limit)
    .execute()) as unknown as {
    count: number;
    by_month?: string;
    by_source?: number;
    by_target?: number;
    by_type?: string;
  }[];
  const ids = [...new Set(rows.flatMap((row) => [row.by_source ?? 0, row.by_target ?? 0]))].filter(
    (n) => Number(n) > 0,
  );
  const named = new Map<number, { id: string; name: string }>();
  for (let at = 0; at < ids.length; at += 1000)
    for (const { n, id, name } of await db
      .selectFrom('actor')
      .select(['n', 'id', 'name'])
      .where('n', 'in', ids.slice(at, at + 1000))
      .execute())
      named.set(n, { id, name });
  return rows.map((row) => ({
    month: row.by_month || null,
    source: named.get(Number(row.by_source))?.id ?? null,
    sourceName: named.get(Number(row.by_source))?.name ?? null,
    target: named.get(Number(row.by_target))?.id ?? null,
    targetName: named.get(Number(row.by_target))?.name ?? null,
    type: row.by_type ?? null,
    count: Number(row.count),
  }));
}

/** As many months as are named one by one. */
const FEW = 120;

/**
 * The months from one to another, so that those of a source are found in the index by both, month by month, and not among
 * everybody's; null where they are many or none, or have no end.
 */
function monthsFrom(from: string | undefined, to: string | undefined): string[] | null {
  const number = (month = '') => {
    const [, year, of] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
    return 12 * Number(year) + Number(of) - 1;
  };
  const first = number(from);
  const count = number(to) - first + 1;
  if (!(count >= 1 && count <= FEW)) return null;
  return Array.from({ length: count }, (_, at) => {
    const year = Math.floor((first + at) / 12);
    return `${String(year).padStart(4, '0')}-${String(((first + at) % 12) + 1).padStart(2, '0')}`;
  });
}

async function rootNumbers(db: Db, root: (id: string) => string): Promise<(readonly [number, number])[]> {
  const rows = await db.selectFrom('actor').select(['n', 'id']).where('merged_into', 'is not', null).execute();
  const roots = [...new Set(rows.map(({ id }) => root(id)))];
  const numbers = new Map(
    (await db.selectFrom('actor').select(['n', 'id']).where('id', 'in', roots).execute()).map(({ n, id }) => [id, n]),
  );
  return rows.flatMap(({ n, id }) => {
    const to = numbers.get(root(id));
    return to === undefined || to === n ? [] : [[n, to] as const];
  });
}

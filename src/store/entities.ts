// Words of a name in, the actors or places of the record that have them out; without words those that claims name most.
import { type SqlBool, sql } from 'kysely';
import type { Actor, Place } from '../record/entity.ts';
import { slug } from '../record/entity.ts';
import type { Db } from './engine.ts';
import type { EntityRow } from './store.ts';

/** Those whose id is `words`, else those whose name holds all of them: exact names first, then shorter ones. */
async function find<T extends { readonly id: string; readonly name: string }>(
  db: Db,
  table: 'actor' | 'place',
  words: string,
  limit: number,
): Promise<readonly EntityRow<T>[]> {
  if (words.trim() === '') return (await namedMost<T>(db, table, limit)).map(entityRow);
  const rows = (await db
    .selectFrom(table as 'actor')
    .selectAll()
    .where('id', '=', words)
    .execute()) as unknown as Row<T>[];
  if (rows.length === 0) {
    let query = db.selectFrom(table as 'actor').selectAll();
    // ids hold the name without accents and in lower case
    const parts = slug(words).split('-').filter(Boolean);
    if (parts.length === 0) return [];
    for (const part of parts)
      query = query.where(sql<SqlBool>`(id like ${`%${part}%`} or lower(name) like ${`%${part}%`})`);
    rows.push(...((await query.orderBy(sql`length(name)`).orderBy('id').limit(200).execute()) as never as typeof rows));
    const whole = (name: string) =>
      slug(name) === slug(words) ? 0 : parts.every((part) => slug(name).split('-').includes(part)) ? 1 : 2;
    rows.sort((a, b) => whole(a.name) - whole(b.name));
  }
  return rows.slice(0, limit).map(entityRow);
}

type Row<T> = T & { n: number; merged_into: string | null };

const entityRow = <T>({ n: _, merged_into: mergedInto, ...entity }: Row<T>): EntityRow<T> => ({
  entity: entity as never as T,
  mergedInto,
});

/** The first `limit` of all, those first that are named in most states of claims. */
async function namedMost<T>(db: Db, table: 'actor' | 'place', limit: number): Promise<readonly Row<T>[]> {
  const named = sql<{ n: number; claims: number }>`(${
    table === 'actor'
      ? sql`select actor as n, count(*) as claims from party group by actor`
      : sql`select place as n, count(*) as claims from claim where place is not null group by place`
  })`;
  return (await db
    .selectFrom(named.as('named'))
    .innerJoin(`${table as 'actor'} as entity`, 'entity.n', 'named.n')
    .selectAll('entity')
    .orderBy('named.claims', 'desc')
    .orderBy('entity.id')
    .limit(limit)
    .execute()) as unknown as Row<T>[];
}

export const findActors = (db: Db, words: string, limit: number) => find<Actor>(db, 'actor', words, limit);
export const findPlaces = (db: Db, words: string, limit: number) => find<Place>(db, 'place', words, limit);

import type { RawBuilder, SqlBool } from 'kysely';
import type { Db } from './engine.ts';
import { inChunks } from './in-chunks.ts';
import type { ShownFlag } from './incident-rows.ts';

export interface FlagRow extends ShownFlag {
  /** What a decision upon it targets. */
  readonly id: string;
  readonly name: string;
  readonly incident: string;
  readonly published: string | null;
}

export interface FlagHead {
  readonly id: string;
  readonly name: string;
  readonly published: string | null;
  /** Number of its incident, and its place there. */
  readonly incident: number;
  readonly place: number;
}

const flagRows = (db: Db) =>
  db
    .selectFrom('flag')
    .innerJoin('incident', 'incident.n', 'flag.incident')
    .select(['flag.id', 'flag.name', 'incident.id as incident', 'flag.published', 'flag.body'])
    .orderBy('incident.at')
    .orderBy('incident.id')
    .orderBy('flag.place');

type KeptFlag = Awaited<ReturnType<ReturnType<typeof flagRows>['execute']>>[number];

const flagRow = ({ id, name, incident, published, body }: KeptFlag): FlagRow => ({
  ...(JSON.parse(body) as ShownFlag),
  id,
  name,
  incident,
  published: published || null,
});

/** Those of incidents of which something holds, with what puts them in order. */
export async function flagRowsWhere(db: Db, names: readonly string[], holds: RawBuilder<SqlBool>) {
  const rows = await flagRows(db)
    .select(['incident.at', 'flag.place'])
    .where('flag.name', 'in', names)
    .where(holds)
    .execute();
  return rows.map(({ at, place, ...row }) => ({ ...flagRow(row), at, place }));
}

export async function flags(db: Db, names: readonly string[]): Promise<readonly FlagRow[]> {
  if (names.length === 0) return [];
  return (await flagRows(db).where('flag.name', 'in', names).execute()).map(flagRow);
}

export async function flagHeads(db: Db, names: readonly string[]): Promise<readonly FlagHead[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom('flag')
    .select(['id', 'name', 'published', 'incident', 'place'])
    .where('name', 'in', names)
    .execute();
  return rows.map((row) => ({ ...row, published: row.published || null }));
}

export async function flagsAt(db: Db, heads: readonly FlagHead[]): Promise<readonly FlagRow[]> {
  const wanted = new Set(heads.map(({ id }) => id));
  const found: FlagRow[] = [];
  for (const some of inChunks([...new Set(heads.map(({ incident }) => incident))]))
    for (const row of await flagRows(db).where('flag.incident', 'in', some).execute())
      if (wanted.has(row.id)) found.push(flagRow(row));
  return found;
}

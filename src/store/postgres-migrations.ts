// A server and a schema in, the record's tables as of today in it out: forward only, one step a released change.
import { sql } from 'kysely';
import type { Db } from './engine.ts';
import { newer, VERSION } from './migrations.ts';
import {
  APPEND_ONLY_POSTGRES,
  COPY_TABLES,
  COUNTED,
  DERIVED_TABLES,
  DYADS,
  FEWER_INDEXES,
  INCIDENT_TABLES,
  KEPT_DECISIONS,
  KEPT_REPORTS,
  KIND_INDEX,
  KINDS_COUNTED,
  LISTS_READ_OFF,
  MOMENTS,
  PARTY_INDEX_POSTGRES,
  POSTGRES,
  SAME_WORDS,
  spell,
  UNUSED_INDEX,
  WORDS_POSTGRES,
} from './schema.ts';
import { StoreError } from './store.ts';
import { TEAM_TABLES } from './team-schema.ts';
import { viewsOf } from './views.ts';

/** Derived rows are written by one program and made again from kept ones; `doctor` looks for any that point nowhere. */
const UNCHECKED_POSTGRES = `ALTER TABLE claim DROP CONSTRAINT IF EXISTS claim_report_fkey;
  ALTER TABLE evidence DROP CONSTRAINT IF EXISTS evidence_claim_fkey;`;

/** Each step with the version that it makes; they go with those of SQLite. A released step is never edited. */
const STEPS: readonly (readonly [version: number, statements: string])[] = [
  [
    2,
    `${spell(KEPT_REPORTS + KEPT_DECISIONS + DERIVED_TABLES, POSTGRES)} ${APPEND_ONLY_POSTGRES} ${WORDS_POSTGRES} ${viewsOf('postgres')}
     INSERT INTO head VALUES (1, 0, 0, 0, 0, 0, 0);`,
  ],
  [3, spell(COPY_TABLES, POSTGRES)],
  [4, KIND_INDEX],
  [5, spell(TEAM_TABLES, POSTGRES)],
  [6, spell(DYADS, POSTGRES) + PARTY_INDEX_POSTGRES],
  [7, spell(SAME_WORDS, POSTGRES)],
  [8, spell(INCIDENT_TABLES, POSTGRES)],
  [9, UNCHECKED_POSTGRES],
  [10, spell(MOMENTS, POSTGRES)],
  [11, UNUSED_INDEX],
  [12, COUNTED],
  [13, FEWER_INDEXES],
  [14, KINDS_COUNTED],
  [15, LISTS_READ_OFF],
];

const OLDEST_SERVER = 150_000;

/** Throws StoreError for an older server, a newer record, or a schema that holds something else. */
export async function migratePostgres(db: Db, schema: string, address: string): Promise<void> {
  const setting = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
    db,
  );
  const server = Number(setting.rows[0]?.version ?? 0);
  if (server < OLDEST_SERVER)
    throw new StoreError(
      'store/unreadable',
      `${address} runs PostgreSQL ${Math.floor(server / 10_000)}; Recount needs 15 or later.`,
    );
  if ((await versionOf(db, schema)) === VERSION) return;
  await db.transaction().execute(async (trx) => {
    // one program at a time makes or changes the tables
    await sql`select pg_advisory_xact_lock(hashtext(${`recount ${schema}`}))`.execute(trx);
    const version = await versionOf(trx, schema);
    if (version === VERSION) return;
    if (version !== null && version > VERSION) throw newer(address, version);
    if (version === null) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema}`.execute(
        trx,
      );
      if (Number(rows[0]?.n ?? 0) > 0)
        throw new StoreError(
          'store/unreadable',
          `${address}: the schema “${schema}” holds tables of another program. Name another with ?schema=NAME.`,
        );
      await sql`create schema if not exists ${sql.id(schema)}`.execute(trx);
      await sql`create table record_version (version int not null)`.execute(trx);
      await sql`insert into record_version values (0)`.execute(trx);
    }
    for (const [to, statements] of STEPS) if (to > (version ?? 0)) await sql.raw(statements).execute(trx);
    await sql`update record_version set version = ${VERSION}`.execute(trx);
  });
}

/** Null where there is no record. */
async function versionOf(db: Db, schema: string): Promise<number | null> {
  const { rows } = await sql<{
    there: string | null;
  }>`select to_regclass(${`${schema}.record_version`})::text as there`.execute(db);
  if (!rows[0]?.there) return null;
  const version = await sql<{ version: number }>`select version from record_version`.execute(db);
  return Number(version.rows[0]?.version ?? 0);
}

// A server's address in, a Store out: the record of a team in PostgreSQL 15 or later, through pg.
import { Kysely, PostgresDialect, type SqlBool, sql } from 'kysely';
import pg from 'pg';
import { copyToFile } from './copy-record.ts';
import { type Db, type Engine, type IndexPage, type IndexQuery, PLANNED_ONCE, type Rows } from './engine.ts';
import { migratePostgres } from './postgres-migrations.ts';
import { searchPostgres } from './postgres-search.ts';
import { recordStore } from './record-store.ts';
import { kindTag } from './search-words.ts';
import { type Store, StoreError } from './store.ts';
import type { Tables } from './tables.ts';

/** What a server's address says, without what must not be shown. */
interface Address {
  /** For pg. */
  readonly connect: string;
  /** For people: no password. */
  readonly shown: string;
  /** Schema of the record's tables. */
  readonly schema: string;
}

/** `postgres://user:password@host:port/database?schema=name`; the schema is `recount` unless it is named. */
export function parseAddress(address: string): Address {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new StoreError(
      'store/unreadable',
      'the address of the server cannot be understood; write it as postgres://user@host:5432/database.',
      { cause },
    );
  }
  const schema = url.searchParams.get('schema') ?? 'recount';
  if (!/^[a-z_][a-z0-9_]{0,60}$/.test(schema))
    throw new StoreError(
      'store/unreadable',
      `the schema is ${JSON.stringify(schema)}; give a name of lower-case letters, digits and underscores.`,
    );
  url.searchParams.delete('schema');
  const connect = url.href;
  url.password = '';
  if (schema !== 'recount') url.searchParams.set('schema', schema);
  return { connect, shown: url.href, schema };
}

/**
 * Opens or makes the record at a server. Throws StoreError: 'store/unreadable' when it cannot be reached, is older than
 * version 15, or holds something else in that schema; 'store/newer' when a newer program wrote it.
 */
export async function openPostgres(address: string): Promise<Store> {
  const { connect, shown, schema } = parseAddress(address);
  const pool = new pg.Pool({
    connectionString: connect,
    // compiling a plan takes the server longer than any of these questions
    options: `-c search_path=${schema} -c client_min_messages=warning -c jit=off`,
    application_name: 'recount',
    connectionTimeoutMillis: 10_000,
    max: 8,
    types: { getTypeParser: parserOf as never },
  });
  pool.on('error', () => {}); // an idle connection that the server ends; the next query tells
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: escaping(pool) }) });
  try {
    await migratePostgres(db, schema, shown);
    return await recordStore(postgresEngine(db, shown, schema));
  } catch (cause) {
    await db.destroy();
    throw postgresError(cause, shown);
  }
}

function postgresEngine(db: Db, address: string, schema: string): Engine {
  return {
    name: 'postgres',
    file: null,
    db,
    address,
    write: (durable, work) =>
      db.transaction().execute(async (trx) => {
        // a crash of the server may take the last readings, whole: they can be read again
        if (!durable) await sql`set local synchronous_commit = off`.execute(trx);
        return work(trx);
      }),
    among: (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${values})`,
    async insert(trx, table, rows, counted) {
      // one parameter however many rows; the table's own row type reads it
      const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
      const then = counted
        ? sql`on conflict (${sql.join(counted.map((column) => sql.ref(column)))}) do update set n = ${sql.ref(`${table}.n`)} + excluded.n`
        : sql``;
      for (let from = 0; from < rows.length; from += 5000)
        await sql`insert into ${sql.table(table)} (${columns})
          select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${jsonOf(rows.slice(from, from + 5000))}::json) ${then}`.execute(
          trx,
        );
    },
    async indexWords(trx, documents) {
      const rows = documents.map(({ row, words, tags }) => ({ row, words, tags: tags.map((tag) => `:${tag}`) }));
      for (let from = 0; from < rows.length; from += 2000)
        await sql`insert into words (rowid, terms)
          select d.row, to_tsvector(${`${schema}.recount`}::regconfig, d.words) || array_to_tsvector(d.tags)
          from json_to_recordset(${JSON.stringify(rows.slice(from, from + 2000))}::json) as d (row bigint, words text, tags text[])`.execute(
          trx,
        );
    },
    async clearWords(trx) {
      await sql`delete from words`.execute(trx);
    },
    search: (trx, query, page) => searchPostgres(trx, tsQuery(query, schema, page.of), page),
    backup: (file) => copyToFile(db, file),
    async check() {
      const { rows } = await sql<{ name: string }>`
        select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and not i.indisvalid`.execute(db);
      return rows.map(({ name }) => `the index ${name} is not valid; REINDEX INDEX ${schema}.${name} makes it again`);
    },
    async analyse(trx) {
      const { rows } = await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ${schema} and c.relkind = 'r'`.execute(trx);
      // only the record's own: other records and programs may keep much beside it
      await sql`analyze ${sql.join(rows.map(({ name }) => sql.id(schema, name)))}`.execute(trx);
    },
    async size() {
      const { rows } = await sql<{ bytes: number }>`
        select coalesce(sum(pg_total_relation_size(c.oid)), 0) as bytes from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and c.relkind = 'r'`.execute(db);
      return Number(rows[0]?.bytes ?? 0);
    },
    async version() {
      const { rows } = await sql<{ v: string }>`select current_setting('server_version') as v`.execute(db);
      return `PostgreSQL ${rows[0]?.v ?? ''}`;
    },
    wrap: (cause) => postgresError(cause, address),
  };
}

/**
 * Terms go through the stemmer; tags are lexemes as they are, with a colon that no word holds. Where no tag tells claims from
 * whole reports, half of what has a word seldom would be reports.
 */
function tsQuery({ terms, tags }: IndexQuery, schema: string, of: IndexPage['of']) {
  const said = terms.map(({ words, prefix }) => `(${words.join(' <-> ')}${prefix ? ':*' : ''})`).join(' & ');
  const asked =
    tags.length === 0 && of === 'claims'
      ? `!':${kindTag('report')}'`
      : tags.map((some) => `(${some.map((tag) => `':${tag}'`).join(' | ')})`).join(' & ');
  const query = sql`to_tsquery(${`${schema}.recount`}::regconfig, ${said})`;
  return asked === '' ? query : sql`${query} && ${asked}::tsquery`;
}

/** PostgreSQL's texts cannot hold U+0000: it is written as U+FDD0 and a letter, and U+FDD0 itself likewise. */
const escaped = (text: string): string =>
  /[\0\ufdd0]/.test(text) ? text.replace(/[\0\ufdd0]/g, (unit) => (unit === '\0' ? '\ufdd0a' : '\ufdd0b')) : text;
const unescaped = (text: string): string =>
  text.includes('\ufdd0')
    ? text.replace(/\ufdd0([ab])/g, (_, which: string) => (which === 'a' ? '\0' : '\ufdd0'))
    : text;
const escapedRow = (row: Readonly<Record<string, string | number | null>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? escaped(value.toWellFormed()) : value,
    ]),
  );

/** What JSON writes for texts that PostgreSQL cannot hold as they are: few rows in a million have any. */
const UNHELD = /\\u(?:0000|d[89a-f])|\ufdd0/;

/** As JSON, with what marks an escape written out, so that it is not escaped once more on its way. */
function jsonOf(rows: Rows): string {
  const json = JSON.stringify(rows);
  return UNHELD.test(json) ? JSON.stringify(rows.map(escapedRow)).replaceAll('\ufdd0', '\\ufdd0') : json;
}

const BIGINT = 20;
const NUMERIC = 1700;
const TEXT = 25;
function parserOf(oid: number, format?: string): (value: string) => unknown {
  if (oid === BIGINT || oid === NUMERIC) return Number;
  if (oid === TEXT) return unescaped;
  return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
}

const escapedValue = (value: unknown): unknown =>
  typeof value === 'string' ? escaped(value) : Array.isArray(value) ? value.map(escapedValue) : value;

/** Kysely's own statements say it behind their first word. */
const PLANNED = new RegExp(`^(?:select )?${PLANNED_ONCE.replace(/[*/]/g, '\\$&')}`);

/** What statements that are planned once are called at the server. */
const names = new Map<string, string>();
function nameOf(text: string): string {
  const known = names.get(text) ?? `recount ${names.size}`;
  names.set(text, known);
  return known;
}

/** The pool as Kysely uses it, with texts escaped on their way in. */
function escaping(pool: pg.Pool) {
  return {
    async connect() {
      const client = await pool.connect();
      return {
        query: (text: string, values: readonly unknown[]) => {
          const held = values.map(escapedValue);
          return PLANNED.test(text)
            ? client.query({ name: nameOf(text), text, values: held })
            : client.query(text, held);
        },
        release: () => client.release(),
      } as never;
    },
    end: () => pool.end(),
  } as never;
}

/** What the server or the way to it threw, as the one error a caller sees. */
export function postgresError(cause: unknown, address: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const { code = '', message = String(cause) } = (cause ?? {}) as { code?: string; message?: string };
  if (code === '53100' || code === '53400')
    return new StoreError(
      'store/full',
      `The disk of ${address} is full; nothing of this was kept. Free some space and run it again.`,
      { cause },
    );
  if (code === '55P03' || code === '40P01' || code === '40001' || code === '53300')
    return new StoreError('store/busy', `${address} is busy with other writers; try again.`, { cause });
  if (
    /^(?:ECONN|ENOTFOUND|EHOST|ENETUNREACH|ETIMEDOUT|EAI_)/.test(code) ||
    /^(?:08|57P)/.test(code) ||
    /timeout exceeded|Connection terminated/.test(message)
  )
    return new StoreError(
      'store/unreadable',
      `${address} cannot be reached (${message || code}). Is the server running, and does it let you in from here?`,
      { cause },
    );
  if (/^28/.test(code))
    return new StoreError('store/unreadable', `${address} does not let you in: ${message}.`, { cause });
  if (code === '3D000')
    return new StoreError('store/unreadable', `${address}: ${message}. Make it with: createdb NAME`, { cause });
  if (code === '42501')
    return new StoreError('store/unreadable', `${address}: ${message}. Recount needs to make its own schema there.`, {
      cause,
    });
  return new StoreError('store/failed', `${address}: ${message}`, { cause });
}

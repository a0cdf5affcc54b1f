// A file path in, a Store out: the record in one SQLite file through Node's own node:sqlite.

import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqlBool, SqliteDialect, sql } from 'kysely';
import { refuseExisting } from './copy-record.ts';
import type { Engine, IndexQuery, Rows } from './engine.ts';
import { padded } from './in-chunks.ts';
import { holderOf } from './lock-holder.ts';
import { migrate } from './migrations.ts';
import { recordStore } from './record-store.ts';
import { type Store, StoreError, type StoreUse } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens or makes the record at `file` (`:memory:` for one that is gone with the process).
 * Throws StoreError: 'store/unreadable' when the file is no record, 'store/newer' when a newer program wrote it,
 * 'store/busy' when another process holds it for longer than five seconds.
 */
export async function openSqlite(file: string, use: StoreUse = 'ask'): Promise<Store> {
  const engine = await openSqliteEngine(file, use);
  try {
    return await recordStore(engine);
  } catch (cause) {
    await engine.db.destroy();
    throw storeError(cause, file);
  }
}

/**
 * KiB of the file's pages that a connection holds. What indexes of a million claims are asked for most stays warm in 32 MB.
 * A job that keeps reports takes as long with 8 (measured up to 120,000 events), and must stay small however many there are.
 */
const PAGES: Readonly<Record<StoreUse, number>> = { ask: 32_768, keep: 8192 };

/** The engine alone, its tables as of today. Throws StoreError. */
export async function openSqliteEngine(file: string, use: StoreUse = 'ask'): Promise<Engine> {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(`PRAGMA cache_size = -${PAGES[use]}; PRAGMA temp_store = MEMORY;`);
    // pages that many transactions write are brought into the file once for 32 MB of them, not once for 4
    database.exec('PRAGMA wal_autocheckpoint = 8192;');
    migrate(database, file);
    countWordsAsMany(database);
    return sqliteEngine(database, file);
  } catch (cause) {
    database?.close();
    throw storeError(cause, file);
  }
}

/** What the planner is to take the word index for, in rows: many. */
const MANY = '1000000';

/**
 * Corrects what ANALYZE counted in the word index. A record is counted when it is new, and a planner that takes the index for
 * two rows reads all of it for each part that FTS5 drops as it merges: half a second at every sixteenth report of a record of
 * 100,000. The row is not taken out, since a connection keeps the count of a table that the statistics no longer name.
 */
function countWordsAsMany(database: DatabaseSync): void {
  if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").get()) return;
  const other = "tbl = 'words_data' AND idx IS NULL AND stat <> ?";
  if (!database.prepare(`SELECT 1 FROM sqlite_stat1 WHERE ${other}`).get(MANY)) return;
  try {
    database.prepare(`UPDATE sqlite_stat1 SET stat = ? WHERE ${other}`).run(MANY, MANY);
    database.exec('ANALYZE sqlite_schema'); // reads the statistics again
  } catch {
    // another program writes, or the file may only be read: the next opening does it
  }
}

/** Rows that one statement inserts when there are so many, most first. */
const TOGETHER = [50, 16, 5, 2, 1];

const addingTo = (table: string, key: readonly string[]): string =>
  ` ON CONFLICT (${key.map((column) => `"${column}"`).join(', ')}) DO UPDATE SET n = "${table}".n + excluded.n`;

function sqliteEngine(database: DatabaseSync, file: string): Engine {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapter(database) }) });
  const queue = file === ':memory:' ? file + ++memories : resolve(file);
  const inserts = new Map<string, (count: number) => StatementSync>();
  /** For so many rows with these columns; each is prepared once. `then` says what is done with those that are there. */
  const insertsOf = (table: string, columns: readonly string[], then: string): ((count: number) => StatementSync) => {
    const key = `${table} ${columns.join(' ')} ${then}`;
    const known = inserts.get(key);
    if (known) return known;
    const made = new Map<number, StatementSync>();
    const names = columns.map((column) => `"${column}"`).join(', ');
    const one = `(${columns.map(() => '?').join(', ')})`;
    const into = (count: number): StatementSync => {
      const statement =
        made.get(count) ??
        database.prepare(
          `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: count }, () => one).join(', ')}${then}`,
        );
      made.set(count, statement);
      return statement;
    };
    inserts.set(key, into);
    return into;
  };
  let indexing: StatementSync | null = null;
  /** Whether the connection waits for the disk as it stands: it is opened so. */
  let durably = true;
  const begin = async (connection: Kysely<Tables>, durable: boolean): Promise<void> => {
    // with NORMAL a power cut may take the last readings, whole: they can be read again
    if (durable !== durably)
      await sql`${sql.raw(`pragma synchronous = ${durable ? 'FULL' : 'NORMAL'}`)}`.execute(connection);
    durably = durable;
    await sql`begin immediate`.execute(connection);
  };
  return {
    name: 'sqlite',
    db,
    address: file,
    file: file === ':memory:' ? null : queue,
    write: (durable, work) => inTurn(queue, () => immediately(db, (connection) => begin(connection, durable), work)),
    // one connection: what is prepared here runs within the transaction that is open
    among: (column, values) => sql<SqlBool>`${sql.ref(column)} in (${sql.join(padded(values))})`,
    async insert(_, table, rows, counted) {
      const columns = Object.keys(rows[0] ?? {});
      const into = insertsOf(table, columns, counted ? addingTo(table, counted) : '');
      // most of a small row's cost is the call: many go in one statement
      for (let from = 0; from < rows.length; ) {
        const count = TOGETHER.find((some) => some <= rows.length - from) ?? 1;
        const values: SQLInputValue[] = new Array(count * columns.length);
        let filled = 0;
        for (let at = from; at < from + count; at++) {
          const row = rows[at] as Rows[number];
          for (let column = 0; column < columns.length; column++)
            values[filled++] = row[columns[column] as string] ?? null;
        }
        into(count).run(...values);
        from += count;
      }
    },
    async indexWords(_, documents) {
      indexing ??= database.prepare('INSERT INTO words (rowid, said, tags) VALUES (?, ?, ?)');
      const statement = indexing;
      for (const { row, words, tags } of documents) statement.run(row, words, tags.join(' '));
    },
    async clearWords() {
      database.exec("INSERT INTO words (words) VALUES ('delete-all')");
    },
    async search(trx, query, { from, below, limit }) {
      // FTS5 gives rows in their order without sorting them
      const { rows } = await sql<{ rowid: number }>`select rowid from words where words match ${ftsQuery(query)}
        and rowid >= ${from ?? 0} and rowid < ${below ?? Number.MAX_SAFE_INTEGER} order by rowid desc limit ${limit}`.execute(
        trx,
      );
      return rows.map(({ rowid }) => rowid);
    },
    async backup(target) {
      await refuseExisting(target);
      const partial = `${target}.partial`;
      await rm(partial, { force: true });
      try {
        // one read transaction: writers of other processes go on beside it
        database.prepare('VACUUM INTO ?').run(partial);
        await rename(partial, target);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    async check() {
      const said = database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => String(Object.values(row)[0]));
      const keys = database.prepare('PRAGMA foreign_key_check').all().length;
      return [
        ...said.filter((line) => line !== 'ok').map((line) => `SQLite says: ${line}`),
        ...(keys > 0 ? [`${keys} rows point to rows that are not there`] : []),
      ];
    },
    async analyse() {
      database.exec('ANALYZE');
      countWordsAsMany(database);
    },
    async size() {
      const number = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? 0);
      return number('page_count') * number('page_size');
    },
    version: async () => `SQLite ${String(Object.values(database.prepare('SELECT sqlite_version()').get() ?? {})[0])}`,
    wrap: (cause) => storeError(cause, file),
  };
}

/** Terms and tags as FTS5 writes them; words hold letters and digits only, so quoting is enough. */
function ftsQuery({ terms, tags }: IndexQuery): string {
  return [
    ...terms.map(({ words, prefix }) => `said : "${words.join(' ')}"${prefix ? '*' : ''}`),
    ...tags.map((some) => `(${some.map((tag) => `tags : "${tag}"`).join(' OR ')})`),
  ].join(' AND ');
}

let memories = 0;
/** The last write of this process to each file. */
const last = new Map<string, Promise<unknown>>();

/**
 * Writers of one process take turns. SQLite's own waiting blocks the thread, so a second connection here would wait
 * for a first that can never go on; writers of other processes are waited for by `busy_timeout`.
 */
function inTurn<T>(queue: string, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(queue) ?? Promise.resolve()).then(work, work);
  const settled = turn
    .catch(() => {})
    .finally(() => {
      if (last.get(queue) === settled) last.delete(queue);
    });
  last.set(queue, settled);
  return turn;
}

/** A transaction that takes the write lock at once: a deferred one fails when it turns from reading to writing too late. */
function immediately<T>(
  db: Kysely<Tables>,
  begin: (connection: Kysely<Tables>) => Promise<void>,
  work: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await begin(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {}); // a full disk has rolled back by itself
      throw error;
    }
  });
}

/** Statements that stay prepared; each holds some kilobytes. */
const MOST_PREPARED = 200;

interface Prepared {
  readonly statement: StatementSync;
  /** Whether it gives rows. */
  readonly reader: boolean;
}

/** What a statement gives is asked once: the answer is a list of all its columns, each with its names. */
const understood = (statement: StatementSync, sql: string): Prepared => ({
  statement,
  // `columns` came with Node 22.16; before it, only these statements give rows
  reader:
    typeof statement.columns === 'function'
      ? statement.columns().length > 0
      : /^\s*(?:select|with|pragma)|\breturning\b/i.test(sql),
});

/** Kysely's SQLite dialect speaks to a better-sqlite3 shape; node:sqlite needs only this much to look like one. */
function adapter(database: DatabaseSync) {
  // what is asked again and again is understood once; the one asked longest ago goes first
  const known = new Map<string, Prepared>();
  const prepared = (sql: string): Prepared => {
    const one = known.get(sql) ?? understood(database.prepare(sql), sql);
    known.delete(sql);
    known.set(sql, one);
    if (known.size > MOST_PREPARED) known.delete(known.keys().next().value as string);
    return one;
  };
  return {
    close() {
      known.clear();
      database.close();
    },
    prepare(sql: string) {
      const { statement, reader } = prepared(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
        // its own, since others may ask the same while its rows are walked
        iterate: (parameters: readonly unknown[]) => database.prepare(sql).iterate(...values(parameters)),
      };
    },
  };
}

function busy(file: string): string {
  const holder = holderOf(file);
  if (holder === null) return `${file} is held by another process that writes; try again when it is done.`;
  const { pid, command, since } = holder;
  const about = [...(command === null ? [] : [command]), ...(since === null ? [] : [`started ${since}`])].join(', ');
  return `${file} is held by process ${pid}${about === '' ? '' : ` (${about})`}, which writes; try again when it is done.`;
}

/** What the engine threw, as the one error a caller sees. */
export function storeError(cause: unknown, file: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  const number = (cause as { errcode?: number } | null)?.errcode ?? 0;
  switch (number & 0xff) {
    case 5:
    case 6:
      return new StoreError('store/busy', busy(file), { cause });
    case 13:
      return new StoreError(
        'store/full',
        `The disk that holds ${file} is full; nothing of this was kept. Free some space and run it again.`,
        { cause },
      );
    case 14:
      return new StoreError(
        'store/unreadable',
        `${file} cannot be opened or made: ${said}. Does its folder exist, and may you write there?`,
        { cause },
      );
    case 11:
    case 26:
      return new StoreError(
        'store/unreadable',
        `${file} is not a Recount record (${said}). Name another file with --store.`,
        { cause },
      );
    default:
      return new StoreError('store/failed', `${file}: ${said}`, { cause });
  }
}

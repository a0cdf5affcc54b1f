// What differs from engine to engine: transactions, bulk inserts, full-text search, backup.
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { StoreError } from './store.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
/** Rows of one table, all with the same columns. */
export type Rows = readonly Readonly<Record<string, string | number | null>>[];

/** A document of the search index: a claim's or a report's words, and the tags that filters ask for. */
export interface Words {
  readonly row: number;
  /** Letters and digits in lower case with single spaces between. */
  readonly words: string;
  readonly tags: readonly string[];
}

/** One term, or several in a row for a phrase; `prefix` for a beginning. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What a search asks of the index: each group of tags gives one that must be there. */
export interface IndexQuery {
  readonly terms: readonly Term[];
  readonly tags: readonly (readonly string[])[];
}

/** A stretch of the search index. */
export interface IndexPage {
  /** The least row; null for all. */
  readonly from: number | null;
  /** The least row that is too late; null for none. */
  readonly below: number | null;
  readonly limit: number;
  /** What kind of document is looked for; others may be among the answer. */
  readonly of: 'claims' | 'reports';
}

/** Stands in a statement by keys, whose plan never depends on their values: the server may plan it once and keep it. */
export const PLANNED_ONCE = '/* planned once */';

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Db;
  readonly address: string;
  /** The file that other threads may open beside it; null for a server, or what is in memory alone. */
  readonly file: string | null;
  /**
   * Runs `work` in one transaction that no other writer can break into: all of it is kept or nothing. `durable` waits for
   * the disk: a decision is somebody's work, a reading can be read again.
   */
  write<T>(durable: boolean, work: (trx: Db) => Promise<T>): Promise<T>;
  /** Holds where a column has one of these values; one statement however many they are, where the engine can. */
  among(column: string, values: readonly (string | number)[]): RawBuilder<SqlBool>;
  /** Inserts many rows in the transaction of `trx`. Where one has the `counted` columns of a row that is there, its `n` is added to that. */
  insert(trx: Db, table: keyof Tables, rows: Rows, counted?: readonly string[]): Promise<void>;
  indexWords(trx: Db, documents: readonly Words[]): Promise<void>;
  clearWords(trx: Db): Promise<void>;
  /** Rows of documents that match, newest day first: at most `limit` of those within the range. */
  search(db: Db, query: IndexQuery, page: IndexPage): Promise<number[]>;
  /** Writes a whole, consistent copy while others read and write. */
  backup(file: string): Promise<void>;
  /** Troubles that the engine itself finds in its tables and indexes. */
  check(): Promise<string[]>;
  /** Lets the engine plan well after many rows came in. */
  analyse(trx: Db): Promise<void>;
  /** Bytes on the disk. */
  size(): Promise<number>;
  /** What the engine and its version are called. */
  version(): Promise<string>;
  /** What the engine threw, as the one error a caller sees. */
  wrap(cause: unknown): StoreError;
}

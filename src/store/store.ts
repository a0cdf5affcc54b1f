// What every store does: keep readings whole, list reports, give a reading back.
import type { Reading } from '../reading/schema.ts';

/** One report of the record, as a list shows it. */
export interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  /** ISO instant at which it was first kept. */
  readonly added: string;
  /** Length of its text in characters (code points). */
  readonly length: number;
  /** Claims of its newest reading, by kind. */
  readonly events: number;
  readonly statements: number;
  readonly figures: number;
  readonly times: number;
  readonly places: number;
  readonly unread: number;
}

export interface Page {
  /** 1 to 1000. */
  readonly limit: number;
  /** What `next` of the page before said; null for the first. */
  readonly after: string | null;
}

export interface ReportPage {
  readonly reports: readonly ReportRow[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  /** Reports in the record, on all pages. */
  readonly total: number;
}

export interface Added {
  readonly id: string;
  /** 'new' report, 'reread' by a newer reader, or 'known' already: then nothing was written. */
  readonly outcome: 'new' | 'reread' | 'known';
}

export interface Kept {
  readonly reading: Reading;
  readonly added: string;
  /** Reader versions that have read this report, oldest first. */
  readonly readers: readonly string[];
}

export interface Store {
  /** Where it is: a file path, or a server address without its password. */
  readonly address: string;
  /** Keeps readings, all of one call or none. Adding the same reading twice writes once. `at` is an ISO instant. */
  add(readings: readonly Reading[], at: string): Promise<Added[]>;
  /** Newest publication first, unknown dates last. */
  list(page: Page): Promise<ReportPage>;
  /** A report's newest reading; null when there is no such report. */
  show(id: string): Promise<Kept | null>;
  /** The first `limit` report ids that begin so, in order. */
  startingWith(prefix: string, limit: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Trouble outside: the file, the disk, the server. `cause` holds what the engine said. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'store/unreadable' | 'store/newer' | 'store/busy' | 'store/full' | 'store/failed';
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

// The file of an open record in, what of it has been read already out: asked beside whoever writes, by a connection of its own.
import { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../reading/schema.ts';
import type { KnownReading } from './store.ts';

export interface Known {
  /** What `reader` found in a report; null when it has not read it. */
  of(report: string, reader: string): KnownReading | null;
  close(): void;
}

/**
 * `file` is what Store.file says. Opened for reading alone, and never waits: a writer's log stands beside what it has
 * committed. Throws what SQLite does when the file cannot be opened: then the store itself may be asked.
 */
export function openKnown(file: string): Known {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const statement = database.prepare(
      'SELECT title, counts, body FROM reading JOIN report ON report.id = reading.report WHERE report.id = ? AND reader = ?',
    );
    return {
      of(report, reader) {
        const row = statement.get(report, reader);
        return row ? knownReading(report, row as never) : null;
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A reading in numbers; `counts` and `body` are JSON. */
export function knownReading(
  id: string,
  { title, counts, body }: { readonly title: string | null; readonly counts: string; readonly body: string },
): KnownReading {
  const { issues } = JSON.parse(body) as Pick<Reading, 'issues'>;
  return { id, title, counts: JSON.parse(counts) as KnownReading['counts'], issues: issues.length };
}

// An open SQLite database in, the same with today's tables out: forward only, one step a released change.
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store.ts';

/** Step `i` takes a file from version `i` to `i + 1`. A released step is never edited. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE report (
    id TEXT PRIMARY KEY, title TEXT, source TEXT, url TEXT, published TEXT, language TEXT NOT NULL,
    text TEXT NOT NULL, added TEXT NOT NULL, arrival INTEGER NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX report_day ON report (coalesce(published, '') DESC, arrival DESC);
  CREATE TABLE reading (
    report TEXT NOT NULL REFERENCES report (id), reader TEXT NOT NULL, body TEXT NOT NULL, made TEXT NOT NULL,
    counts TEXT NOT NULL, arrival INTEGER NOT NULL, PRIMARY KEY (report, reader)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE claim (
    id TEXT PRIMARY KEY, report TEXT NOT NULL, reader TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
    FOREIGN KEY (report, reader) REFERENCES reading (report, reader)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claim_report ON claim (report, reader, kind);
  CREATE TABLE evidence (
    claim TEXT NOT NULL REFERENCES claim (id), place INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    quote TEXT NOT NULL, PRIMARY KEY (claim, place), CHECK (start < "end")
  ) STRICT, WITHOUT ROWID;
  `,
];

/** `RCNT` in the file's application id: another program's SQLite file is refused, not filled. */
const APPLICATION = 0x52434e54;

/** Brings the file to this program's version. Throws StoreError for a newer file or one that is no record. */
export function migrate(database: DatabaseSync, file: string): void {
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? 0);
  const version = pragma('user_version');
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] ?? 0);
  if (tables > 0 && pragma('application_id') !== APPLICATION) {
    throw new StoreError(
      'store/unreadable',
      `${file} is an SQLite file of another program, not a Recount record. Name another file with --store.`,
    );
  }
  if (version > STEPS.length) {
    throw new StoreError(
      'store/newer',
      `${file} was written by a newer Recount (record version ${version}, this program knows ${STEPS.length}). Update Recount to open it.`,
    );
  }
  if (version === STEPS.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // another process may have migrated while this one waited for the lock
    for (let step = pragma('user_version'); step < STEPS.length; step++) database.exec(STEPS[step] ?? '');
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${STEPS.length}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

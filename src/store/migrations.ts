// An open SQLite database in, the same with today's tables out: forward only, one step a released change.
import type { DatabaseSync } from 'node:sqlite';
import { sourceIdentity } from '../record/source-identity.ts';
import { knownBy, lengthOf, textHash } from './report-columns.ts';
import {
  APPEND_ONLY_SQLITE,
  COPY_TABLES,
  COUNTED,
  DERIVED_TABLES,
  DYADS,
  FEWER_INDEXES_SQLITE,
  INCIDENT_TABLES,
  KEPT_DECISIONS,
  KEPT_REPORTS,
  KIND_INDEX,
  MOMENTS,
  SAME_WORDS,
  SQLITE,
  spell,
  UNUSED_INDEX,
  WORDS_SQLITE,
} from './schema.ts';
import { StoreError } from './store.ts';
import { TEAM_TABLES } from './team-schema.ts';
import { viewsOf } from './views.ts';

type Step = (database: DatabaseSync) => void;

/** Step `i` takes a file from version `i` to `i + 1`. A released step is never edited. */
const STEPS: readonly Step[] = [
  (database) =>
    database.exec(`
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
  `),
  (database) => {
    // claims of version 1 follow from the readings, and are made again in their new shape
    database.exec(`DROP TABLE evidence; DROP TABLE claim; DROP INDEX report_day;
      ALTER TABLE report RENAME TO report_1; ALTER TABLE reading RENAME TO reading_1;
      ${spell(KEPT_REPORTS + KEPT_DECISIONS, SQLITE)} ${APPEND_ONLY_SQLITE}`);
    const put = database.prepare(`INSERT INTO report
      SELECT arrival, id, title, source, url, published, language, added, ?, ?, ?, ?, text FROM report_1 WHERE id = ?`);
    const one = database.prepare('SELECT url, published, text FROM report_1 WHERE id = ?');
    for (const { id } of database.prepare('SELECT id FROM report_1 ORDER BY arrival').all()) {
      const { url, published, text } = one.get(String(id)) as Record<'url' | 'published', string | null> & {
        text: string;
      };
      put.run(sourceIdentity(url), knownBy(published), textHash(text), lengthOf(text), String(id));
    }
    database.exec(`INSERT INTO reading SELECT arrival, report, reader, made, counts, body FROM reading_1 ORDER BY arrival;
      DROP TABLE reading_1; DROP TABLE report_1;
      INSERT INTO head SELECT 1, coalesce((SELECT max(arrival) FROM reading), 0),
      coalesce((SELECT max(arrival) FROM report), 0), 0, 0, 0, 0`);
    database.exec(spell(DERIVED_TABLES, SQLITE) + WORDS_SQLITE + viewsOf('sqlite'));
  },
  (database) => database.exec(spell(COPY_TABLES, SQLITE)),
  (database) => database.exec(KIND_INDEX),
  (database) => database.exec(spell(TEAM_TABLES, SQLITE)),
  (database) => database.exec(spell(DYADS, SQLITE)),
  (database) => database.exec(spell(SAME_WORDS, SQLITE)),
  (database) => database.exec(spell(INCIDENT_TABLES, SQLITE)),
  () => {}, // only PostgreSQL had something to drop
  (database) => database.exec(spell(MOMENTS, SQLITE)),
  (database) => database.exec(UNUSED_INDEX),
  (database) => database.exec(COUNTED),
  (database) => database.exec(FEWER_INDEXES_SQLITE),
  () => {}, // only PostgreSQL's planner had something to learn
  () => {}, // SQLite's indexes never ask the table who may see a row
];

/** What this program writes; a file of a higher version is refused. */
export const VERSION = STEPS.length;

/** `RCNT` in the file's application id: another program's SQLite file is refused, not filled. */
const APPLICATION = 0x52434e54;

/**
 * Brings the file to this program's version; derived tables of an older file are left empty, with `head.built` 0. Throws
 * StoreError for a newer file or one that is no record.
 */
export function migrate(database: DatabaseSync, file: string, upTo = STEPS.length): void {
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? 0);
  const version = pragma('user_version');
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] ?? 0);
  if (tables > 0 && pragma('application_id') !== APPLICATION) {
    throw new StoreError(
      'store/unreadable',
      `${file} is an SQLite file of another program, not a Recount record. Name another file with --store.`,
    );
  }
  if (version > STEPS.length) throw newer(file, version);
  if (version >= upTo) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // another process may have migrated while this one waited for the lock
    for (let step = pragma('user_version'); step < upTo; step++) STEPS[step]?.(database);
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${upTo}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

export const newer = (where: string, version: number): StoreError =>
  new StoreError(
    'store/newer',
    `${where} was written by a newer Recount (record version ${version}, this program knows ${VERSION}). Update Recount to open it.`,
  );

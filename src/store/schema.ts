// A dialect in, the statements that make or change the record's tables out: one text for both engines.

/** How the two engines spell the same thing. */
export interface Dialect {
  readonly text: string;
  readonly integer: string;
  readonly real: string;
  /** After the bracket of a table that is one index by its primary key. */
  readonly keyed: string;
  readonly strict: string;
}

export const SQLITE: Dialect = {
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  keyed: 'STRICT, WITHOUT ROWID',
  strict: 'STRICT',
};
export const POSTGRES: Dialect = {
  text: 'TEXT COLLATE "C"',
  integer: 'BIGINT',
  real: 'DOUBLE PRECISION',
  keyed: '',
  strict: '',
};

/** Writes `T`, `I` and `R` after a column's name as this engine's types, `KEYED` and `STRICT` as its table options. */
export function spell(sql: string, { text, integer, real, keyed, strict }: Dialect): string {
  return sql
    .replace(
      /(?<=^|[\s(,])(\w+|"\w+") ([TIR])(?=[\s,;)])/gm,
      (_, name: string, type: string) => `${name} ${type === 'T' ? text : type === 'I' ? integer : real}`,
    )
    .replace(/\s*KEYED(?=;)/g, keyed && ` ${keyed}`)
    .replace(/\s*STRICT(?=;)/g, strict && ` ${strict}`);
}

/** What is kept of reports and readings. Long columns stand last, so that lists need not read over them. */
export const KEPT_REPORTS = `
  CREATE TABLE report (
    arrival I PRIMARY KEY, id T NOT NULL UNIQUE, title T, source T, url T, published T, language T NOT NULL,
    added T NOT NULL, identity T, known T, hash T NOT NULL, length I NOT NULL, text T NOT NULL
  )STRICT;
  CREATE INDEX report_day ON report (coalesce(published, '') DESC, arrival DESC);
  CREATE INDEX report_identity ON report (identity) WHERE identity IS NOT NULL;
  CREATE INDEX report_hash ON report (hash);
  CREATE TABLE reading (
    arrival I PRIMARY KEY, report T NOT NULL REFERENCES report (id), reader T NOT NULL, made T NOT NULL,
    counts T NOT NULL, body T NOT NULL, UNIQUE (report, reader)
  )STRICT;
  CREATE INDEX reading_made ON reading (made, arrival);
`;

/** Decisions are appended and never changed: triggers refuse anything else, whatever program asks. */
export const KEPT_DECISIONS = `
  CREATE TABLE decision (
    arrival I PRIMARY KEY, at T NOT NULL, by T NOT NULL, why T, act T NOT NULL, detail T NOT NULL
  )STRICT;
  CREATE TABLE decision_target (
    decision I NOT NULL REFERENCES decision (arrival), place I NOT NULL, target T NOT NULL, content T,
    PRIMARY KEY (decision, place)
  )KEYED;
  CREATE INDEX decision_at ON decision (at, arrival);
  CREATE INDEX decision_target_target ON decision_target (target, decision);
  CREATE TABLE head (
    one I PRIMARY KEY CHECK (one = 1), arrival I NOT NULL, reports I NOT NULL, version I NOT NULL,
    actors I NOT NULL, places I NOT NULL, built I NOT NULL
  )STRICT;
`;

export const APPEND_ONLY_SQLITE = ['decision', 'decision_target']
  .flatMap((table) => ['UPDATE', 'DELETE'].map((what) => [table, what] as const))
  .map(
    ([table, what]) =>
      `CREATE TRIGGER ${table}_keeps_on_${what.toLowerCase()} BEFORE ${what} ON ${table} BEGIN SELECT RAISE(ABORT, 'decisions are kept as they were made: withdraw them with another'); END;`,
  )
  .join('\n');

export const APPEND_ONLY_POSTGRES = `
  CREATE FUNCTION decisions_are_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'decisions are kept as they were made: withdraw them with another'; END $$;
  CREATE TRIGGER decision_is_kept BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decisions_are_kept();
  CREATE TRIGGER decision_target_is_kept BEFORE UPDATE OR DELETE ON decision_target FOR EACH ROW EXECUTE FUNCTION decisions_are_kept();
`;

/** Tables that follow from the kept ones: `recount rebuild` empties and fills them. In this order for foreign keys. */
export const DERIVED = [
  'upon',
  'flag',
  'series',
  'incident',
  'tie',
  'concern',
  'plan',
  'part',
  'happening',
  'spot',
  'gist',
  'dated',
  'copy',
  'band',
  'prose',
  'evidence',
  'party',
  'tally',
  'dyad',
  'carried',
  'withdrawal',
  'claim',
  'actor',
  'place',
] as const;

export const DERIVED_TABLES = `
  CREATE TABLE actor (
    n I PRIMARY KEY, id T NOT NULL UNIQUE, kind T NOT NULL, name T NOT NULL, country T, sector T, merged_into T
  )STRICT;
  CREATE TABLE place (
    n I PRIMARY KEY, id T NOT NULL UNIQUE, name T NOT NULL, country T, latitude R, longitude R,
    geonames I, precision T, merged_into T
  )STRICT;
  CREATE TABLE claim (
    row I PRIMARY KEY, id T NOT NULL, since I NOT NULL, until I, base I NOT NULL, kind T NOT NULL, type T NOT NULL,
    report I NOT NULL REFERENCES report (arrival), reading I, status T NOT NULL, standing T NOT NULL, merged_into T,
    review I NOT NULL, edited T NOT NULL, day_from T, day_to T, place I, content T NOT NULL, fields T NOT NULL
  )STRICT;
  CREATE INDEX claim_id ON claim (id, since);
  CREATE INDEX claim_report ON claim (report, row);
  CREATE INDEX claim_type ON claim (kind, type, row);
  CREATE INDEX claim_place ON claim (place, row) WHERE place IS NOT NULL;
  CREATE INDEX claim_since ON claim (since);
  CREATE INDEX claim_until ON claim (until) WHERE until IS NOT NULL;
  CREATE INDEX claim_merged ON claim (merged_into) WHERE merged_into IS NOT NULL;
  CREATE INDEX claim_status ON claim (status, row) WHERE status <> 'open';
  CREATE TABLE evidence (
    claim I NOT NULL REFERENCES claim (row), place I NOT NULL, role T NOT NULL, start I NOT NULL, "end" I NOT NULL,
    cp_start I NOT NULL, cp_end I NOT NULL, quote T NOT NULL, prefix T NOT NULL, suffix T NOT NULL,
    PRIMARY KEY (claim, place), CHECK (start < "end")
  )KEYED;
  CREATE TABLE party (
    actor I NOT NULL, row I NOT NULL, kind T NOT NULL, type T NOT NULL, roles T NOT NULL, PRIMARY KEY (actor, row)
  )KEYED;
  CREATE TABLE tally (
    month T NOT NULL, source I NOT NULL, target I NOT NULL, type T NOT NULL, n I NOT NULL,
    PRIMARY KEY (month, source, target, type)
  )KEYED;
  CREATE TABLE carried (id T NOT NULL, former T NOT NULL, PRIMARY KEY (id, former))KEYED;
  CREATE TABLE withdrawal (decision I PRIMARY KEY, by I NOT NULL)STRICT;
  CREATE TABLE prose (report I PRIMARY KEY, row I NOT NULL UNIQUE)STRICT;
`;

/** Which report is a copy of which, and the bands by which copies find their origin. Reports by their number. */
export const COPY_TABLES = `
  CREATE TABLE copy (report I PRIMARY KEY, hash T NOT NULL, origin I, kind T, held R)STRICT;
  CREATE INDEX copy_hash ON copy (hash, report);
  CREATE INDEX copy_origin ON copy (origin, report) WHERE origin IS NOT NULL;
  CREATE TABLE band (band I NOT NULL, report I NOT NULL, PRIMARY KEY (band, report))KEYED;
`;

/** Version 4: lists of one kind, whatever its type, in the order of days. */
export const KIND_INDEX = 'CREATE INDEX claim_kind ON claim (kind, row);';

/**
 * Version 6: who acted on whom in a month, whatever the type, so that the most frequent are read off an index; merged
 * actors and places, which every question by name asks for; and what continues a claim that is decided upon.
 */
export const DYADS = `
  CREATE TABLE dyad (
    month T NOT NULL, source I NOT NULL, target I NOT NULL, n I NOT NULL, PRIMARY KEY (month, source, target)
  )KEYED;
  INSERT INTO dyad SELECT month, source, target, sum(n) FROM tally GROUP BY month, source, target;
  CREATE INDEX dyad_n ON dyad (n);
  CREATE INDEX carried_former ON carried (former);
  CREATE INDEX actor_merged ON actor (merged_into) WHERE merged_into IS NOT NULL;
  CREATE INDEX place_merged ON place (merged_into) WHERE merged_into IS NOT NULL;
`;

/** Version 7: that a claim of a later version says what the one before said, by the contents of both. */
export const SAME_WORDS = 'ALTER TABLE carried ADD COLUMN same T;';

/**
 * Version 8: incidents. What each report is compared by (gist) and found by (spot), its happenings with their events
 * (part) and parties (concern), its words on plans (plan: meetings and
 * promises), the ties between happenings in both directions, and each incident as lists show it, with
 * its flags and its series of figures. A happening's `n` is its report's number and its place in it, an incident's that of
 * its first happening. `upon` tells which reports a decision concerns.
 */
export const INCIDENT_TABLES = `
  CREATE TABLE gist (report I PRIMARY KEY, body T NOT NULL)STRICT;
  CREATE TABLE spot (key I NOT NULL, report I NOT NULL, PRIMARY KEY (key, report))KEYED;
  CREATE TABLE happening (
    n I PRIMARY KEY, id T NOT NULL, incident I NOT NULL, type T NOT NULL, place T NOT NULL, clause T NOT NULL, body T NOT NULL
  )STRICT;
  CREATE INDEX happening_incident ON happening (incident, n);
  CREATE INDEX happening_type ON happening (type, incident);
  CREATE TABLE part (id T PRIMARY KEY, happening I NOT NULL)KEYED;
  CREATE TABLE concern (
    actor T NOT NULL, type T NOT NULL, at T NOT NULL, happening I NOT NULL, PRIMARY KEY (actor, type, at, happening)
  )KEYED;
  CREATE TABLE plan (n I PRIMARY KEY, body T NOT NULL)STRICT;
  CREATE TABLE tie (
    a I NOT NULL, b I NOT NULL, points R NOT NULL, open I NOT NULL, reasons T NOT NULL, PRIMARY KEY (a, b)
  )KEYED;
  CREATE INDEX tie_open ON tie (a, b) WHERE open = 1;
  CREATE TABLE incident (
    n I PRIMARY KEY, id T NOT NULL UNIQUE, at T NOT NULL, day_from T, day_to T, reports I NOT NULL, disputed I NOT NULL,
    body T NOT NULL
  )STRICT;
  CREATE INDEX incident_at ON incident (at, id);
  CREATE TABLE flag (
    incident I NOT NULL, place I NOT NULL, name T NOT NULL, id T NOT NULL, published T NOT NULL, body T NOT NULL,
    PRIMARY KEY (incident, place)
  )KEYED;
  CREATE INDEX flag_name ON flag (name, published, id);
  CREATE TABLE series (
    incident I NOT NULL, place I NOT NULL, measure T NOT NULL, people T, speakers T NOT NULL, PRIMARY KEY (incident, place)
  )KEYED;
  CREATE TABLE upon (report I NOT NULL, decision I NOT NULL, PRIMARY KEY (report, decision))KEYED;
`;

/**
 * Version 10: between which days of publication and of coming to the record the reports of an incident lie (`at` and `last`,
 * `came` and `came_last`), so that its line is taken as it is for a moment after all of them; and of each report, in few
 * bytes, the same with its number of statements.
 */
export const MOMENTS = `
  ALTER TABLE incident ADD COLUMN last T NOT NULL DEFAULT '';
  ALTER TABLE incident ADD COLUMN came T NOT NULL DEFAULT '';
  ALTER TABLE incident ADD COLUMN came_last T NOT NULL DEFAULT '';
  CREATE INDEX incident_span ON incident (last, at) WHERE last > at;
  CREATE INDEX incident_came ON incident (came_last, came) WHERE came_last > came;
  CREATE TABLE dated (report I PRIMARY KEY, published T NOT NULL, added T NOT NULL, said I NOT NULL)STRICT;
`;

/** Version 11: nothing is ever looked up by the hash of a report's text; copies have their own. */
export const UNUSED_INDEX = 'DROP INDEX report_hash;';

/** Version 12: how many incidents stood so at a moment, and how many of these were disputed, is counted in an index alone. */
export const COUNTED = 'CREATE INDEX incident_last ON incident (last, at, disputed);';

/**
 * Version 13: indexes that each claim is written into and few questions need. A report's claims are a stretch of the index
 * by id; a kind's are those of its types; and what a reading opened is found by its report, so that only what was opened
 * otherwise is found by its moment.
 */
export const FEWER_INDEXES = `
  DROP INDEX claim_kind;
  DROP INDEX claim_since;
  CREATE INDEX claim_since ON claim (since) WHERE reading IS NULL OR since <> reading;
`;

/** PostgreSQL, whose planner cannot tell how long a stretch by id is, keeps the one by report. */
export const FEWER_INDEXES_SQLITE = `${FEWER_INDEXES} DROP INDEX claim_report;`;

/**
 * Version 14: how many claims are of a kind or type is known of the words that questions ask by, too. Without it PostgreSQL
 * takes one of two hundred for such, and looks through the record's claims by their days for those of a place.
 */
export const KINDS_COUNTED = `
  CREATE STATISTICS claim_kind_said ON (kind || '') FROM claim;
  CREATE STATISTICS claim_type_said ON (type || '') FROM claim;
  ANALYZE claim;
`;

/**
 * Version 15. An actor's list is read off its index alone only where the server knows that everybody may see the rows, and it
 * looks at what was added when a table has grown by a fifth: for the newest fifth of a record, which every list begins with,
 * it went to the table for each row that it passed over. Now it looks at every twenty thousand rows, some four hundred
 * reports; it reads only the pages that were added. And of what lies at a place, half are the words that name it: a list of
 * events there no longer goes to the table for these.
 */
export const LISTS_READ_OFF = `
  ALTER TABLE party SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);
  DROP INDEX claim_place;
  CREATE INDEX claim_place ON claim (place, kind, row) WHERE place IS NOT NULL;
`;

/** PostgreSQL keeps the columns that lists of an actor are narrowed by in their index, as SQLite's tables by key do. */
export const PARTY_INDEX_POSTGRES = `
  ALTER TABLE party DROP CONSTRAINT party_pkey;
  ALTER TABLE party ADD PRIMARY KEY (actor, row) INCLUDE (kind, type, roles);
`;

export const WORDS_SQLITE = `
  CREATE VIRTUAL TABLE words USING fts5(
    said, tags, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
`;

/** Stems and no stop words, as FTS5's tokenizer does it, so that both engines find the same. */
export const WORDS_POSTGRES = `
  CREATE TEXT SEARCH DICTIONARY recount_stem (TEMPLATE = snowball, LANGUAGE = english);
  CREATE TEXT SEARCH CONFIGURATION recount (PARSER = default);
  ALTER TEXT SEARCH CONFIGURATION recount ADD MAPPING FOR
    asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart WITH recount_stem;
  ALTER TEXT SEARCH CONFIGURATION recount ADD MAPPING FOR int, uint, float, sfloat, version WITH simple;
  CREATE TABLE words (rowid BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL);
  CREATE INDEX words_terms ON words USING gin (terms);
`;

// An engine's name in, the views that people open the record by out: readable names, one row a thing, with descriptions.

/** Name, description, and the query; `json(fields, x)` stands for a field as text. */
const VIEWS: readonly (readonly [name: string, says: string, query: string])[] = [
  [
    'reports',
    'One row a report: its text, where it came from, and how many characters it has',
    `SELECT arrival AS number, id, title, source, published, language, url, added, length AS characters, hash AS text_sha256, text
     FROM report`,
  ],
  [
    'events',
    'One row an event that a report tells, as the record holds it now: who did what to whom, when, where, in which words',
    `SELECT c.id, c.type, json(c.fields, mode) AS mode, json(c.fields, quad) AS quad, json(c.fields, status) AS told_as,
       json(c.fields, actors) AS actors, json(c.fields, recipients) AS recipients, p.name AS place, p.country AS country,
       c.day_from AS first_day, c.day_to AS last_day, e.quote AS words, r.source, r.published, r.title AS report_title,
       r.id AS report, c.status AS review_status, c.standing
     FROM claim c JOIN report r ON r.arrival = c.report LEFT JOIN place p ON p.n = c.place
       LEFT JOIN evidence e ON e.claim = c.base AND e.place = (CASE WHEN EXISTS
         (SELECT 1 FROM evidence x WHERE x.claim = c.base AND x.place = 1) THEN 1 ELSE 0 END)
     WHERE c.kind = 'event' AND c.until IS NULL`,
  ],
  [
    'statements',
    'One row a statement: who said it to whom, how, in which words',
    `SELECT c.id, json(c.fields, speaker) AS speaker, json(c.fields, addressee) AS addressee, c.type AS act,
       json(c.fields, form) AS form, json(c.fields, channel) AS channel, c.day_from AS first_day, c.day_to AS last_day,
       e.quote AS words, r.source, r.published, r.title AS report_title, r.id AS report, c.status AS review_status, c.standing
     FROM claim c JOIN report r ON r.arrival = c.report LEFT JOIN evidence e ON e.claim = c.base AND e.place = 0
     WHERE c.kind = 'statement' AND c.until IS NULL`,
  ],
  [
    'figures',
    'One row a number of killed, injured, displaced …: least, best and most, and the words that say it',
    `SELECT c.id, c.type AS measure, json(c.fields, low) AS low, json(c.fields, best) AS best, json(c.fields, high) AS high,
       json(c.fields, unit) AS unit, json(c.fields, group) AS people, json(c.fields, event) AS event,
       json(c.fields, statement) AS claimed_in, e.quote AS words, r.source, r.published, r.title AS report_title,
       r.id AS report, c.status AS review_status, c.standing
     FROM claim c JOIN report r ON r.arrival = c.report LEFT JOIN evidence e ON e.claim = c.base AND e.place = 0
     WHERE c.kind = 'figure' AND c.until IS NULL`,
  ],
  [
    'claim_words',
    'One row a piece of words that supports a claim, with what stands before and after it; offsets in UTF-16 code units and in code points',
    `SELECT c.id AS claim, c.kind, e.role, e.quote, e.prefix, e.suffix, e.start AS start_utf16, e."end" AS end_utf16,
       e.cp_start AS start_codepoint, e.cp_end AS end_codepoint, r.id AS report, r.hash AS text_sha256
     FROM claim c JOIN evidence e ON e.claim = c.base JOIN report r ON r.arrival = c.report
     WHERE c.until IS NULL`,
  ],
  [
    'actors',
    'One row a person, state, body or group that reports name',
    'SELECT id, name, kind, country, sector, merged_into FROM actor',
  ],
  [
    'places',
    'One row a place that reports name',
    'SELECT id, name, country, latitude, longitude, precision, geonames, merged_into FROM place',
  ],
  [
    'decisions',
    'One row a decision that somebody made, oldest first; taken_back_by names the decision that withdrew it',
    `SELECT 'd' || d.arrival AS id, d.at, d.by, d.act, d.why, d.detail,
       (SELECT count(*) FROM decision_target t WHERE t.decision = d.arrival) AS targets,
       CASE WHEN w.by IS NULL THEN NULL ELSE 'd' || w.by END AS taken_back_by
     FROM decision d LEFT JOIN withdrawal w ON w.decision = d.arrival ORDER BY d.arrival`,
  ],
  [
    'events_by_month',
    'How many asserted events of each type by month and by who acted on whom',
    `SELECT t.month, t.type, s.name AS actor, g.name AS recipient, t.n AS events
     FROM tally t LEFT JOIN actor s ON s.n = t.source LEFT JOIN actor g ON g.n = t.target`,
  ],
];

export const VIEW_NAMES: readonly string[] = VIEWS.map(([name]) => name);

/** The statements that make the views, and the table or comments that describe them. */
export function viewsOf(engine: 'sqlite' | 'postgres'): string {
  const spelled = (query: string) =>
    query.replace(/json\((\w+\.\w+), (\w+)\)/g, (_, column: string, field: string) =>
      engine === 'sqlite' ? `${column} ->> '$.${field}'` : `(${column}::jsonb ->> '${field}')`,
    );
  const quoted = (says: string) => `'${says.replaceAll("'", "''")}'`;
  if (engine === 'postgres')
    return VIEWS.map(
      ([name, says, query]) => `CREATE VIEW ${name} AS ${spelled(query)}; COMMENT ON VIEW ${name} IS ${quoted(says)};`,
    ).join('\n');
  return `
    CREATE TABLE about_these_tables (name TEXT PRIMARY KEY, says TEXT NOT NULL) STRICT, WITHOUT ROWID;
    ${VIEWS.map(([name, says, query]) => `CREATE VIEW ${name} AS ${spelled(query)};\nINSERT INTO about_these_tables VALUES (${quoted(name)}, ${quoted(says)});`).join('\n')}
  `;
}

// A record in, how it fares out: engine, size, counts, and every trouble that can be found without reading all texts.
import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { VERSION } from './migrations.ts';
import type { Doctor } from './store.ts';

const COUNTED = ['report', 'reading', 'claim', 'evidence', 'actor', 'place', 'decision'] as const;

/** What must never be: the question, and what it means. */
const NEVER: readonly (readonly [query: string, says: string])[] = [
  [
    'SELECT count(*) AS n FROM report r WHERE NOT EXISTS (SELECT 1 FROM reading g WHERE g.report = r.id)',
    'reports without a reading',
  ],
  [
    'SELECT count(*) AS n FROM claim c WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.claim = c.base)',
    'claims without words',
  ],
  [
    'SELECT count(*) AS n FROM evidence e WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.row = e.claim)',
    'words of claims that are not there',
  ],
  [
    'SELECT count(*) AS n FROM claim c WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.arrival = c.report)',
    'claims of reports that are not there',
  ],
  [
    'SELECT count(*) AS n FROM (SELECT id FROM claim WHERE until IS NULL GROUP BY id HAVING count(*) > 1) twice',
    'claims that are held twice',
  ],
  [
    'SELECT count(*) AS n FROM party p WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.row = p.row)',
    'actors of claims that are not there',
  ],
  [
    'SELECT (SELECT arrival FROM head) - (SELECT count(*) FROM reading) - (SELECT count(*) FROM decision) AS n',
    'places in the record’s order without a reading or decision',
  ],
  [
    'SELECT count(*) AS n FROM report r WHERE NOT EXISTS (SELECT 1 FROM prose p WHERE p.report = r.arrival)',
    'reports that search cannot find',
  ],
  [
    'SELECT count(*) AS n FROM prose p WHERE NOT EXISTS (SELECT 1 FROM gist g WHERE g.report = p.report)',
    'reports that no incident can be made of',
  ],
  [
    'SELECT count(*) AS n FROM happening h WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.n = h.incident)',
    'happenings of incidents that are not there',
  ],
];

export async function doctor(engine: Engine): Promise<Doctor> {
  const { db, address } = engine;
  const counts: Record<string, number> = {};
  for (const table of COUNTED) {
    const row = await db
      .selectFrom(table as 'report')
      .select(sql<number>`count(*)`.as('n'))
      .executeTakeFirstOrThrow();
    counts[table] = Number(row.n);
  }
  const troubles = await engine.check();
  for (const [query, says] of NEVER) {
    const { rows } = await sql<{ n: number }>`${sql.raw(query)}`.execute(db);
    const n = Number(rows[0]?.n ?? 0);
    if (n !== 0) troubles.push(`${n} ${says}; \`recount rebuild\` makes derived tables again`);
  }
  return { engine: await engine.version(), address, version: VERSION, bytes: await engine.size(), counts, troubles };
}

// Lists of claims find their rows by an index, whatever narrows them: none looks through all claims of the record.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, StatementSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, expect, it, vi } from 'vitest';
import { madeReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';
import type { ClaimFilter, Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-plans-'));
const file = join(folder, 'r.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const filled = await openStore(file);
await filled.add(
  Array.from({ length: 20 }, (_, n) => madeReading({ id: reportId(n + 1) })),
  '2026-03-05T10:00:00.000Z',
);
await filled.close();

/** How SQLite finds the rows of `claim` in whatever `work` asks of a record that was just opened. */
async function plansOf(work: (store: Store) => Promise<unknown>): Promise<string[]> {
  const asked: (readonly [statement: string, values: SQLInputValue[]])[] = [];
  const texts = new WeakMap<StatementSync, string>();
  const prepare = DatabaseSync.prototype.prepare;
  const all = StatementSync.prototype.all;
  const spies = [
    vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, text: string) {
      const statement = prepare.call(this, text);
      texts.set(statement, text);
      return statement;
    }),
    vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (this: StatementSync, ...values: unknown[]) {
      const text = texts.get(this);
      if (text !== undefined) asked.push([text, values as SQLInputValue[]]);
      return all.call(this, ...(values as Parameters<typeof all>));
    } as typeof all),
  ];
  const store = await openStore(file);
  try {
    await work(store);
  } finally {
    for (const spy of spies) spy.mockRestore();
    await store.close();
  }
  const database = new DatabaseSync(file, { readOnly: true });
  const plans = asked.flatMap(([text, values]) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...values)
      .map(({ detail }) => String(detail)),
  );
  database.close();
  return plans.filter((plan) => /\b(?:claim|c)\b/.test(plan));
}

const report = reportId(7);
const FILTERS: Readonly<Record<string, readonly [filter: ClaimFilter, index: RegExp]>> = {
  'a kind': [{ kind: 'statement' }, /claim_type \(kind=\? AND type=\?/],
  'a kind of some days': [{ kind: 'statement', from: '2026-01-01', to: '2026-12-31' }, /type=\? AND row>\? AND row<\?/],
  'a type': [{ type: 'killed' }, /claim_type \(kind=\? AND type=\?/],
  'a kind and a type': [{ kind: 'figure', type: 'killed' }, /claim_type \(kind=\? AND type=\?/],
  'what is decided upon': [{ kind: 'figure', status: 'accepted' }, /claim_status \(status=\?/],
  'a report': [{ report }, /claim_id \(id>\? AND id<\?/],
  'a report’s figures': [{ report, kind: 'figure', type: 'killed' }, /claim_id \(id>\? AND id<\?/],
};

for (const [name, [filter, index]] of Object.entries(FILTERS))
  it(`finds ${name} by an index`, async () => {
    const plans = await plansOf((store) => store.claims(filter, { limit: 50, after: null }));
    expect(plans.some((plan) => index.test(plan))).toBe(true);
    for (const plan of plans) expect(plan).not.toMatch(/^SCAN claim\b|AUTOMATIC/);
  });

it('finds what changed, and the words of all reports, report by report', async () => {
  for (const work of [(store: Store) => store.changes({ after: null, limit: 5 }), (store: Store) => store.verify()]) {
    const plans = await plansOf(work);
    expect(plans.some((plan) => /claim_id \(id>\? AND id<\?/.test(plan))).toBe(true);
    for (const plan of plans) expect(plan).not.toMatch(/^SCAN claim\b|AUTOMATIC/);
  }
});

/** How SQLite finds the pages of one part of the word index, as FTS5 does when it drops the part. */
function planOfWords(): string {
  const database = new DatabaseSync(file, { readOnly: true });
  const plan = database.prepare('EXPLAIN QUERY PLAN SELECT id FROM words_data WHERE id >= ? AND id <= ?').all(1, 2);
  database.close();
  return plan.map(({ detail }) => String(detail)).join();
}

it('drops parts of the word index without reading all of it, also in a record whose planner took it for two rows', async () => {
  expect(planOfWords()).toMatch(/SEARCH words_data USING INTEGER PRIMARY KEY/);
  const database = new DatabaseSync(file);
  database.exec("UPDATE sqlite_stat1 SET stat = '2' WHERE tbl = 'words_data'");
  database.close();
  expect(planOfWords()).toMatch(/SCAN words_data/);
  await (await openStore(file)).close();
  expect(planOfWords()).toMatch(/SEARCH words_data USING INTEGER PRIMARY KEY/);
});

const servers = (await testEngines()).filter((engine) => engine.name !== 'SQLite');

for (const { name, fresh } of servers)
  it(`${name} looks often at which parties everybody may see, and finds a place’s claims by kind, also in a record of version 14`, async () => {
    const address = fresh();
    await (await openStore(address)).close();
    const client = new pg.Client({ connectionString: address.replace(/\?.*$/, '') });
    await client.connect();
    const schema = new URL(address).searchParams.get('schema');
    const settings = async () =>
      (
        await client.query(`SELECT (SELECT reloptions FROM pg_class WHERE oid = '"${schema}".party'::regclass) AS party,
          pg_get_indexdef('"${schema}".claim_place'::regclass) AS place`)
      ).rows[0];
    const made = await settings();
    expect(made.party).toContain('autovacuum_vacuum_insert_scale_factor=0');
    expect(made.place).toContain('(place, kind, "row")');
    await client.query(`ALTER TABLE "${schema}".party
      RESET (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold)`);
    await client.query(`DROP INDEX "${schema}".claim_place`);
    await client.query(`CREATE INDEX claim_place ON "${schema}".claim (place, row) WHERE place IS NOT NULL`);
    await client.query(`UPDATE "${schema}".record_version SET version = 14`);
    await (await openStore(address)).close();
    expect(await settings()).toEqual(made);
    await client.end();
  });

for (const { name, fresh } of servers)
  it(`${name} knows how many claims are of a kind and a type`, async () => {
    const address = fresh();
    const store = await openStore(address);
    await store.add(
      Array.from({ length: 20 }, (_, n) => madeReading({ id: reportId(n + 1) })),
      '2026-03-05T10:00:00.000Z',
    );
    await store.rebuild();
    await store.close();
    const client = new pg.Client({ connectionString: address.replace(/\?.*$/, '') });
    await client.connect();
    const schema = new URL(address).searchParams.get('schema');
    for (const column of ['kind', 'type']) {
      const { rows } = await client.query(
        `SELECT ${column} AS word, count(*)::int AS n FROM "${schema}".claim GROUP BY 1`,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { word, n } of rows) {
        const { rows: plans } = await client.query(
          `EXPLAIN (FORMAT JSON) SELECT * FROM "${schema}".claim WHERE ${column} || '' = '${word}'`,
        );
        // without statistics of its own it would be taken for one of two hundred
        expect(plans[0]['QUERY PLAN'][0].Plan['Plan Rows'], `${column} ${word}`).toBe(n);
      }
    }
    await client.end();
  });

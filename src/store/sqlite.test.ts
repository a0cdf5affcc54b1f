// What is set upon a connection, by what the record is opened for.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openSqliteEngine } from './sqlite.ts';

it.each([
  ['ask', 32],
  ['keep', 8],
] as const)('a record opened to %s holds at most %i MB of its pages', async (use, megabytes) => {
  const { db } = await openSqliteEngine(':memory:', use);
  const { rows } = await sql<{ cache_size: number }>`pragma cache_size`.execute(db);
  await db.destroy();
  // SQLite gives a size in KiB as a number below zero
  expect(rows[0]?.cache_size).toBe(-megabytes * 1024);
});

// The engines that every store test runs over, each with a way to get an empty record.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres.ts';

export interface TestEngine {
  readonly name: string;
  /** Address of a record that does not exist yet. */
  fresh(): string;
}

/** Records of tests are small, and each of their many connections pays for what the server could hold. */
const SMALL = ['-c', 'shared_buffers=16MB', '-c', 'jit=off'];

/**
 * Call once in a test file, awaited: starts a PostgreSQL for it. Where none can be had it says so in the name of what is
 * then skipped. What it makes is removed at the end.
 */
export async function testEngines(): Promise<readonly TestEngine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recount-'));
  let server: PostgresServer | null = null;
  try {
    server = await startPostgres(SMALL);
  } catch (error) {
    // a machine without PostgreSQL tests the rest; continuous integration must have it
    if (process.env['CI']) throw error;
    console.warn(`skipped on PostgreSQL: ${(error as Error).message}`);
  }
  const running = server;
  afterAll(() => {
    running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  let made = 0;
  return [
    { name: 'SQLite', fresh: () => join(folder, `record${++made}.db`) },
    ...(running ? [{ name: 'PostgreSQL', fresh: () => `${running.address}?schema=record${++made}` }] : []),
  ];
}

/** A report id of the usual form. */
export const reportId = (n: number): string => `r${String(n).padStart(24, '0')}`;

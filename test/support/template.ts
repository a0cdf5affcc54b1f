// Before all tests: a folder in which the first PostgreSQL server lays its empty database down, for the others to copy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Vitest's set-up for a whole run; gives what clears up behind it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'recount-template-'));
  process.env['RECOUNT_TEST_TEMPLATE'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

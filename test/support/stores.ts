// The engines that every store test runs over, each with a way to get an empty record.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface TestEngine {
  readonly name: string;
  /** Address of a record that does not exist yet. */
  fresh(): string;
}

/** Call once in a test file: what it makes is removed at the end. */
export function testEngines(): readonly TestEngine[] {
  const folder = mkdtempSync(join(tmpdir(), 'recount-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;
  return [{ name: 'SQLite', fresh: () => join(folder, `record${++made}.db`) }];
}

/** A report id of the usual form. */
export const reportId = (n: number): string => `r${String(n).padStart(24, '0')}`;

// No clock, no machine: the samples read the same under any time zone and locale.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { hashOfReadings } from './support/reading-hash.ts';

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(resolve(root, 'samples'))
  .filter((name) => /\.(txt|html)$/.test(name))
  .map((name) => resolve(root, 'samples', name));

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it('reads the same in Auckland, Los Angeles and under a Turkish locale', () => {
  const hashes = new Set<string>();
  const offsets = new Set<number>();
  for (const name of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
    process.env['TZ'] = name;
    offsets.add(new Date(0).getTimezoneOffset());
    hashes.add(hashOfReadings(files));
  }
  // each zone was really in force
  expect(offsets.size).toBe(3);
  // a locale is asked for only when a process begins
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve(root, 'test/support/reading-hash.ts'), ...files],
    {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [locale = '', hash = ''] = stdout.trim().split(' ');
  expect(locale).toMatch(/^tr/);
  hashes.add(hash);
  expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

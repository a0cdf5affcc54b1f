// No clock, no machine: the samples read the same under any time zone and locale.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { read } from '../src/reading/read.ts';

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(resolve(root, 'samples'))
  .filter((name) => /\.(txt|html)$/.test(name))
  .map((name) => resolve(root, 'samples', name));

function hashOf(): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(JSON.stringify(read(readFileSync(file), { published: '2026-03-10' })));
  return hash.digest('hex');
}

/** The same in a process of its own, since a locale is asked for only when one begins. */
const script = `
  import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { read } from ${JSON.stringify(new URL('../src/reading/read.ts', import.meta.url).href)};
  const hash = createHash('sha256');
  for (const file of process.argv.slice(1)) hash.update(JSON.stringify(read(readFileSync(file), { published: '2026-03-10' })));
  console.log(new Date(0).getTimezoneOffset(), Intl.NumberFormat().resolvedOptions().locale, hash.digest('hex'));`;

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
    hashes.add(hashOf());
  }
  // each zone was really in force
  expect(offsets.size).toBe(3);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script, ...files], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [, locale = '', hash = ''] = stdout.trim().split(' ');
  expect(locale).toMatch(/^tr/);
  hashes.add(hash);
  expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

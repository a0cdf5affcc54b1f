// No clock, no machine: the samples read the same under any time zone and locale.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const script = `
  import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { read } from ${JSON.stringify(new URL('../src/reading/read.ts', import.meta.url).href)};
  const hash = createHash('sha256');
  for (const file of process.argv.slice(1)) hash.update(JSON.stringify(read(readFileSync(file), { published: '2026-03-10' })));
  console.log(hash.digest('hex'));`;

it('reads the same in Auckland, Los Angeles and under a Turkish locale', () => {
  const files = readdirSync(resolve(root, 'samples'))
    .filter((name) => /\.(txt|html)$/.test(name))
    .map((name) => resolve(root, 'samples', name));
  const hashes = [
    { TZ: 'UTC' },
    { TZ: 'Pacific/Auckland' },
    { TZ: 'America/Los_Angeles' },
    { TZ: 'UTC', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  ].map((env) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, ...files],
      { encoding: 'utf8', env: { ...process.env, ...env } },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return stdout;
  });
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}\n$/);
  expect(new Set(hashes).size).toBe(1);
});

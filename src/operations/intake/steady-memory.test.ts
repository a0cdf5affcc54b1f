// What a long job leaves behind stays small: in a process of its own, since the limits are a whole process's.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Megabytes of the space of new objects after much that lived for a short while. */
function youngAfter(first: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    ${first}
    let alive = [];
    for (let round = 0; round < 100; round++) {
      alive.push(Array.from({ length: 20_000 }, (_, at) => ({ at })));
      if (alive.length > 20) alive = [];
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 1024 / 1024);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return Number(stdout);
}

it('the space of new objects grows to a bound and no further', () => {
  const file = resolve(import.meta.dirname, 'steady-memory.ts');
  const script = `const { keepMemorySteady } = await import(${JSON.stringify(file)}); keepMemorySteady();`;
  const young = youngAfter(script);
  expect(young).toBeGreaterThanOrEqual(8);
  expect(young).toBeLessThanOrEqual(16);
  expect(youngAfter('')).toBeGreaterThan(32);
}, 120_000);

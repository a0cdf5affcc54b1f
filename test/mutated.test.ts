// Damaged files of each format: none is lost, none half kept, none hangs, none throws. (A thousand of each: RECOUNT_MUTANTS=1000.)
import { afterAll, expect, it } from 'vitest';
import { createPool } from '../src/operations/intake/reading-pool.ts';
import { FILES } from './support/formats.ts';
import { survive } from './support/mutants.ts';

const COUNT = Number(process.env['RECOUNT_MUTANTS'] ?? 10);

const threads = createPool(1);
afterAll(() => threads.close());

it.each(Object.keys(FILES))(
  `%s survives ${COUNT} kinds of damage`,
  async (name) => {
    const { lost, unhandled, unsound, reports, told, slowest } = await survive(name, COUNT, threads);
    expect({ lost, unhandled, unsound }).toEqual({ lost: [], unhandled: [], unsound: [] });
    expect(reports + told).toBeGreaterThanOrEqual(COUNT);
    expect(slowest).toBeLessThan(10_000);
  },
  600_000,
);

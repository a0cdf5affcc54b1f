// Damaged files of each format: none is lost, none half kept, none hangs, none throws. (A thousand of each: RECOUNT_MUTANTS=1000.)
import { expect, it } from 'vitest';
import { FILES } from './support/formats.ts';
import { survive } from './support/mutants.ts';

const COUNT = Number(process.env['RECOUNT_MUTANTS'] ?? 10);

it.each(Object.keys(FILES))(
  `%s survives ${COUNT} kinds of damage`,
  async (name) => {
    const { lost, unhandled, unsound, reports, told, slowest } = await survive(name, COUNT);
    expect({ lost, unhandled, unsound }).toEqual({ lost: [], unhandled: [], unsound: [] });
    expect(reports + told).toBeGreaterThanOrEqual(COUNT);
    expect(slowest).toBeLessThan(10_000);
  },
  600_000,
);

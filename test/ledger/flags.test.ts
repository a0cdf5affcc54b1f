// Planted contradictions and near misses, read by the reader itself: how many flags are found, and how many of them are right.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagCases, scoreOf } from '../support/flag-cases.ts';

const cases = flagCases(readFileSync(resolve(import.meta.dirname, 'flags.txt'), 'utf8'));
const score = scoreOf(cases);

describe('planted contradictions', () => {
  it('are at least 60 over at least 40 reports, of every kind', () => {
    expect(score.planted).toBeGreaterThanOrEqual(60);
    expect(cases.reduce((sum, { reports }) => sum + reports, 0)).toBeGreaterThanOrEqual(40);
    expect(score.byName.size).toBe(11);
  });
  it('are found, and nothing else is', () => {
    const wrong = cases.flatMap(({ title, planted, found }) =>
      found.filter((line) => !planted.includes(line)).map((line) => `${title}: ${line}`),
    );
    expect(score.right / score.found, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.right / score.planted).toBeGreaterThanOrEqual(0.95);
  });
  it('near misses stay without a flag', () =>
    expect(
      cases.filter(({ planted, found }) => planted.length === 0 && found.length > 0).map(({ title }) => title),
    ).toEqual([]));
});

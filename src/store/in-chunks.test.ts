// Lists of any length: every value stands in a stretch, and stretches have few lengths, so that few statements are prepared.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inChunks, padded } from './in-chunks.ts';

it('names every value, in stretches of few lengths', () =>
  fc.assert(
    fc.property(fc.nat(2100), (count) => {
      const list = Array.from({ length: count }, (_, at) => at);
      const stretches = [...inChunks(list)];
      expect([...new Set(stretches.flat())]).toEqual(list);
      for (const { length } of stretches) expect([1, 2, 4, 8, 16, 32, 64, 125, 250, 500]).toContain(length);
      expect(padded(list).length).toBeGreaterThanOrEqual(count);
    }),
  ));

it('leaves an empty list and a longer one than any stretch as they are', () => {
  expect(padded([])).toEqual([]);
  expect(padded(Array.from({ length: 700 }, () => 0))).toHaveLength(700);
});

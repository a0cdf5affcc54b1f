// Keys by which happenings find each other: whatever is compared shares one, from both sides.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf, keysOf, meet, timedKey } from './blocks.ts';
import type { Compared } from './likeness.ts';

const made = fc
  .record({
    family: fc.constantFrom('violence', 'talks'),
    from: fc.option(fc.integer({ min: 20_000, max: 20_060 })),
    days: fc.oneof(fc.nat(4), fc.nat(500)),
    spots: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
  })
  .map(({ family, from, days, spots }) =>
    blockOf({
      family,
      window: from === null ? null : [from, from + days],
      published: null,
      where: null,
      around: new Set(spots),
      actors: new Set(),
      recipients: new Set(),
    } as never as Compared),
  );

describe('keysOf', () => {
  it('gives what two that meet share, whichever seeks the other', () =>
    fc.assert(
      fc.property(made, made, (a, b) => {
        expect(meet(a, b)).toBe(meet(b, a));
        if (!meet(a, b)) return;
        const kept = new Set(keysOf(b).kept);
        expect(keysOf(a).sought.some((key) => kept.has(key))).toBe(true);
      }),
      { numRuns: 2000 },
    ));
  it('gives whole numbers that both engines hold exactly, apart for each week and kind', () => {
    const keys = [-1, 0, 1, 0x7fffffff, -0x80000000].flatMap((hash) =>
      [-2000, 0, 2900].flatMap((week) => [0, 1, 2, 3].map((kind) => timedKey(hash, week, kind))),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });
});

describe('meet', () => {
  const of = (window: [number, number] | null, spots: string[], family = 'violence') =>
    blockOf({
      family,
      window,
      published: null,
      where: null,
      around: new Set(spots),
      actors: new Set(),
      recipients: new Set(),
    } as never as Compared);
  it('wants a place or a party of both, one family, and days beside each other at most', () => {
    expect(meet(of([10, 10], ['a']), of([11, 12], ['a']))).toBe(true);
    expect(meet(of([10, 10], ['a']), of([12, 12], ['a']))).toBe(false);
    expect(meet(of([10, 10], ['a']), of([10, 10], ['b']))).toBe(false);
    expect(meet(of([10, 10], ['a']), of([10, 10], ['a'], 'talks'))).toBe(false);
    expect(meet(of([10, 300], ['a']), of([200, 200], ['a']))).toBe(true);
    expect(meet(of(null, ['a']), of([10, 10], ['a']))).toBe(false);
    expect(meet(of(null, ['a']), of(null, ['a']))).toBe(true);
  });
});

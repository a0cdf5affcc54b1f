// What people merge and part among things that words tie, by any ties: a merge drops nobody, and two that are apart stay so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIDED, headsOf, mergedPoints, weightOf } from './groups.ts';

const COUNT = 9;
const LINKED = 5;
const NEVER = Number.NEGATIVE_INFINITY;

/** Pairs of things with what words say of them; now and then what a person has decided. */
const pairs = fc
  .uniqueArray(fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1), fc.integer({ min: -2, max: 12 }), fc.nat(11)), {
    selector: ([a, b]) => (a < b ? `${a} ${b}` : `${b} ${a}`),
    maxLength: 30,
  })
  .map((some) =>
    some
      .filter(([a, b]) => a !== b)
      .map(([x, y, points, fate]) => {
        const said = points < 0 ? NEVER : points;
        const [a, b] = x < y ? [x, y] : [y, x];
        return { a, b, said, decided: fate === 0 ? ('merged' as const) : fate === 1 ? ('apart' as const) : null };
      }),
  );

const heads = (some: readonly { a: number; b: number; points: number }[]) =>
  headsOf(
    COUNT,
    some.map(({ a, b, points }) => ({ a, b, points: weightOf(points) })),
    LINKED,
  );

describe('groups as people have decided', () => {
  it('hold together whatever words and merges hold together, where nobody keeps anything apart', () =>
    fc.assert(
      fc.property(pairs, (some) => {
        const alone = heads(some.map(({ a, b, said }) => ({ a, b, points: said })));
        const merged = some.filter(({ decided }) => decided === 'merged');
        const now = heads(
          some.map(({ a, b, said, decided }) => ({ a, b, points: decided === 'merged' ? mergedPoints(said) : said })),
        );
        alone.forEach((head, at) => {
          expect(now[at]).toBe(now[head]);
        });
        for (const { a, b } of merged) expect(now[a]).toBe(now[b]);
        // and nothing else than that
        expect(new Set(now).size).toBeGreaterThanOrEqual(new Set(alone).size - merged.length);
      }),
    ));

  it('never hold two that a person keeps apart', () =>
    fc.assert(
      fc.property(pairs, (some) => {
        const now = heads(
          some.map(({ a, b, said, decided }) => ({
            a,
            b,
            points: decided === 'merged' ? mergedPoints(said) : decided === 'apart' ? -2 * DECIDED : said,
          })),
        );
        for (const { a, b, decided } of some) if (decided === 'apart') expect(now[a]).not.toBe(now[b]);
        now.forEach((head, at) => {
          expect(head).toBeLessThanOrEqual(at);
          expect(now[head]).toBe(head);
        });
      }),
    ));

  it('give both a merge and a parting their due, and leave who stands between with the nearer', () => {
    const points = [
      { a: 0, b: 1, points: 9 },
      { a: 1, b: 2, points: -2 * DECIDED },
      { a: 0, b: 2, points: mergedPoints(NEVER) },
    ];
    expect(heads(points).slice(0, 3)).toEqual([0, 1, 0]);
  });
});

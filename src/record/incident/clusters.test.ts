// Average linkage by hand: who is joined first, what keeps groups apart, and that the order of links is nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLinkage, averageLinkageOfAll } from './clusters.ts';

const link = (a: number, b: number, points: number) => ({ a, b, points });

describe('averageLinkage', () => {
  it('leaves what has no link alone', () => expect([...averageLinkage(3, [], 5)]).toEqual([0, 1, 2]));
  it('joins a pair that reaches the bar and none below it', () =>
    expect([...averageLinkage(4, [link(0, 1, 5), link(2, 3, 4.9)], 5)]).toEqual([0, 0, 2, 3]));
  it('does not chain: the average over all pairs counts', () =>
    // 0–1 and 1–2 are strong, 0–2 exclude each other
    expect([...averageLinkage(3, [link(0, 1, 8), link(1, 2, 7), link(0, 2, -20)], 5)]).toEqual([0, 0, 2]));
  it('joins three that all belong together', () =>
    expect([...averageLinkage(3, [link(0, 1, 6), link(1, 2, 6), link(0, 2, 5)], 5)]).toEqual([0, 0, 0]));
  it('gives the same groups for the same links in any order', () => {
    const links = fc.array(fc.tuple(fc.nat(14), fc.nat(14), fc.integer({ min: -20, max: 12 })), { maxLength: 60 });
    fc.assert(
      fc.property(links, fc.nat(), (some, seed) => {
        const unique = [
          ...new Map(
            some
              .filter(([a, b]) => a !== b)
              .map(([a, b, p]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, link(Math.min(a, b), Math.max(a, b), p)]),
          ).values(),
        ];
        const turned = unique
          .map((_, i) => unique[(i * 7 + seed) % unique.length])
          .filter((one, i, all) => all.indexOf(one) === i);
        const rest = unique.filter((one) => !turned.includes(one));
        const shuffled = [...turned, ...rest].filter((one) => one !== undefined);
        expect([...averageLinkage(15, shuffled, 5)]).toEqual([...averageLinkage(15, unique, 5)]);
      }),
    );
  });
  it('gives the same groups where the points of all pairs are told at once', () => {
    // thirds, so that means are no round numbers, and many alike
    const points = fc.array(fc.integer({ min: -9, max: 30 }), { minLength: 0, maxLength: 12 * 12 });
    fc.assert(
      fc.property(points, (some) => {
        const links = [];
        const sums = new Float64Array(12 * 12);
        for (let a = 0; a < 12; a++)
          for (let b = a + 1; b < 12; b++) {
            const one = some[a * 12 + b];
            if (one === undefined) continue;
            links.push(link(a, b, one / 3));
            sums[a * 12 + b] = one / 3;
            sums[b * 12 + a] = one / 3;
          }
        expect([...averageLinkageOfAll(12, sums, 5)]).toEqual([...averageLinkage(12, links, 5)]);
      }),
      { numRuns: 500 },
    );
  });
});

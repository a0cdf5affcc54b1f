// Hashes and the places that they are found at again, and the tables of weights that stand on them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlacement, encodePlacement, type Placement, placeAll, placeOf, places } from './placement.ts';
import { makeScorer } from './scorer.ts';
import { placed } from './sparse-model.ts';

/** So many different numbers, spread as hashes are; the same for the same seed. */
function spread(count: number, seed: number): Int32Array {
  const made = new Set<number>();
  for (let i = seed; made.size < count; i++) {
    const h = Math.imul(i ^ (i >>> 15), 0x2c1b3c6d);
    made.add(Math.imul(h ^ (h >>> 13), 0x297a2d39));
  }
  return Int32Array.from(made).sort();
}

const at = (hash: number, { mask, quarters, shift, moves }: Placement) => placeOf(hash, mask, quarters, shift, moves);
const int32 = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });

describe('places of hashes', () => {
  it('hold one hash each, whatever the hashes, and come back from their bytes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(int32, { maxLength: 200 }), (hashes) => {
        const placement = placeAll(Int32Array.from(hashes));
        expect(new Set(hashes.map((hash) => at(hash, placement))).size).toBe(hashes.length);
        expect(decodePlacement(encodePlacement(placement))).toEqual(placement);
      }),
      { numRuns: 20 },
    );
  });

  it('hold a model’s worth of them in little more room than they need', () => {
    const hashes = spread(230_000, 1);
    const placement = placeAll(hashes);
    expect(places(placement)).toBe(262_144);
    const taken = new Set<number>();
    for (const hash of hashes) taken.add(at(hash, placement));
    expect(taken.size).toBe(hashes.length);
    expect(decodePlacement(encodePlacement(placement))).toEqual(placement);
  });

  it('are not found for hashes that are the same', () =>
    expect(() => placeAll(Int32Array.of(7, 7))).toThrow('hash 7 stands twice among 2'));
});

const NO_BYTES = new Uint8Array(0);
const NONE = placed(new Int32Array(0), placeAll(new Int32Array(0)));
const NOTHING = { ...NONE, classes: 1, counts: NO_BYTES, entries: NO_BYTES };

describe('tables of weights', () => {
  const features = spread(20_000, 3);
  const own = new Set(features);
  const others = spread(60_000, 3).filter((one) => !own.has(one));
  const inPlaces = placed(features, placeAll(features));

  it('give every feature its own weights and the others none', () => {
    const pairs = {
      ...inPlaces,
      one: Uint8Array.from(inPlaces.order, (i) => (features[i] as number) & 63),
      two: Uint8Array.from(inPlaces.order, (i) => -((features[i] as number) & 31)),
    };
    const scorer = makeScorer({ tagger: NOTHING, arcs: pairs, labels: NOTHING });
    for (const feature of features) {
      scorer.hashes[0] = feature;
      scorer.sumPairs(scorer.arcs, 1);
      expect([...scorer.scores.subarray(0, 3)]).toEqual([0, (feature & 63) ** 2, 0 - (feature & 31) ** 2]);
    }
    let taken = 0;
    for (const other of others) {
      scorer.hashes[0] = other;
      scorer.sumPairs(scorer.arcs, 1);
      if (scorer.scores[1] !== 0 || scorer.scores[2] !== 0) taken++;
    }
    expect(taken).toBeLessThan(3);
  });

  it('sum the rows of the features that are known', () => {
    const model = {
      ...inPlaces,
      classes: 5,
      counts: new Uint8Array(features.length).fill(2),
      entries: Uint8Array.from([...inPlaces.order].flatMap((i) => [i & 1, 3, 4, 2])),
    };
    const scorer = makeScorer({ tagger: NOTHING, arcs: { ...NONE, one: NO_BYTES, two: NO_BYTES }, labels: model });
    scorer.hashes.set([...features.subarray(0, 60), ...others.slice(0, 60)]);
    expect(scorer.sumRows(scorer.labels, 120)).toBe(0);
    expect([...scorer.scores.subarray(0, 5)]).toEqual([270, 270, 0, 0, 240]);
  });
});

// What a scorer sums, against plain loops over weights made up for the test; the trained model is not loaded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCS } from './arc-features.ts';
import { LABELS } from './label-features.ts';
import { placeAll } from './placement.ts';
import { makeScorer } from './scorer.ts';
import { type PairModel, placed, type SparseModel } from './sparse-model.ts';
import { TAG_FEATURES, TAG_KEYS, TAG_SINGLES, tagHashes } from './tag-features.ts';
import { hashesOf, sideSalt } from './template.ts';

const int32 = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
const byte = fc.integer({ min: -127, max: 127 });
const square = (root: number) => root * Math.abs(root);

/** The roots of a feature's weights by class. */
type Weights = ReadonlyMap<number, ReadonlyMap<number, number>>;

function rowsOf(weights: Weights, classes: number): SparseModel {
  const features = Int32Array.from(weights.keys());
  const inPlaces = placed(features, placeAll(features));
  const rows = Array.from(inPlaces.order, (i) => [
    ...(weights.get(features[i] as number) as ReadonlyMap<number, number>),
  ]);
  return {
    ...inPlaces,
    classes,
    counts: Uint8Array.from(rows, (row) => row.length),
    entries: Uint8Array.from(rows.flat(2)),
  };
}

function pairsOf(weights: ReadonlyMap<number, readonly [number, number]>): PairModel {
  const features = Int32Array.from(weights.keys());
  const inPlaces = placed(features, placeAll(features));
  const weight = (which: 0 | 1) =>
    Uint8Array.from(inPlaces.order, (i) => (weights.get(features[i] as number) as readonly [number, number])[which]);
  return { ...inPlaces, one: weight(0), two: weight(1) };
}

const scorerOf = (rows: Weights, classes: number, pairs: ReadonlyMap<number, readonly [number, number]> = new Map()) =>
  makeScorer({ tagger: rowsOf(new Map(), 1), arcs: pairsOf(pairs), labels: rowsOf(rows, classes) });

/** Tables with rows of few classes and of many, and what is asked of them: known features among others. */
const asked = fc.integer({ min: 1, max: 255 }).chain((classes) => {
  const row = fc.uniqueArray(fc.tuple(fc.nat(classes - 1), byte), { selector: ([one]) => one, maxLength: 40 });
  return fc.record({
    classes: fc.constant(classes),
    rows: fc.uniqueArray(fc.tuple(int32, row), { selector: ([feature]) => feature, minLength: 1, maxLength: 60 }),
    others: fc.array(int32, { maxLength: 40 }),
    turn: fc.nat(),
  });
});

describe('a scorer', () => {
  it('sums the rows of the features that are known, and gives the best class', () => {
    fc.assert(
      fc.property(asked, ({ classes, rows, others, turn }) => {
        const weights = new Map(rows.map(([feature, row]) => [feature, new Map(row)]));
        const scorer = scorerOf(weights, classes);
        // what is not there may be taken for another by half of its hash: here it counts only where it is not
        const halves = new Set([...weights.keys()].map((feature) => feature >>> 16));
        const row = [...weights.keys(), ...others.filter((one) => !halves.has(one >>> 16))];
        const features = row.map((_, i) => row[(i * 7 + turn) % row.length] as number);
        const scores = new Array<number>(classes).fill(0);
        for (const feature of features)
          for (const [one, root] of weights.get(feature) ?? []) scores[one] = (scores[one] as number) + square(root);
        scorer.hashes.set(features);
        expect(scorer.sumRows(scorer.labels, features.length)).toBe(scores.indexOf(Math.max(...scores)));
        expect([...scorer.scores.subarray(0, classes)]).toEqual(scores);
      }),
    );
  });

  it('sums pairs of weights, of as many features as it is told', () => {
    const one = fc.tuple(int32, fc.tuple(byte, byte));
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([feature]) => feature, minLength: 1, maxLength: 120 }), (pairs) => {
        const scorer = scorerOf(new Map(), 1, new Map(pairs));
        scorer.hashes.set(pairs.map(([feature]) => feature));
        for (const count of [pairs.length, Math.ceil(pairs.length / 2)]) {
          scorer.sumPairs(scorer.arcs, count);
          const sum = (which: 0 | 1) =>
            pairs.slice(0, count).reduce((sofar, [, roots]) => sofar + square(roots[which]), 0);
          expect([...scorer.scores.subarray(0, 3)]).toEqual([0, sum(0), sum(1)]);
        }
      }),
    );
  });

  it('hashes features as training does', () => {
    const numbers = fc.array(int32, { minLength: 128, maxLength: 128 });
    const scorer = scorerOf(new Map(), 1);
    fc.assert(
      fc.property(numbers, numbers, numbers, (one, two, three) => {
        scorer.one.set(one);
        scorer.two.set(two);
        scorer.three.set(three);
        for (const [template, salts, raised] of [
          [ARCS, scorer.arcSalts, 0],
          [LABELS, scorer.labelSalts, sideSalt(2)],
        ] as const) {
          const hashes = new Int32Array(template.count);
          hashesOf(scorer, template, raised, hashes);
          scorer.joinAll(salts, raised, template.plain, template.count);
          expect(template.places.map((_, i) => scorer.hashes[i])).toEqual(
            template.places.map((place) => hashes[place]),
          );
        }
        const tags = new Int32Array(TAG_FEATURES);
        tagHashes(scorer, tags);
        scorer.mixAll(TAG_SINGLES, TAG_FEATURES);
        expect(Array.from(TAG_KEYS, (_, i) => scorer.hashes[i])).toEqual(Array.from(TAG_KEYS, (key) => tags[key - 1]));
      }),
    );
  });
});

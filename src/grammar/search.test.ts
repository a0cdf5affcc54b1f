// The search over transitions with weights made up for the test; the trained model is not loaded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCS, arcFeatures } from './arc-features.ts';
import { LABELS, labelFeatures } from './label-features.ts';
import { makeState, type ParseState } from './parse-state.ts';
import { placeAll } from './placement.ts';
import { makeFeatures, makeScorer } from './scorer.ts';
import { LIMITS, leads, parseSentence } from './search.ts';
import { placed } from './sparse-model.ts';
import { buildSure } from './sure-table.ts';
import { hashesOf, sideSalt } from './template.ts';
import { attach, begin, finished, headOf, LEFT, legal, SHIFT, shift } from './transitions.ts';

/** A sentence of words that are numbers, ready to be parsed. */
function sentence(words: readonly number[]): ParseState {
  const state = makeState(words.length);
  words.forEach((word, i) => {
    state.form[i] = word;
    state.tag[i] = word % 3;
    state.upos[i] = word % 3;
  });
  state.tag.fill(300, words.length);
  begin(state, words.length);
  return state;
}

const NO_CONTEXTS = buildSure(new Int32Array(0), new Uint8Array(0));
const NONE = placed(new Int32Array(0), placeAll(new Int32Array(0)));

/** Weights for every feature that some ways through the sentences meet, by chance of `seed`. */
function madeUp(sentences: readonly (readonly number[])[], seed: number) {
  const arcs = new Set<number>();
  const labels = new Set<number>();
  const numbers = makeFeatures();
  const row = new Int32Array(ARCS.count);
  const labelRow = new Int32Array(LABELS.count);
  for (const words of sentences)
    for (let way = 0; way < 6; way++) {
      const state = sentence(words);
      for (let k = seed + way; !finished(state); k = Math.imul(k, 48_271) + 11) {
        const may = legal(state);
        arcFeatures(state, numbers);
        hashesOf(numbers, ARCS, 0, row);
        for (const one of row) arcs.add(one);
        let go = Math.abs(k >> 8) % 3;
        while ((may & (1 << go)) === 0) go = (go + 1) % 3;
        if (go === SHIFT) shift(state);
        else {
          const side = labelFeatures(state, headOf(state, go), state.stack[state.depth - 1]!, numbers);
          hashesOf(numbers, LABELS, sideSalt(side), labelRow);
          for (const one of labelRow) labels.add(one);
          attach(state, headOf(state, go), go === LEFT ? 1 : 2);
        }
      }
    }
  const chance = (feature: number, salt: number) => (Math.imul(feature ^ seed, salt) >> 20) % 20;
  const weights = (features: ReturnType<typeof placed>, made: readonly number[], weigh: (feature: number) => number) =>
    Uint8Array.from(features.order, (i) => weigh(made[i] as number));
  const [pairs, rows] = [[...arcs], [...labels]];
  const ofPairs = placed(Int32Array.from(pairs), placeAll(Int32Array.from(pairs)));
  const ofRows = placed(Int32Array.from(rows), placeAll(Int32Array.from(rows)));
  const classes = weights(ofRows, rows, (f) => f & 3);
  const labelWeights = weights(ofRows, rows, (f) => chance(f, 77));
  return {
    names: { lead: 500 },
    sure: { labels: NO_CONTEXTS },
    scorer: makeScorer({
      tagger: { ...NONE, classes: 1, counts: new Uint8Array(0), entries: new Uint8Array(0) },
      arcs: {
        ...ofPairs,
        one: weights(ofPairs, pairs, (f) => chance(f, 0x9e3779b1) || 1),
        two: weights(ofPairs, pairs, (f) => chance(f, 0x85ebca6b)),
      },
      labels: {
        ...ofRows,
        classes: 4,
        counts: new Uint8Array(rows.length).fill(1),
        entries: Uint8Array.from(
          { length: 2 * rows.length },
          (_, i) => (i % 2 === 0 ? classes : labelWeights)[i >> 1] as number,
        ),
      },
    }),
  };
}

const headsOf = (state: ParseState) => Array.from(state.head.subarray(0, state.length));
const sentences = fc.array(fc.nat(9), { minLength: 1, maxLength: 25 });

describe('the search', () => {
  it('ends in a tree with one root, whatever the weights', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), fc.integer({ min: 1, max: 3000 }), (words, seed, lead) => {
        const model = madeUp([words], seed);
        const state = sentence(words);
        parseSentence({ ...model, names: { lead } }, state);
        const heads = headsOf(state);
        expect(heads.filter((head) => head === words.length)).toHaveLength(1);
        for (let i = 0; i < words.length; i++) {
          let up = i;
          for (let k = 0; k <= words.length && up !== words.length; k++) up = heads[up] ?? -1;
          expect(up).toBe(words.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same tree again, and the greedy one when nothing may be tried', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), (words, seed) => {
        const model = madeUp([words], seed);
        const [once, again, greedy, walked] = Array.from({ length: 4 }, () => sentence(words)) as [
          ParseState,
          ParseState,
          ParseState,
          ParseState,
        ];
        parseSentence(model, once);
        parseSentence(model, again);
        expect(headsOf(again)).toEqual(headsOf(once));
        const { tries } = LIMITS;
        LIMITS.tries = 0;
        parseSentence(model, greedy);
        LIMITS.tries = tries;
        leads(model, walked);
        expect(headsOf(greedy)).toEqual(headsOf(walked));
      }),
      { numRuns: 60 },
    );
  });

  it('finds a likelier way than the greedy one at least now and then', () => {
    let other = 0;
    for (let seed = 1; seed < 80; seed++) {
      const words = Array.from({ length: 12 }, (_, i) => (seed * (i + 3)) % 10);
      const model = madeUp([words], seed);
      const [greedy, searched] = [sentence(words), sentence(words)];
      leads(model, greedy);
      parseSentence({ ...model, names: { lead: 2000 } }, searched);
      if (headsOf(greedy).join() !== headsOf(searched).join()) other++;
    }
    expect(other).toBeGreaterThan(5);
  });
});

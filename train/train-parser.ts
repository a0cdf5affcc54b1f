// A corpus with predicted tags in, the weights of transitions and labels out: dynamic oracle, exploration.

import { enterSentence } from '../src/grammar/analyse.ts';
import { ARCS, arcFeatures } from '../src/grammar/arc-features.ts';
import { LABELS, labelFeatures } from '../src/grammar/label-features.ts';
import { makeState, type ParseState } from '../src/grammar/parse-state.ts';
import { makeFeatures } from '../src/grammar/scorer.ts';
import { hashesOf, sideSalt } from '../src/grammar/template.ts';
import { attach, finished, headOf, LEFT, legal, SHIFT, shift } from '../src/grammar/transitions.ts';
import { ArcPerceptron } from './arc-perceptron.ts';
import type { Corpus } from './corpus.ts';
import { mulberry, Perceptron, shuffled } from './perceptron.ts';

const ARC_MARGIN = 1;
const LABEL_MARGIN = 20;

export interface ParserWeights {
  readonly arcs: ArcPerceptron;
  readonly labels: Perceptron;
}

/** Gold arcs that a transition makes impossible (arc-hybrid; Goldberg and Nivre 2013). */
function cost(state: ParseState, gold: Int32Array, offset: number, transition: number): number {
  const { stack, depth, front, length } = state;
  const head = (i: number) => gold[offset + i] as number;
  let lost = 0;
  if (transition === SHIFT) {
    const h = head(front);
    for (let d = 0; d < depth; d++) {
      const one = stack[d] as number;
      if (one === h && d < depth - 1) lost++;
      if (head(one) === front) lost++;
    }
    return lost;
  }
  const top = stack[depth - 1] as number;
  const h = head(top);
  const below = depth > 1 ? (stack[depth - 2] as number) : -1;
  if (transition === LEFT) {
    if (h !== front && (h > front || h === below)) lost++;
  } else if (h >= front) lost++;
  for (let i = front; i < length; i++) if (head(i) === top) lost++;
  return lost;
}

export function trainParser(
  corpus: Corpus,
  tags: Int32Array,
  upos: Uint8Array,
  labelCount: number,
  rounds: number,
  seed: number,
  said: (line: string, weights: ParserWeights) => void,
): ParserWeights {
  const arcs = new ArcPerceptron(1 << 22);
  const labels = new Perceptron(labelCount, 1 << 21);
  const random = mulberry(seed);
  const sentences = corpus.first.length - 1;
  const state = makeState(1000);
  const numbers = makeFeatures();
  const features = new Int32Array(ARCS.count);
  const labelled = new Int32Array(LABELS.count);
  const scores = new Float64Array(3);
  const labelScores = new Float64Array(labelCount);
  for (let round = 0; round < rounds; round++) {
    let wrong = 0;
    let steps = 0;
    for (const sentence of shuffled(sentences, random)) {
      const first = corpus.first[sentence] as number;
      const last = corpus.first[sentence + 1] as number;
      if (last - first > 1000) continue;
      enterSentence(state, corpus.input, tags, upos, first, last);
      while (!finished(state)) {
        const may = legal(state);
        arcFeatures(state, numbers);
        hashesOf(numbers, ARCS, 0, features);
        arcs.score(features, ARCS.count, scores);
        let cheapest = Number.POSITIVE_INFINITY;
        const costs = [Infinity, Infinity, Infinity];
        for (let one = 0; one < 3; one++) {
          if ((may & (1 << one)) === 0) continue;
          costs[one] = cost(state, corpus.head, first, one);
          cheapest = Math.min(cheapest, costs[one] as number);
        }
        let top = -1;
        let right = -1;
        let rival = -1;
        for (let one = 0; one < 3; one++) {
          if ((may & (1 << one)) === 0) continue;
          const value = scores[one] as number;
          if (top < 0 || value > (scores[top] as number)) top = one;
          if (costs[one] === cheapest) {
            if (right < 0 || value > (scores[right] as number)) right = one;
          } else if (rival < 0 || value > (scores[rival] as number)) rival = one;
        }
        if (rival >= 0 && (scores[right] as number) - (scores[rival] as number) < ARC_MARGIN)
          arcs.update(features, ARCS.count, right, rival);
        arcs.step++;
        steps++;
        if (costs[top] !== cheapest) wrong++;
        const go = round >= 1 && random() < 0.9 ? top : right;
        if (go === SHIFT) {
          shift(state);
          continue;
        }
        const dependant = state.stack[state.depth - 1] as number;
        const head = headOf(state, go);
        const side = labelFeatures(state, head, dependant, numbers);
        hashesOf(numbers, LABELS, sideSalt(side), labelled);
        labels.score(labelled, LABELS.count, labelScores);
        let guess = 0;
        for (let one = 1; one < labelCount; one++)
          if ((labelScores[one] as number) > (labelScores[guess] as number)) guess = one;
        if (corpus.head[first + dependant] === head) {
          const gold = corpus.label[first + dependant] as number;
          let other = gold === 0 ? 1 : 0;
          for (let one = 0; one < labelCount; one++)
            if (one !== gold && (labelScores[one] as number) > (labelScores[other] as number)) other = one;
          if ((labelScores[gold] as number) - (labelScores[other] as number) < LABEL_MARGIN)
            labels.update(labelled, LABELS.count, gold, other);
          labels.step++;
        }
        attach(state, head, guess);
      }
    }
    said(`  round ${round + 1}: ${((100 * wrong) / steps).toFixed(2)} % of ${steps} steps lose an arc`, {
      arcs,
      labels,
    });
  }
  return { arcs, labels };
}

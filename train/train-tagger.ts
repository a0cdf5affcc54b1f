// A corpus in, a tagger's weights out; also tags for the parser's training, each from a tagger that did not see it.
import { makeFeatures } from '../src/grammar/scorer.ts';
import { TAG_FEATURES, tagFeatures, tagHashes } from '../src/grammar/tag-features.ts';
import type { Corpus } from './corpus.ts';
import { mulberry, Perceptron, shuffled } from './perceptron.ts';

/** How far the right tag must lead: a wide margin keeps learning from what is only just right. */
const MARGIN = 30;

/** Trains on the sentences for which `use` holds. */
export function trainTagger(
  corpus: Corpus,
  classes: number,
  rounds: number,
  use: (sentence: number) => boolean,
  seed: number,
): Perceptron {
  const model = new Perceptron(classes);
  const random = mulberry(seed);
  const sentences = corpus.first.length - 1;
  const numbers = makeFeatures();
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(classes);
  const given = new Int32Array(corpus.tokens.length);
  for (let round = 0; round < rounds; round++) {
    for (const sentence of shuffled(sentences, random)) {
      if (!use(sentence)) continue;
      const first = corpus.first[sentence] as number;
      const last = corpus.first[sentence + 1] as number;
      for (let at = first; at < last; at++) {
        tagFeatures(corpus.input, at, first, last, given, numbers);
        tagHashes(numbers, features);
        model.score(features, TAG_FEATURES, scores);
        const gold = corpus.tag[at] as number;
        let top = -1;
        let rival = -1;
        for (let one = 0; one < classes; one++) {
          if (top < 0 || (scores[one] as number) > (scores[top] as number)) top = one;
          if (one !== gold && (rival < 0 || (scores[one] as number) > (scores[rival] as number))) rival = one;
        }
        if ((scores[gold] as number) - (scores[rival] as number) < MARGIN)
          model.update(features, TAG_FEATURES, gold, rival);
        given[at] = top;
        model.step++;
      }
    }
  }
  return model;
}

/** Tags of every token by taggers that were trained without its fold. */
export function jackknife(
  corpus: Corpus,
  classes: number,
  folds: number,
  rounds: number,
  tagWith: (rows: ReturnType<Perceptron['averaged']>) => (first: number, last: number, out: Int32Array) => void,
): Int32Array {
  const tags = new Int32Array(corpus.tokens.length);
  const sentences = corpus.first.length - 1;
  // neighbours fall in one fold: sentences of one document resemble each other
  const block = Math.max(1, Math.min(50, Math.floor(sentences / (4 * folds))));
  const fold = (sentence: number) => Math.floor(sentence / block) % folds;
  for (let out = 0; out < folds; out++) {
    const model = trainTagger(corpus, classes, rounds, (sentence) => fold(sentence) !== out, 100 + out);
    const tag = tagWith(model.averaged(2));
    for (let sentence = 0; sentence < sentences; sentence++) {
      if (fold(sentence) === out) tag(corpus.first[sentence] as number, corpus.first[sentence + 1] as number, tags);
    }
  }
  return tags;
}

// Rows of a tagger's weights in, a function that tags with them out, each feature by its whole hash.
import { type Row, rootsOf } from '../src/grammar/model-file.ts';
import { makeFeatures } from '../src/grammar/scorer.ts';
import { TAG_FEATURES, type TagInput, tagFeatures, tagHashes } from '../src/grammar/tag-features.ts';

/**
 * Tags as a model file of these rows would, but takes no feature for another (see sparse-model.ts): what the parser is
 * trained on must not change with how a model lies in memory.
 */
export function exactTagger(
  rows: readonly Row[],
  classes: number,
  input: TagInput,
): (first: number, last: number, tags: Int32Array) => void {
  const root = rootsOf(rows);
  const coarse = (weight: number) => root(weight) * Math.abs(root(weight));
  const byFeature = new Map(
    rows.map(({ feature, classes: of, weights }) => [feature, { of, weights: weights.map(coarse) }]),
  );
  const numbers = makeFeatures();
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(classes);
  return (first, last, tags) => {
    for (let at = first; at < last; at++) {
      tagFeatures(input, at, first, last, tags, numbers);
      tagHashes(numbers, features);
      scores.fill(0);
      for (const feature of features) {
        const row = byFeature.get(feature || 1);
        row?.of.forEach((one, i) => {
          scores[one] = (scores[one] as number) + (row.weights[i] as number);
        });
      }
      tags[at] = scores.indexOf(Math.max(...scores));
    }
  };
}

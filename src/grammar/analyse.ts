// A model and the hashes of a text's words in, tags, heads and labels out: the two hot loops.
import { ARC_FEATURES, arcFeatures, LABEL_FEATURES, labelFeatures, type ParseState } from './arc-features.ts';
import { addRow, best, type PairModel, type SparseModel, scorePairs } from './sparse-model.ts';
import { TAG_FEATURES, type TagInput, tagFeatures } from './tag-features.ts';
import { attach, begin, finished, headOf, LEFT, legal, RIGHT, SHIFT, shift } from './transitions.ts';

const tagRow = new Int32Array(TAG_FEATURES);
const tagScores = new Int32Array(256);
const arcRow = new Int32Array(ARC_FEATURES);
const arcScores = new Int32Array(3);
const labelRow = new Int32Array(LABEL_FEATURES);
const labelScores = new Int32Array(256);

/** Tags the words `first..last` of a sentence into `tags`. */
export function tagSentence(tagger: SparseModel, input: TagInput, first: number, last: number, tags: Int32Array): void {
  const { classes } = tagger;
  for (let at = first; at < last; at++) {
    tagFeatures(input, at, first, last, tags, tagRow);
    tagScores.fill(0, 0, classes);
    for (let i = 0; i < TAG_FEATURES; i++) addRow(tagger, tagRow[i] as number, tagScores);
    tags[at] = best(tagScores, classes);
  }
}

/** Puts a sentence's words into a state: see ParseState. The root stands behind the last word. */
export function enterSentence(state: ParseState, input: TagInput, tags: Int32Array, first: number, last: number): void {
  const length = last - first;
  for (let i = 0; i < length; i++) {
    state.form[i] = input.form[first + i] as number;
    state.tag[i] = tags[first + i] as number;
    state.coarse[i] = (input.lexical[first + i] as number) || (input.suffix3[first + i] as number);
  }
  state.form[length] = 3;
  state.tag[length] = 300;
  state.coarse[length] = 3;
  begin(state, length);
}

/** Parses the sentence that was put into `state`: afterwards each word has its head (the length for the root) and label. */
export function parseSentence(arcs: PairModel, labels: SparseModel, state: ParseState): void {
  while (!finished(state)) {
    const may = legal(state);
    let go = may === 1 ? SHIFT : may === 2 ? LEFT : -1;
    if (go < 0) {
      arcFeatures(state, arcRow);
      scorePairs(arcs, arcRow, ARC_FEATURES, arcScores);
      for (let one = SHIFT; one <= RIGHT; one++) {
        if ((may & (1 << one)) !== 0 && (go < 0 || (arcScores[one] as number) > (arcScores[go] as number))) go = one;
      }
    }
    if (go === SHIFT) {
      shift(state);
      continue;
    }
    const dependant = state.stack[state.depth - 1] as number;
    const head = headOf(state, go);
    labelFeatures(state, head, dependant, labelRow);
    labelScores.fill(0, 0, labels.classes);
    for (let i = 0; i < LABEL_FEATURES; i++) addRow(labels, labelRow[i] as number, labelScores);
    attach(state, head, best(labelScores, labels.classes));
  }
}

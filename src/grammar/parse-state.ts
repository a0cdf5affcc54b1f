// What the parser knows of one sentence while it parses it, in flat arrays.

/**
 * Arrays over the tokens of one sentence, one slot behind them for the root (`length`) and one that stands for "none"
 * (`length + 1`), so that features look nothing up behind a condition. Indices are within the sentence.
 */
export interface ParseState {
  /** Hash of each form. */
  readonly form: Int32Array;
  readonly tag: Int32Array;
  /** Universal part of speech: a coarser view than the tag. */
  readonly upos: Int32Array;
  /** What a word list or the ending says of the form, a coarser view than the form. */
  readonly coarse: Int32Array;
  /** Class by what the word does in a sentence; see TagInput. */
  readonly doing: Int32Array;
  readonly about: Int32Array;
  /** How many verbs, commas, other punctuation, conjunctions and quotation marks stand before each token. */
  readonly verbs: Int32Array;
  readonly commas: Int32Array;
  readonly conjunctions: Int32Array;
  readonly quotes: Int32Array;
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Leftmost, second leftmost, rightmost, second rightmost dependants; `length + 1` for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** Bits of the labels of the dependants so far, by side. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  readonly stack: Int32Array;
  depth: number;
  /** First token of the buffer. */
  front: number;
  length: number;
}

/** A state with room for sentences of up to `capacity` words. */
export function makeState(capacity: number): ParseState {
  const ints = () => new Int32Array(capacity + 2);
  return {
    form: ints(),
    tag: ints(),
    upos: ints(),
    coarse: ints(),
    doing: ints(),
    about: ints(),
    verbs: ints(),
    commas: ints(),
    conjunctions: ints(),
    quotes: ints(),
    head: ints(),
    label: ints(),
    left1: ints(),
    left2: ints(),
    right1: ints(),
    right2: ints(),
    lefts: ints(),
    rights: ints(),
    leftLabels: ints(),
    rightLabels: ints(),
    stack: ints(),
    depth: 0,
    front: 0,
    length: 0,
  };
}

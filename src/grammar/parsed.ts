// A text with its grammar: for every token its part of speech, lemma, head and relation, in flat arrays.
import type { Text } from '../text/text.ts';

/** Universal parts of speech; `Words.upos` holds an index into this. 'X' also stands for "not analysed". */
export const UPOS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const;
export type Upos = (typeof UPOS)[number];

/** The grammar of a text's tokens; every array has one entry a token, in token order. */
export interface Words {
  readonly length: number;
  /** Index into UPOS. */
  readonly upos: Uint8Array;
  /** Index into the model's `tags` (Penn part-of-speech tags). */
  readonly tag: Uint8Array;
  /** Token index of the head (over the whole text, not the sentence); -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into the model's `relations` (Universal Dependencies, with subtypes: `nsubj:pass`). */
  readonly relation: Uint8Array;
  /** The names behind `tag` and `relation`. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Morphological features that go with the token's tag, `Number=Plur|…`; '' for none. */
  features(index: number): string;
  /** Lemma of a token, lower case but for proper nouns. Computed on first asking, then kept. */
  lemma(index: number): string;
}

export interface Parsed {
  readonly text: Text;
  readonly words: Words;
}

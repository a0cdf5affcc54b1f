// A sentence in a state and a grammar in, heads and labels out: by the grammar's network, else by its transitions.
import type { Grammar } from './load-model.ts';
import type { ParseState } from './parse-state.ts';
import { parseSentence } from './search.ts';
import type { TagInput } from './tag-features.ts';

/** `state` holds the words `first..last` of a text, tagged as `tags` says; see enterSentence. */
export function readTree(
  grammar: Grammar,
  state: ParseState,
  input: TagInput,
  tags: Int32Array,
  first: number,
  last: number,
): void {
  if (!grammar.trees) {
    parseSentence(grammar, state);
    return;
  }
  const heads = new Int32Array(last);
  const labels = new Uint8Array(last);
  grammar.trees(input, tags, { length: 1, firstToken: [first], endToken: [last] }, heads, labels);
  state.head.set(heads.subarray(first));
  state.label.set(labels.subarray(first));
}

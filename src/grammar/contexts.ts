// A state of the tagger or parser in, the hashed contexts out of which its next decision may be sure.
import { join, mix } from './hash.ts';
import type { ParseState } from './parse-state.ts';
import type { TagInput } from './tag-features.ts';

export const TAG_CONTEXTS = 3;
export const LABEL_CONTEXTS = 5;

/** Contexts of the tag of token `at` of the sentence `first..last`: the word, and the word with either neighbour. */
export function tagContexts(
  { form, shape, elsewhere }: TagInput,
  at: number,
  first: number,
  last: number,
  tags: Int32Array,
  out: Int32Array,
): void {
  const word = mix(
    mix(form[at] as number, shape[at] as number),
    (elsewhere[at] as number) * 2 + (at === first ? 1 : 0),
  );
  out[0] = mix(word, 1);
  out[1] = mix(mix(word, 2), at > first ? (tags[at - 1] as number) : -1);
  out[2] = mix(mix(word, 3), at + 1 < last ? (form[at + 1] as number) : -1);
}

/** Contexts of the label of `dependant` under `head`. */
export function labelContexts(state: ParseState, head: number, dependant: number, out: Int32Array): void {
  const { form, tag, length, left1, leftLabels, rightLabels } = state;
  const side = head === length ? 2 : head < dependant ? 1 : 0;
  const tags = join(join(tag[head] as number, tag[dependant] as number), side);
  const leftmost = form[left1[dependant] as number] as number;
  out[0] = join(tags, 1);
  out[1] = join(join(tags, 2), form[dependant] as number);
  out[2] = join(join(tags, leftLabels[dependant] as number), (rightLabels[dependant] as number) + 3);
  out[3] = join(join(tags, 4), leftmost);
  out[4] = join(join(join(tag[dependant] as number, side), 5), join(form[head] as number, leftmost));
}

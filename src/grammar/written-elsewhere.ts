// A text's words in, whether each capitalised one is also written small, or large within a sentence, nearby out.

/** Bits of `elsewhere`: the word in small letters nearby; the word with a capital behind a small word nearby. */
export const SMALL = 1;
export const LARGE = 2;

/** How many tokens away a word may stand: about a report. */
const NEAR = 1500;

/**
 * Bits for each capitalised word, 0 for others: a headline's “Talks” is a common noun when the text has “talks”, and a
 * sentence's first word a name when it has a capital elsewhere. `form` holds hashes of the forms in lower case, `shape`
 * what hash.ts says of the shapes. Linear.
 */
export function writtenElsewhere(form: Int32Array, shape: Int32Array): Uint8Array {
  const { length } = form;
  const out = new Uint8Array(length);
  let size = 64;
  while (size < 2 * length) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  /** Where each form stood last, plus one: in small letters, and large within a sentence. */
  const small = new Int32Array(size);
  const large = new Int32Array(size);
  const slots = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const key = (form[i] as number) || 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    keys[slot] = key;
    slots[i] = slot;
    note(i, slot, i);
  }
  small.fill(0);
  large.fill(0);
  for (let i = length - 1; i >= 0; i--) note(i, slots[i] as number, length - 1 - i);
  return out;

  /** Looks at the token `i`, which is the `step`th that is looked at, and remembers how it is written. */
  function note(i: number, slot: number, step: number): void {
    const of = shape[i] as number;
    if ((of & 1) === 0) {
      if ((of & 128) !== 0) small[slot] = step + 1;
      return;
    }
    const since = step + 1 - NEAR;
    if ((small[slot] as number) > Math.max(0, since)) out[i] = (out[i] as number) | SMALL;
    if ((large[slot] as number) > Math.max(0, since)) out[i] = (out[i] as number) | LARGE;
    const before = i > 0 ? (shape[i - 1] as number) : 1;
    if ((before & 1) === 0 && (before & 128) !== 0) large[slot] = step + 1;
  }
}

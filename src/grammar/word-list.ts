// A compact list of forms with what they can be in, a look-up by hash out.
import { decodeList, encodeList, type HashList } from './hash-list.ts';

/** Bits of a form: noun, verb, adjective, adverb, plural noun, -s form, past or participle, -ing form. */
export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;
export const PLURAL = 16;
export const THIRD = 32;
export const PAST = 64;
export const GERUND = 128;

/**
 * What a list knows of a form in one number: the bits above; from bit 8 on ten bits of a class by what the word does in
 * a sentence, from bit 18 on ten bits of a class by what it is about (see train/word-classes.ts), and at bit 28 whether
 * there are classes. The upper six bits of a class are a coarser one.
 */
export const CLASSED = 1 << 20;

/** Count, hashes, then a byte of bits each. */
export function encodeWordList(words: ReadonlyMap<number, number>): Uint8Array {
  return encodeList(words, 1);
}

/** Classes by hash, 21 bits each, in three bytes. */
export function encodeClasses(classes: ReadonlyMap<number, number>): Uint8Array {
  return encodeList(classes, 3);
}

/** A word list's bytes with `classes` in place of those that it has. */
export function withClasses(list: Uint8Array, classes: Uint8Array): Uint8Array {
  const { end } = decodeList(list, 0, 1);
  const out = new Uint8Array(end + classes.length);
  out.set(list.subarray(0, end), 0);
  out.set(classes, end);
  return out;
}

/** Gives what is known of a form's hash (see CLASSED); 0 for one that the list lacks. */
export function decodeWordList(bytes: Uint8Array): (hash: number) => number {
  const bits = decodeList(bytes, 0, 1);
  const classes = bits.end < bytes.length ? decodeList(bytes, bits.end, 3) : null;
  let size = 1024;
  while (size < (bits.hashes.length + (classes?.hashes.length ?? 0)) * 1.5) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const known = new Int32Array(size);
  const put = ({ hashes, values }: HashList, shift: number) => {
    for (let i = 0; i < hashes.length; i++) {
      const key = (hashes[i] as number) || 1;
      let slot = (key ^ (key >>> 15)) & mask;
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
      keys[slot] = key;
      known[slot] = (known[slot] as number) | ((values[i] as number) << shift);
    }
  };
  put(bits, 0);
  if (classes) put(classes, 8);
  return (asked) => {
    const key = asked || 1;
    let slot = (key ^ (key >>> 15)) & mask;
    for (;;) {
      const found = keys[slot];
      if (found === key) return known[slot] as number;
      if (found === 0) return 0;
      slot = (slot + 1) & mask;
    }
  };
}

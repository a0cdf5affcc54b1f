// A compact list of forms with what they can be in, a look-up by hash out.
import { type LazyFile, wholeFile } from '../lexicon/lazy-file.ts';
import { encodeList, listAt } from './hash-list.ts';
import { makeKernel } from './kernel.ts';

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
  const { end } = listAt(list, 0, 1);
  const out = new Uint8Array(end + classes.length);
  out.set(list.subarray(0, end), 0);
  out.set(classes, end);
  return out;
}

/** Gives what is known of a form's hash (see CLASSED); 0 for one that the list lacks. */
export const decodeWordList = (bytes: Uint8Array): ((hash: number) => number) => {
  const { buffer, length } = wordTable(bytes);
  return knownIn(wholeFile(buffer as ArrayBuffer), length);
};

/** A word list as it is looked up: by slot, of which there is a power of two, a key and what is known of it. */
export function wordTable(bytes: Uint8Array): Int32Array {
  const bits = listAt(bytes, 0, 1);
  const classes = bits.end < bytes.length ? listAt(bytes, bits.end, 3) : null;
  let size = 1024;
  while (size < (bits.count + (classes?.count ?? 0)) * 1.5) size *= 2;
  const mask = size - 1;
  const kernel = makeKernel();
  const [from] = kernel.put(8 * size, [bytes]);
  kernel.putWords(from + bits.first, from + bits.values, bits.count, 1, 0, 0, mask);
  if (classes) kernel.putWords(from + classes.first, from + classes.values, classes.count, 3, 8, 0, mask);
  return kernel.ints(0, 2 * size);
}

/** What such a table, from the beginning of a file on, knows of a form's hash. */
export function knownIn(file: LazyFile, length = file.buffer.byteLength / 4): (hash: number) => number {
  const table = new Int32Array(file.buffer, 0, length);
  const mask = length / 2 - 1;
  return (asked) => {
    const key = asked || 1;
    let slot = (key ^ (key >>> 15)) & mask;
    for (;;) {
      if (!file.whole) file.need(8 * slot, 8 * slot + 8);
      const found = table[2 * slot];
      if (found === key) return table[2 * slot + 1] as number;
      if (found === 0) return 0;
      slot = (slot + 1) & mask;
    }
  };
}

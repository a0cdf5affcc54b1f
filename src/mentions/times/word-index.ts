// A stretch of text in, whether it can open a time or be the heart of one out: looked up by its letters, no string built.
import { timeWords } from './words.ts';

/** A rule may begin with this word. */
export const OPENS = 1;
/** A time cannot do without a word like this: a unit, a month, a day, a number. */
export const HEART = 2;

interface Index {
  readonly words: readonly string[];
  readonly bits: Uint8Array;
  /** Open addressing: word number plus one, 0 for free. */
  readonly slots: Int32Array;
  readonly longest: number;
}

let kept: Index | null = null;

function index(): Index {
  if (kept) return kept;
  const { months, weekdays, units, numbers, references, frequencies, seasons, openers } = timeWords();
  const bits = new Map<string, number>();
  for (const word of openers) bits.set(word, OPENS);
  for (const list of [months, weekdays, units, numbers, references, frequencies, seasons])
    for (const word of list.keys()) bits.set(word, OPENS | HEART);
  for (const word of ['future', 'past', 'present', 'moment', 'time', 'period', 'term'])
    bits.set(word, (bits.get(word) ?? 0) | HEART);
  const words = [...bits.keys()];
  let capacity = 1024;
  while (capacity < words.length * 3) capacity *= 2;
  const slots = new Int32Array(capacity);
  words.forEach((word, number) => {
    let at = hash(word, 0, word.length) & (capacity - 1);
    while (slots[at] !== 0) at = (at + 1) & (capacity - 1);
    slots[at] = number + 1;
  });
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  kept = { words, bits: Uint8Array.from(words, (word) => bits.get(word) ?? 0), slots, longest };
  return kept;
}

/** ASCII letters in lower case, the typographic apostrophe straight. */
const plain = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? 39 : code);

function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ plain(text.charCodeAt(i)), 0x01000193);
  return h ^ (h >>> 15);
}

/** Bits OPENS and HEART of `text.slice(start, end)`. A digit at the beginning, or an apostrophe (’90s), is both. */
export function bitsOf(text: string, start: number, end: number): number {
  const first = plain(text.charCodeAt(start));
  if ((first >= 48 && first <= 57) || first === 39) return OPENS | HEART;
  // “mid-1996”, “mid-November”
  if (first === 109 && end - start > 5 && text.charCodeAt(start + 3) === 45) return OPENS | HEART;
  const { words, bits, slots, longest } = index();
  const length = end - start;
  if (length > longest) return 0;
  const mask = slots.length - 1;
  for (let at = hash(text, start, end) & mask; ; at = (at + 1) & mask) {
    const slot = slots[at] ?? 0;
    if (slot === 0) return 0;
    const word = words[slot - 1] ?? '';
    if (word.length !== length) continue;
    let i = 0;
    while (i < length && plain(text.charCodeAt(start + i)) === word.charCodeAt(i)) i++;
    if (i === length) return bits[slot - 1] ?? 0;
  }
}

// A stretch of text in, what part in a time it can play out: looked up by its letters, no string built.
import { timeWords } from './words.ts';

/** A rule may begin with this word. */
export const OPENS = 1;
/** The name of a month, a day of the week, a unit of time, a season, a number, a word that names a time by itself. */
export const MONTH = 2;
export const WEEKDAY = 4;
export const UNIT = 8;
export const SEASON = 16;
export const NUMBER = 32;
export const REFERENCE = 64;
export const FREQUENCY = 128;
/** Four digits, or digits with letters or marks in them: `2014`, `1990s`, `10:30`, `2025-04-24`, `’90s`. */
export const FIGURE = 256;
/** Behind a number it makes a clock time: `a.m.`, `o'clock`, `hours`, `GMT`. */
export const CLOCK = 512;
/** “The present”, “the moment”, “the time”: a time only behind some other word. */
export const WEAK = 1024;
/** A holiday, or a word that a year spelled in words begins with. */
export const HOLIDAY = 2048;
export const SPELLED = 4096;

interface Index {
  readonly words: readonly string[];
  readonly bits: Uint16Array;
  /** Open addressing: word number plus one, 0 for free. */
  readonly slots: Int32Array;
  /** For each first and last letter, the lengths of the words that have them, as bits: most words are in no list. */
  readonly shapes: Int32Array;
}

let kept: Index | null = null;

const WEAK_WORDS =
  'future past present moment time period term while today yesterday tomorrow anniversary end year-end'.split(' ');
const CLOCK_WORDS = "am a.m a.m. pm p.m p.m. o'clock hours gmt utc local".split(' ');

function index(): Index {
  if (kept) return kept;
  const { months, weekdays, units, numbers, ordinals, references, frequencies, seasons, holidays, openers } =
    timeWords();
  const bits = new Map<string, number>();
  const add = (list: Iterable<string>, bit: number) => {
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add(openers, OPENS);
  add(months.keys(), MONTH | OPENS);
  add(weekdays.keys(), WEEKDAY | OPENS);
  add(units.keys(), UNIT | OPENS);
  add(seasons.keys(), SEASON | OPENS);
  add(numbers.keys(), NUMBER | OPENS);
  add(ordinals.keys(), NUMBER | OPENS);
  add(references.keys(), REFERENCE | OPENS);
  add(frequencies.keys(), FREQUENCY | OPENS);
  add(
    [...holidays.keys()].map((name) => name.split(' ')[0] as string),
    HOLIDAY | OPENS,
  );
  add(WEAK_WORDS, WEAK);
  add(CLOCK_WORDS, CLOCK);
  add(['eighteen', 'nineteen', 'twenty', 'year', 'fy', 'fiscal', 'bc', 'b.c.', 'b.c', 'bce'], SPELLED);
  add('twenties thirties forties fifties sixties seventies eighties nineties'.split(' '), FIGURE);
  const words = [...bits.keys()];
  let capacity = 1024;
  while (capacity < words.length * 3) capacity *= 2;
  const slots = new Int32Array(capacity);
  const shapes = new Int32Array(1024);
  words.forEach((word, number) => {
    let at = hash(word, 0, word.length) & (capacity - 1);
    while (slots[at] !== 0) at = (at + 1) & (capacity - 1);
    slots[at] = number + 1;
    const shape = ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(word.length - 1) & 31);
    shapes[shape] = (shapes[shape] as number) | (1 << (word.length & 31));
  });
  kept = { words, bits: Uint16Array.from(words, (word) => bits.get(word) ?? 0), slots, shapes };
  return kept;
}

/** ASCII letters in lower case, the typographic apostrophe straight. */
const plain = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code === 0x2019 ? 39 : code);

function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ plain(text.charCodeAt(i)), 0x01000193);
  return h ^ (h >>> 15);
}

/** Bits of `text.slice(start, end)`; 0 for a word that no time is made of. */
export function bitsOf(text: string, start: number, end: number): number {
  const first = plain(text.charCodeAt(start));
  if (first >= 48 && first <= 57) return digitBits(text, start, end);
  if (first === 39) return end - start > 2 ? OPENS | FIGURE : 0;
  if (first < 97 || first > 122) return 0;
  const length = end - start;
  // “mid-1996”, “mid-November”, “post-1959”
  if (length > 5 && (text.charCodeAt(start + 3) === 45 || text.charCodeAt(start + 4) === 45)) {
    const last = text.charCodeAt(end - 1);
    if (first === 109) return OPENS | FIGURE | MONTH;
    if (last >= 48 && last <= 57) return OPENS | FIGURE;
  }
  // “FY2025”
  if ((first === 102 || first === 70) && length <= 7 && length >= 4) {
    const last = text.charCodeAt(end - 1);
    if (last >= 48 && last <= 57) return OPENS | FIGURE;
  }
  const { words, bits, slots, shapes } = index();
  const shape = ((first & 31) << 5) | (text.charCodeAt(end - 1) & 31);
  if (length > 30 || ((shapes[shape] as number) & (1 << length)) === 0) return 0;
  const mask = slots.length - 1;
  for (let at = hash(text, start, end) & mask; ; at = (at + 1) & mask) {
    const slot = slots[at] as number;
    if (slot === 0) return 0;
    const word = words[slot - 1] as string;
    if (word.length !== length) continue;
    let i = 0;
    while (i < length && plain(text.charCodeAt(start + i)) === word.charCodeAt(i)) i++;
    if (i === length) return bits[slot - 1] as number;
  }
}

function digitBits(text: string, start: number, end: number): number {
  const length = end - start;
  // no time is written with so many: a numeral of 500 digits costs nothing here
  if (length > 20) return 0;
  let digits = 0;
  let commas = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 44 || code === 46) commas++;
  }
  if (digits === length)
    return length === 4 ? OPENS | NUMBER | FIGURE : length === 3 ? OPENS | NUMBER | FIGURE : OPENS | NUMBER;
  return digits + commas === length ? OPENS | NUMBER | CLOCK : OPENS | NUMBER | FIGURE;
}

// A text in, the language that it is written in out; null where it is too short to tell.
import { detectLanguage } from './language-model.ts';

/** Words that hardly any other language has; together they are a quarter of English prose. None is longer than five letters. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the of and to that with from which were was said his her has had have been by at their they would this who after not are will be for it an'.split(
    ' ',
  ),
);
/** Of these some are words of other languages too: they count only beside the others. */
const SHARED: ReadonlySet<string> = new Set(['was', 'at', 'her', 'not', 'for', 'an', 'will', 'of', 'had', 'be']);
/** Letters below which no answer is worth having. */
const LEAST = 60;
/** Characters that are looked at. */
const MOST = 6000;

const LETTERS = /\p{L}+/gu;

/** What the words of a piece say of it. */
interface Counts {
  letters: number;
  words: number;
  own: number;
  shared: number;
}

/** A language tag of two letters, `en` for English. Latin prose full of English function words is not looked at twice. */
export function languageOf(text: string): string | null {
  const piece = text.slice(0, MOST);
  // the words of most reports can be counted without a string for each
  const { letters, words, own, shared } = plainCounts(text, piece.length) ?? counts(piece);
  if (letters < LEAST) return null;
  const share = (own + Math.min(own, shared)) / words;
  // names, lists and headlines look like any language: a text is given up only when nothing in it speaks for English
  if (share >= 0.06) return 'en';
  const found = detectLanguage(piece);
  if (found === null || found.tag === 'en') return found?.tag ?? null;
  return /\p{Script=Latin}/u.test(piece) && !(found.sure && isProse(piece.match(LETTERS) ?? [])) ? null : found.tag;
}

function counts(piece: string): Counts {
  const words = piece.match(LETTERS) ?? [];
  const found: Counts = { letters: 0, words: words.length, own: 0, shared: 0 };
  for (const printed of words) {
    const word = printed.toLowerCase();
    found.letters += word.length;
    if (!ENGLISH.has(word)) continue;
    if (SHARED.has(word)) found.shared++;
    else found.own++;
  }
  return found;
}

/** Letters of a word as a number, five bits each: room for six. */
const PACKED = 5;
const IN_PACKED = 6;
const pack = (word: string): number => {
  let packed = 0;
  for (let i = 0; i < word.length; i++) packed = (packed << PACKED) | (word.charCodeAt(i) & 31);
  return packed;
};

/** By the packed letters of a word of up to five, modulo a number that parts all of ENGLISH: the letters, and what it is. */
const SLOTS = 1021;
const packed = new Int32Array(SLOTS);
const isShared = new Uint8Array(SLOTS);
for (const word of ENGLISH) {
  packed[pack(word) % SLOTS] = pack(word);
  isShared[pack(word) % SLOTS] = SHARED.has(word) ? 1 : 0;
}

/** The same as `counts` of the first characters; null where some are neither Latin letters nor the marks of a European text. */
function plainCounts(text: string, length: number): Counts | null {
  const found: Counts = { letters: 0, words: 0, own: 0, shared: 0 };
  // the packed letters of the word so far, how many they are, and whether all are of English
  let word = 0;
  let size = 0;
  let plain = true;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : BLANK;
    const small = code | 32;
    if (small >= 97 && small <= 122) {
      word = (word << PACKED) | (code & 31);
      size++;
      continue;
    }
    if (code > 0x7f) {
      if (isLatin(code)) {
        plain = false;
        size++;
        continue;
      }
      if (!isMark(code)) return null;
    }
    if (size === 0) continue;
    found.words++;
    found.letters += size;
    if (plain && size < IN_PACKED) {
      const slot = word % SLOTS;
      if (packed[slot] === word) {
        if (isShared[slot] === 1) found.shared++;
        else found.own++;
      }
    }
    word = 0;
    size = 0;
    plain = true;
  }
  return found;
}

const BLANK = 32;
/** Latin letters behind ASCII, of those that are as long in lower case. */
const isLatin = (code: number): boolean =>
  code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7 && code !== 0x130;
/** Signs of Latin-1 that are no letters, dashes and quotation marks, money. */
const isMark = (code: number): boolean =>
  (code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
  (code >= 0x2010 && code <= 0x205e) ||
  (code >= 0x20a0 && code <= 0x20bf);

/** Names and headlines are mostly capitals; prose is not, in any language of Latin script. */
const isProse = (words: readonly string[]): boolean =>
  words.filter((word) => /^\p{Ll}/u.test(word)).length >= words.length / 2;

const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  az: 'Azerbaijani',
  be: 'Belarusian',
  bg: 'Bulgarian',
  bn: 'Bengali',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  es: 'Spanish',
  et: 'Estonian',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  hu: 'Hungarian',
  hy: 'Armenian',
  it: 'Italian',
  ja: 'Japanese',
  ka: 'Georgian',
  ko: 'Korean',
  ku: 'Kurdish',
  lt: 'Lithuanian',
  lv: 'Latvian',
  ms: 'Malay or Indonesian',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  sl: 'Slovenian',
  sq: 'Albanian',
  sr: 'Serbian',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

/** `German` for `de`; the tag itself, in quotation marks, where its name is not listed. */
export const languageName = (tag: string): string => NAMES[tag.slice(0, 2).toLowerCase()] ?? `“${tag}”`;

/** Whether a tag names English: `en`, `en-GB`, `eng`. */
export const isEnglish = (tag: string): boolean =>
  /^en(?:g)?(?:[-_]|$)/i.test(tag.trim()) || /^english$/i.test(tag.trim());

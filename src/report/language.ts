// A text in, the language that it is written in out; null where it is too short to tell.
import { detectLanguage } from './language-model.ts';

/** Words that hardly any other language has; together they are a quarter of English prose. */
const ENGLISH = new Set(
  'the of and to that with from which were was said his her has had have been by at their they would this who after not are will be for it an'.split(
    ' ',
  ),
);
/** Of these some are words of other languages too: they count only beside the others. */
const SHARED = new Set(['was', 'at', 'her', 'not', 'for', 'an', 'will', 'of', 'had', 'be']);
/** Letters below which no answer is worth having. */
const LEAST = 60;
/** Characters that are looked at. */
const MOST = 6000;

const LETTERS = /\p{L}+/gu;
/** ASCII, dashes and quotation marks. */
const PLAIN = /^[\0-\x7f\u2010-\u2027\u2030-\u205e]*$/;

/** A language tag of two letters, `en` for English. Latin prose full of English function words is not looked at twice. */
export function languageOf(text: string): string | null {
  const piece = text.slice(0, MOST);
  // most reports are in ASCII with typographers' marks, in which letters are found twice as fast
  const words = PLAIN.test(piece)
    ? (piece.toLowerCase().match(/[a-z]+/g) ?? [])
    : (piece.match(LETTERS) ?? []).map((word) => word.toLowerCase());
  let letters = 0;
  let own = 0;
  let shared = 0;
  for (const word of words) {
    letters += word.length;
    if (!ENGLISH.has(word)) continue;
    if (SHARED.has(word)) shared++;
    else own++;
  }
  if (letters < LEAST) return null;
  const share = (own + Math.min(own, shared)) / words.length;
  // names, lists and headlines look like any language: a text is given up only when nothing in it speaks for English
  if (share >= 0.06) return 'en';
  const found = detectLanguage(piece);
  if (found === null || found.tag === 'en') return found?.tag ?? null;
  return /\p{Script=Latin}/u.test(piece) && !(found.sure && isProse(piece.match(LETTERS) ?? [])) ? null : found.tag;
}

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

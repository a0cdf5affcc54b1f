// A UTF-16 code unit in, its class for scanning out: one table look-up, no string.

/** What a character may be to a scanner. LETTER includes combining marks and halves of surrogate pairs in words. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const QUOTE = 3;
export const OPEN = 4;
export const CLOSE = 5;
export const STOP = 6;
export const DASH = 7;
export const SYMBOL = 8;
export const CURRENCY = 9;

const CLASS = new Uint8Array(65_536).fill(SYMBOL);
const put = (characters: string, kind: number) => {
  for (let i = 0; i < characters.length; i++) CLASS[characters.charCodeAt(i)] = kind;
};
const range = (from: number, to: number, kind: number) => CLASS.fill(kind, from, to + 1);

// letters: whole blocks, so that no regular expression runs at start-up; signs inside them are put right below
range(0x41, 0x5a, LETTER);
range(0x61, 0x7a, LETTER);
range(0xc0, 0x24f, LETTER);
range(0x250, 0x1fff, LETTER);
range(0x2c00, 0x2dff, LETTER);
range(0x3040, 0xd7ff, LETTER);
range(0xf900, 0xfdff, LETTER);
range(0xfe70, 0xfefe, LETTER);
range(0xff21, 0xff3a, LETTER);
range(0xff41, 0xffdc, LETTER);
range(0x30, 0x39, DIGIT);
range(0x660, 0x669, DIGIT);
range(0x6f0, 0x6f9, DIGIT);
put('ªµº', LETTER);
put('×÷', SYMBOL);
put('²³¹¼½¾', DIGIT);
range(0x00, 0x20, SPACE);
range(0x7f, 0xa0, SPACE);
range(0x2000, 0x200b, SPACE);
put('\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad', SPACE);
// marks of direction stand between characters and are no part of a word
put('\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069', SPACE);
put('"“”„‟«»‹›', QUOTE);
put("'‘’‚‛`´", QUOTE);
put('([{', OPEN);
put(')]}', CLOSE);
put('.,;:!?…。、！？', STOP);
put('-‐‑‒–—―−', DASH);
put('$€£¥₴₽₪₹₺₩¢₦₱', CURRENCY);
// zero-width joiners hold letters and emoji together
put('\u200c\u200d', LETTER);

export function classOf(code: number): number {
  return CLASS[code] ?? SYMBOL;
}

export const isLetter = (code: number): boolean => CLASS[code] === LETTER;
export const isDigit = (code: number): boolean => CLASS[code] === DIGIT;
export const isSpace = (code: number): boolean => CLASS[code] === SPACE;
export const isWord = (code: number): boolean => CLASS[code] === LETTER || CLASS[code] === DIGIT;

/** An upper-case letter of the Latin, Greek or Cyrillic script. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code < 0x100) return code >= 0xc0 && code <= 0xde && code !== 0xd7;
  if (code < 0x180) return (code & 1) === (code >= 0x139 && code <= 0x148 ? 1 : 0);
  return (code >= 0x391 && code <= 0x3a9) || (code >= 0x400 && code <= 0x42f);
}

/** A lower-case letter of those scripts. */
export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return CLASS[code] === LETTER && code < 0x530 && !isUpper(code);
}

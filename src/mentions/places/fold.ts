// Letters of a name in, a key of 48 bits out that does not care about case, accents, apostrophes and hyphens.

/** Two running sums over the folded letters of a name; `separator` waits until a letter follows it. */
export interface Folding {
  high: number;
  low: number;
  letters: number;
  separator: boolean;
}

const SKIP = 0;
const SPACE = 32;
const FOLDED = new Uint16Array(0x2080);
const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 's', æ: 'a', œ: 'o', ð: 'd', þ: 't', ħ: 'h', ŧ: 't', ə: 'a', ŋ: 'n', ɗ: 'd', ɓ: 'b', ƙ: 'k',
}; // biome-ignore format: one table
const UNKNOWN = 0xffff;
FOLDED.fill(UNKNOWN);

/** Letters are folded once, when they are first met: most of the table never is. */
function fold(code: number): number {
  const letter = String.fromCharCode(code);
  let folded = code;
  if ("'`.’‘ʼʻʾʿ´".includes(letter) || (code >= 0x2b0 && code < 0x370)) folded = SKIP;
  else if (' \t\n\r-‐‑–—_/\u00a0'.includes(letter)) folded = SPACE;
  else if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) {
    const lower = letter.toLowerCase();
    folded = (SPECIAL[lower] ?? lower.normalize('NFD')).charCodeAt(0);
  }
  FOLDED[code] = folded;
  return folded;
}

export const newFolding = (): Folding => ({ high: 0x811c9dc5, low: 0x9747b28c, letters: 0, separator: false });

export function resetFolding(folding: Folding): void {
  folding.high = 0x811c9dc5;
  folding.low = 0x9747b28c;
  folding.letters = 0;
  folding.separator = false;
}

/** Goes on with `text` from `start` to `end`. */
export function foldOn(folding: Folding, text: string, start: number, end: number): void {
  let { high, low, letters, separator } = folding;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    let letter = code < FOLDED.length ? (FOLDED[code] as number) : code;
    if (letter === UNKNOWN) letter = fold(code);
    if (letter === SKIP) continue;
    if (letter === SPACE) {
      separator = letters > 0;
      continue;
    }
    if (separator) {
      high = Math.imul(high ^ SPACE, 0x01000193);
      low = Math.imul(low ^ SPACE, 0x5bd1e995) ^ (low >>> 15);
      separator = false;
    }
    high = Math.imul(high ^ letter, 0x01000193);
    low = Math.imul(low ^ letter, 0x5bd1e995) ^ (low >>> 15);
    letters++;
  }
  folding.high = high;
  folding.low = low;
  folding.letters = letters;
  folding.separator = separator;
}

/** The upper half of the key, unsigned, well mixed. */
export function highOf({ high }: Folding): number {
  const mixed = Math.imul(high ^ (high >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The lower half of the key, 16 bits. */
export const lowOf = ({ low }: Folding): number => (low ^ (low >>> 16)) & 0xffff;

/** The key of a whole name as one number below 2^48. */
export function keyOf(name: string): number {
  const folding = newFolding();
  foldOn(folding, name, 0, name.length);
  return highOf(folding) * 0x10000 + lowOf(folding);
}

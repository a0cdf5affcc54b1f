// Words and features in, 32-bit numbers out: the models know no strings.

/** Mixes a number into a hash; the order of mixing matters. Small numbers (tags, template numbers) are spread first, or they would meet. */
export function mix(hash: number, value: number): number {
  const k = Math.imul(value, 0xcc9e2d51);
  const h = hash ^ ((k << 15) | (k >>> 17));
  return (Math.imul((h << 13) | (h >>> 19), 0x1b873593) + 0x52dce729) | 0;
}

/** The number that `mix` makes of `hash` into `mixed`. */
export function unmix(hash: number, mixed: number): number {
  const h = Math.imul(mixed - 0x52dce729, inverse(0x1b873593));
  const k = hash ^ ((h >>> 13) | (h << 19));
  return Math.imul((k >>> 15) | (k << 17), inverse(0xcc9e2d51));
}

/** What an odd number has to be multiplied by for 1, in 32 bits: Newton's way, each step doubles the right bits. */
function inverse(odd: number): number {
  let x = odd;
  for (let right = 3; right < 32; right *= 2) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
}

/** Two numbers in one, spread over all bits; the order matters. */
export const join = (a: number, b: number): number => {
  const h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 13), 0x297a2d39);
};

/** A character as `hashLower` has it. */
export function lowerCode(code: number): number {
  if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)) return code + 32;
  if (code === 0x2019 || code === 96) return 39; // one apostrophe
  return code >= 48 && code <= 57 ? 48 : code; // one digit
}

/** What the hash of a word begins with, what a further character makes of it, and what it is behind the last one. */
export const OPEN = 0x811c9dc5 | 0;
export const further = (open: number, code: number): number => Math.imul(open ^ code, 0x01000193);
export const closed = (open: number): number => open ^ (open >>> 15);

/** Hash of `start..end` in lower case (ASCII and Latin-1 letters; others as they are). */
export function hashLower(text: string, start: number, end: number): number {
  let h = OPEN;
  for (let at = start; at < end; at++) h = further(h, lowerCode(text.charCodeAt(at)));
  return closed(h);
}

/** Shape of a word in a small number: capitals, digits, hyphen, period, all capitals, length up to 4. */
export function shapeOf(text: string, start: number, end: number): number {
  let upper = 0;
  let lower = 0;
  let digit = 0;
  let other = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digit = 1;
    else if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f)) upper++;
    else if ((code >= 97 && code <= 122) || code >= 0xdf) lower++;
    else if (code === 45) other |= 1;
    else if (code === 46) other |= 2;
    else other |= 4;
  }
  const first = text.charCodeAt(start);
  const capital = first >= 65 && first <= 90 ? 1 : 0;
  const all = upper > 0 && lower === 0 ? (upper > 1 ? 2 : 1) : 0;
  return (
    capital | (all << 1) | (digit << 3) | (other << 4) | ((lower > 0 ? 1 : 0) << 7) | (Math.min(4, end - start) << 8)
  );
}

/** Hash of a word as `hashLower` has it. */
export const hashWord = (word: string): number => hashLower(word, 0, word.length);

/** Hashes of words with a blank between. */
export const hashWords = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashWord));

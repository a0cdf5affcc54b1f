// A string in, the SHA-256 of its UTF-8 in hexadecimal out: what Node's own gives, which takes a new process longer to load
// than the rest of reading a page's beginning.
import { createHash } from 'node:crypto';

const ROUNDS = new Int32Array(64);
const BEGIN = new Int32Array(8);

// bits of the fractions of the cube roots of the first 64 primes, and of the square roots of the first eight
for (let number = 2, found = 0; found < 64; number++) {
  let prime = true;
  for (let by = 2; by * by <= number && prime; by++) prime = number % by !== 0;
  if (!prime) continue;
  if (found < 8) BEGIN[found] = Math.sqrt(number) * 0x1_0000_0000;
  ROUNDS[found++] = Math.cbrt(number) * 0x1_0000_0000;
}

/** So many in one process, and Node's own is worth loading: it is the quicker. */
const FEW = 8;
let made = 0;

export const sha256 = (text: string): string =>
  made++ < FEW ? ownSha256(text) : createHash('sha256').update(text).digest('hex');

/** Without anything of Node's. */
export function ownSha256(text: string): string {
  const given = new TextEncoder().encode(text);
  const { length } = given;
  // a bit behind the text, then zeroes, then its length in bits, in whole blocks of 64 bytes
  const bytes = new Uint8Array((length + 72) & -64);
  bytes.set(given);
  bytes[length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(length / 0x2000_0000));
  view.setUint32(bytes.length - 4, length << 3);
  const state = BEGIN.slice();
  const words = new Int32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15] as number;
      const y = words[i - 2] as number;
      const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = ((words[i - 16] as number) + small + (words[i - 7] as number) + large) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const mixed = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + mixed + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + (words[i] as number)) | 0;
      const turned = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (turned + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + value;
  }
  return Array.from(state, (part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

// A compact list of forms with what they can be in, a look-up by hash out.

/** Bits of a form: noun, verb, adjective, adverb, plural noun, -s form, past or participle, -ing form. */
export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;
export const PLURAL = 16;
export const THIRD = 32;
export const PAST = 64;
export const GERUND = 128;

/** Hashes ascending as variable-length differences, then a byte of bits each. */
export function encodeWordList(words: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...words].sort(([a], [b]) => a - b);
  const keys: number[] = [];
  let before = -2_147_483_648;
  for (const [hash] of sorted) {
    let delta = hash - before;
    before = hash;
    while (delta > 127) {
      keys.push((delta % 128) | 128);
      delta = Math.floor(delta / 128);
    }
    keys.push(delta);
  }
  const out = new Uint8Array(4 + keys.length + sorted.length);
  new DataView(out.buffer).setUint32(0, sorted.length, true);
  out.set(keys, 4);
  out.set(
    sorted.map(([, bits]) => bits),
    4 + keys.length,
  );
  return out;
}

/** Gives the bits of a form's hash; 0 for one that the list lacks. */
export function decodeWordList(bytes: Uint8Array): (hash: number) => number {
  const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  let size = 1024;
  while (size < count * 1.7) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const bits = new Uint8Array(size);
  let hash = -2_147_483_648;
  let at = 4;
  const values = bytes.length - count;
  for (let i = 0; i < count; i++) {
    let delta = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++] as number;
      delta += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    hash += delta;
    const key = hash || 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    bits[slot] = bytes[values + i] as number;
  }
  return (asked) => {
    const key = asked || 1;
    let slot = (key ^ (key >>> 15)) & mask;
    for (;;) {
      const found = keys[slot];
      if (found === key) return bits[slot] as number;
      if (found === 0) return 0;
      slot = (slot + 1) & mask;
    }
  };
}

// Ascending hashes with a small number each as bytes, and back: what the model files are made of.

/** Hashes ascending as differences, seven bits a byte, the lowest first. */
export function writeHashes(sorted: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let before = -2_147_483_648;
  for (const hash of sorted) {
    let delta = hash - before;
    before = hash;
    while (delta > 127) {
      bytes.push((delta % 128) | 128);
      delta = Math.floor(delta / 128);
    }
    bytes.push(delta);
  }
  return Uint8Array.from(bytes);
}

/** The `count` hashes that `writeHashes` put at `at`. */
export function readHashes(bytes: Uint8Array, at: number, count: number): Int32Array {
  const hashes = new Int32Array(count);
  let hash = -2_147_483_648;
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
    hashes[i] = hash;
  }
  return hashes;
}

/** A list of hashes with a number each: how many, bytes of the hashes, the hashes, then the numbers' bytes by rank. */
export function encodeList(values: ReadonlyMap<number, number>, bytesEach: number): Uint8Array {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const keys = writeHashes(sorted.map(([hash]) => hash));
  const out = new Uint8Array(8 + keys.length + sorted.length * bytesEach);
  const view = new DataView(out.buffer);
  view.setUint32(0, sorted.length, true);
  view.setUint32(4, keys.length, true);
  out.set(keys, 8);
  sorted.forEach(([, value], i) => {
    for (let b = 0; b < bytesEach; b++) out[8 + keys.length + b * sorted.length + i] = value >>> (8 * b);
  });
  return out;
}

export interface HashList {
  readonly hashes: Int32Array;
  readonly value: (at: number) => number;
  /** First byte behind the list. */
  readonly end: number;
}

export function decodeList(bytes: Uint8Array, from: number, bytesEach: number): HashList {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(from, true);
  const values = from + 8 + view.getUint32(from + 4, true);
  const value = (i: number) => {
    let sum = 0;
    for (let b = 0; b < bytesEach; b++) sum |= (bytes[values + b * count + i] as number) << (8 * b);
    return sum;
  };
  return { hashes: readHashes(bytes, from + 8, count), value, end: values + count * bytesEach };
}

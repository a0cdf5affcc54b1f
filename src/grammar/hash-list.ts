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
    let bits = 0;
    let byte: number;
    do {
      byte = bytes[at++] as number;
      delta |= (byte & 127) << bits;
      bits += 7;
    } while (byte > 127);
    // differences of 2^31 and more turn round to the same sum
    hash = (hash + delta) | 0;
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
  /** The number of each. */
  readonly values: Int32Array;
  /** First byte behind the list. */
  readonly end: number;
}

/** Where the parts of the list at `from` are: its hashes, its numbers and its end. */
export function listAt(bytes: Uint8Array, from: number, bytesEach: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(from, true);
  const first = from + 8;
  const values = first + view.getUint32(from + 4, true);
  return { count, first, values, end: values + count * bytesEach };
}

export function decodeList(bytes: Uint8Array, from: number, bytesEach: number): HashList {
  const { count, first, values: at, end } = listAt(bytes, from, bytesEach);
  const values = new Int32Array(count);
  for (let b = 0; b < bytesEach; b++)
    for (let i = 0; i < count; i++)
      values[i] = (values[i] as number) | ((bytes[at + b * count + i] as number) << (8 * b));
  return { hashes: readHashes(bytes, first, count), values, end };
}

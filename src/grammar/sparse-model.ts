// Hashed features in, class scores out: a linear model with sparse rows in flat arrays.

/** Rows of (class, weight), found by open addressing on the feature's hash. */
export interface SparseModel {
  readonly classes: number;
  readonly mask: number;
  /** Feature hash of each slot; 0 for an empty slot. */
  readonly keys: Int32Array;
  /** First entry of each slot's row; the row ends at `ends`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Entries: weight shifted left by eight, with the class below. */
  readonly entries: Int32Array;
}

/** Adds the row of `feature` to `scores`. */
export function addRow(model: SparseModel, feature: number, scores: Int32Array): void {
  const key = feature === 0 ? 1 : feature;
  const { keys, mask, entries } = model;
  let slot = (key ^ (key >>> 16)) & mask;
  for (;;) {
    const found = keys[slot];
    if (found === key) break;
    if (found === 0) return;
    slot = (slot + 1) & mask;
  }
  const end = model.ends[slot] as number;
  for (let at = model.starts[slot] as number; at < end; at++) {
    const entry = entries[at] as number;
    scores[entry & 255] = (scores[entry & 255] as number) + (entry >> 8);
  }
}

/** The class with the highest score; the lowest number among equals. */
export function best(scores: Int32Array, classes: number): number {
  let top = 0;
  for (let one = 1; one < classes; one++) if ((scores[one] as number) > (scores[top] as number)) top = one;
  return top;
}

/** Weights of three classes by feature, the first taken off the other two, so that a look-up touches one cache line. */
export interface PairModel {
  readonly mask: number;
  /** Feature hash, then the second class's weight above the third's, in 16 bits each; 0 for an empty slot. */
  readonly table: Int32Array;
}

/** The sums of both weights over `count` features, written to `out[1]` and `out[2]`. */
export function scorePairs({ mask, table }: PairModel, features: Int32Array, count: number, out: Int32Array): void {
  let second = 0;
  let third = 0;
  for (let i = 0; i < count; i++) {
    const feature = features[i] as number;
    const key = feature === 0 ? 1 : feature;
    let slot = (key ^ (key >>> 16)) & mask;
    for (;;) {
      const found = table[2 * slot] as number;
      if (found === key) {
        const pair = table[2 * slot + 1] as number;
        second += pair >> 16;
        third += (pair << 16) >> 16;
        break;
      }
      if (found === 0) break;
      slot = (slot + 1) & mask;
    }
  }
  out[0] = 0;
  out[1] = second;
  out[2] = third;
}

/** Builds a table from features and their rows of (class, weight) entries; see SparseModel for the entries. */
export function buildPairs(features: Int32Array, counts: Uint8Array, entries: Int32Array): PairModel {
  let size = 1024;
  while (size < features.length * 1.5) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size * 2);
  let at = 0;
  for (let i = 0; i < features.length; i++) {
    const key = features[i] === 0 ? 1 : (features[i] as number);
    let slot = (key ^ (key >>> 16)) & mask;
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    let first = 0;
    let second = 0;
    let third = 0;
    for (const end = at + (counts[i] as number); at < end; at++) {
      const entry = entries[at] as number;
      const one = entry & 255;
      if (one === 0) first = entry >> 8;
      else if (one === 1) second = entry >> 8;
      else third = entry >> 8;
    }
    table[2 * slot] = key;
    table[2 * slot + 1] = ((second - first) << 16) | ((third - first) & 0xffff);
  }
  return { mask, table };
}

/** Builds a model from features in ascending order of their rows. `rows[i]` are the entries of `features[i]`. */
export function buildModel(
  classes: number,
  features: Int32Array,
  counts: Uint8Array | Uint16Array,
  entries: Int32Array,
): SparseModel {
  let size = 1024;
  while (size < features.length * 1.6) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  let at = 0;
  for (let i = 0; i < features.length; i++) {
    const key = (features[i] as number) || 1;
    let slot = (key ^ (key >>> 16)) & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    starts[slot] = at;
    at += counts[i] as number;
    ends[slot] = at;
  }
  return { classes, mask, keys, starts, ends, entries };
}

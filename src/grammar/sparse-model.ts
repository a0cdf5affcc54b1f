// Hashed features in, class scores out: a linear model with sparse rows in flat arrays.

/** Rows of (class, weight), found by open addressing on the feature's hash. */
export interface SparseModel {
  readonly classes: number;
  readonly mask: number;
  /** Feature hash, 0 for an empty slot, and beside it the row: its first entry shifted left by eight, its length below. */
  readonly table: Int32Array;
  /** Entries: weight shifted left by eight, with the class below. */
  readonly entries: Int32Array;
}

/** What the first slots of the features hold, and the features' rows: room for the features of one decision. */
const seen = new Int32Array(256);
const rows = new Int32Array(256);

/**
 * Writes the score of each class for `features[0..count]`. A model is larger than the processor's caches, so the slots
 * are read first without a branch, then the rows, then these are summed: the reads overlap instead of waiting in turn.
 */
export function scoreRows(model: SparseModel, features: Int32Array, count: number, scores: Int32Array): void {
  const { table, mask, entries, classes } = model;
  for (let i = 0; i < count; i++) {
    const feature = features[i] as number;
    const key = feature === 0 ? 1 : feature;
    seen[i] = table[2 * ((key ^ (key >>> 16)) & mask)] as number;
  }
  let kept = 0;
  for (let i = 0; i < count; i++) {
    let found = seen[i] as number;
    if (found === 0) continue;
    const feature = features[i] as number;
    const key = feature === 0 ? 1 : feature;
    let slot = (key ^ (key >>> 16)) & mask;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = table[2 * slot] as number;
    }
    if (found !== 0) rows[kept++] = table[2 * slot + 1] as number;
  }
  scores.fill(0, 0, classes);
  for (let i = 0; i < kept; i++) {
    const row = rows[i] as number;
    const first = row >>> 8;
    const end = first + (row & 255);
    for (let at = first; at < end; at++) {
      const entry = entries[at] as number;
      scores[entry & 255] = (scores[entry & 255] as number) + (entry >> 8);
    }
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
  // first every slot's key without a branch, so that the cache misses overlap, then what was found
  for (let i = 0; i < count; i++) {
    const feature = features[i] as number;
    const key = feature === 0 ? 1 : feature;
    const slot = (key ^ (key >>> 16)) & mask;
    seen[i] = table[2 * slot] as number;
  }
  let second = 0;
  let third = 0;
  for (let i = 0; i < count; i++) {
    let found = seen[i] as number;
    if (found === 0) continue;
    const feature = features[i] as number;
    const key = feature === 0 ? 1 : feature;
    let slot = (key ^ (key >>> 16)) & mask;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = table[2 * slot] as number;
    }
    if (found === 0) continue;
    const pair = table[2 * slot + 1] as number;
    second += pair >> 16;
    third += (pair << 16) >> 16;
  }
  out[0] = 0;
  out[1] = second;
  out[2] = third;
}

/** Builds a table from features and their pairs of weights; see PairModel for these. */
export function buildPairs(features: Int32Array, pairs: Int32Array): PairModel {
  let size = 1024;
  while (size < features.length * 1.5) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size * 2);
  for (let i = 0; i < features.length; i++) {
    const key = features[i] === 0 ? 1 : (features[i] as number);
    let slot = (key ^ (key >>> 16)) & mask;
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    table[2 * slot + 1] = pairs[i] as number;
  }
  return { mask, table };
}

/**
 * Builds a model from features in ascending order and their rows, which stand one behind the other in `entries`.
 * Throws RangeError for more entries than a slot can point at.
 */
export function buildModel(
  classes: number,
  features: Int32Array,
  counts: Uint8Array | Uint16Array,
  entries: Int32Array,
): SparseModel {
  if (entries.length >= 1 << 23)
    throw new RangeError(`a model has up to ${1 << 23} entries; here are ${entries.length}`);
  let size = 1024;
  while (size < features.length * 1.6) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(2 * size);
  let at = 0;
  for (let i = 0; i < features.length; i++) {
    const key = (features[i] as number) || 1;
    let slot = (key ^ (key >>> 16)) & mask;
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    table[2 * slot + 1] = (at << 8) | (counts[i] as number);
    at += counts[i] as number;
  }
  return { classes, mask, table, entries };
}

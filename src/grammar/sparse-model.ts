// Hashed features in, class scores out: linear models in flat arrays, as small as they go.
//
// What a look-up costs is the line of memory that it waits for, so a slot is one 32-bit number: the upper half of the
// feature's hash, which with the number of the slot tells the whole hash, and 16 bits of what it holds. A feature that
// had to move on because its own slot was taken can be taken for another with the same upper half: once in some hundred
// thousand look-ups, and the same way each time.

/** Rows of (class, weight), found by open addressing on the feature's hash. */
export interface SparseModel {
  readonly classes: number;
  readonly mask: number;
  /** Upper half of the feature's hash, then one more than the distance of its row from the block's; 0 for an empty slot. */
  readonly slots: Int32Array;
  /** First byte of the rows of each block of slots. */
  readonly blocks: Int32Array;
  /** A row: how many entries it has, then a byte for the class and one for the weight's signed square root by entry. */
  readonly rows: Uint8Array;
}

/** Binary logarithm of the slots of a block: few enough that the distance of a row fits 16 bits. */
const BLOCK = 6;

/** What the first slots of the features hold, and the features' rows: room for the features of one decision. */
const seen = new Int32Array(256);
const found = new Int32Array(256);

/** What a byte of a row or of a pair weighs. */
const WEIGHT = Int32Array.from({ length: 256 }, (_, byte) => {
  const root = (byte << 24) >> 24;
  return root * Math.abs(root);
});

/**
 * Writes the score of each class for `features[0..count]`, at most 256. The slots are read first without a branch, then
 * the rows are found, then these are summed: the reads overlap instead of waiting in turn.
 */
export function scoreRows(model: SparseModel, features: Int32Array, count: number, scores: Int32Array): void {
  const { slots, blocks, mask, rows, classes } = model;
  for (let i = 0; i < count; i++) {
    const key = features[i] as number;
    seen[i] = slots[(key ^ (key >>> 16)) & mask] as number;
  }
  let kept = 0;
  for (let i = 0; i < count; i++) {
    let slot = seen[i] as number;
    if (slot === 0) continue;
    const key = features[i] as number;
    let at = (key ^ (key >>> 16)) & mask;
    while (slot !== 0 && (slot ^ key) >>> 16 !== 0) {
      at = (at + 1) & mask;
      slot = slots[at] as number;
    }
    if (slot !== 0) found[kept++] = (blocks[at >> BLOCK] as number) + (slot & 0xffff) - 1;
  }
  scores.fill(0, 0, classes);
  for (let i = 0; i < kept; i++) {
    let at = found[i] as number;
    const end = at + 2 * (rows[at] as number);
    while (at < end) {
      const one = rows[at + 1] as number;
      scores[one] = (scores[one] as number) + (WEIGHT[rows[at + 2] as number] as number);
      at += 2;
    }
  }
}

/** The class with the highest score; the lowest number among equals. */
export function best(scores: Int32Array, classes: number): number {
  let top = 0;
  for (let one = 1; one < classes; one++) if ((scores[one] as number) > (scores[top] as number)) top = one;
  return top;
}

/** Weights of three classes by feature, the first taken off the other two, so that a slot holds them. */
export interface PairModel {
  readonly mask: number;
  /** Upper half of the feature's hash, then a byte each for the signed square roots of both weights; 0 for an empty slot. */
  readonly slots: Int32Array;
}

/** The sums of both weights over `count` features, written to `out[1]` and `out[2]`. */
export function scorePairs({ mask, slots }: PairModel, features: Int32Array, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i++) {
    const key = features[i] as number;
    seen[i] = slots[(key ^ (key >>> 16)) & mask] as number;
  }
  let second = 0;
  let third = 0;
  for (let i = 0; i < count; i++) {
    let slot = seen[i] as number;
    if (slot === 0) continue;
    const key = features[i] as number;
    let at = (key ^ (key >>> 16)) & mask;
    while (slot !== 0 && (slot ^ key) >>> 16 !== 0) {
      at = (at + 1) & mask;
      slot = slots[at] as number;
    }
    // an empty slot weighs nothing
    second += WEIGHT[(slot >>> 8) & 255] as number;
    third += WEIGHT[slot & 255] as number;
  }
  out[0] = 0;
  out[1] = second;
  out[2] = third;
}

/** Open addressing: one more than the number of a feature in each slot that is taken, 0 in the others. */
function placed(features: Int32Array): Int32Array {
  let size = 1024;
  while (size < features.length * 1.5) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  for (let i = 0; i < features.length; i++) {
    const key = features[i] as number;
    let at = (key ^ (key >>> 16)) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = i + 1;
  }
  return slots;
}

const UPPER = -65_536;

/** Builds a table from features and the bytes of their pairs of weights, of which one is not 0; see PairModel. */
export function buildPairs(features: Int32Array, second: Uint8Array, third: Uint8Array): PairModel {
  const slots = placed(features);
  for (let at = 0; at < slots.length; at++) {
    const i = (slots[at] as number) - 1;
    if (i < 0) continue;
    slots[at] = ((features[i] as number) & UPPER) | ((second[i] as number) << 8) | (third[i] as number);
  }
  return { mask: slots.length - 1, slots };
}

/** Builds a model from features and their rows, which stand one behind the other in `entries`: class, then weight. */
export function buildModel(
  classes: number,
  features: Int32Array,
  counts: Uint8Array,
  entries: Uint8Array,
): SparseModel {
  const first = new Int32Array(features.length + 1);
  for (let i = 0; i < features.length; i++) first[i + 1] = (first[i] as number) + 2 * (counts[i] as number);
  const slots = placed(features);
  const rows = new Uint8Array(features.length + entries.length);
  const blocks = new Int32Array(slots.length >> BLOCK);
  let end = 0;
  for (let at = 0; at < slots.length; at++) {
    if ((at & ((1 << BLOCK) - 1)) === 0) blocks[at >> BLOCK] = end;
    const i = (slots[at] as number) - 1;
    if (i < 0) continue;
    slots[at] = ((features[i] as number) & UPPER) | (end - (blocks[at >> BLOCK] as number) + 1);
    rows[end++] = counts[i] as number;
    for (let from = first[i] as number; from < (first[i + 1] as number); from++) rows[end++] = entries[from] as number;
  }
  return { classes, mask: slots.length - 1, slots, blocks, rows };
}

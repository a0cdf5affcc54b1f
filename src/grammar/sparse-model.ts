// Hashed features in, class scores out: linear models in flat arrays, as small as they go.
//
// What a look-up costs is the line of memory that it waits for, and a branch that is guessed wrong. So each feature has
// a place of its own (placement.ts), a slot is one 32-bit number, the loops have no branch that hangs on what they
// find, and each does one short thing for all features, so that a processor waits for many lines at once. A slot holds
// the upper half of the feature's hash, which tells a feature that is in the model from one that is not (a few of a
// million are taken for another, the same ones each time), and 16 bits of what it weighs.
import { type Placement, placeOf, places } from './placement.ts';

/** Rows of (class, weight) by feature. */
export interface SparseModel extends Placement {
  readonly classes: number;
  /** Upper half of the feature's hash, then one more than the distance of its row from the block's; 0 for an empty slot. */
  readonly slots: Int32Array;
  /** First byte of the rows of each block of slots. */
  readonly blocks: Int32Array;
  /** A row: how many entries it has, then a byte for the class and one for the weight's signed square root by entry. */
  readonly rows: Uint8Array;
}

/** Binary logarithm of the slots of a block: few enough that the distance of a row fits 16 bits. */
const BLOCK = 6;

/** Of the features of one decision: their places, then their rows. One more is written and not read. */
const found = new Int32Array(257);
/** Their slots, then how many entries their rows have. */
const entries = new Int32Array(257);

/** Looks up the slots of `features[0..count]`: afterwards `found` has their places and `entries` what stands there. */
function lookUp({ slots, mask, quarters, shift, moves }: PairModel, features: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) found[i] = placeOf(features[i] as number, mask, quarters, shift, moves);
  for (let i = 0; i < count; i++) entries[i] = slots[found[i] as number] as number;
}

/** What a byte of a row or of a pair weighs. */
const WEIGHT = Int32Array.from({ length: 256 }, (_, byte) => {
  const root = (byte << 24) >> 24;
  return root * Math.abs(root);
});

/** The lower half of `slot` if it is that of `key`, else 0. */
const held = (slot: number, key: number): number => slot & 0xffff & ((((slot ^ key) >>> 16) - 1) >> 31);

/** Writes the score of each class for `features[0..count]`, at most 256. */
export function scoreRows(model: SparseModel, features: Int32Array, count: number, scores: Int32Array): void {
  const { blocks, rows, classes } = model;
  let kept = 0;
  lookUp(model, features, count);
  for (let i = 0; i < count; i++) {
    const row = held(entries[i] as number, features[i] as number);
    found[kept] = (blocks[(found[i] as number) >> BLOCK] as number) + row - 1;
    // one more if there is a row
    kept += -row >>> 31;
  }
  scores.fill(0, 0, classes);
  for (let i = 0; i < kept; i++) entries[i] = rows[found[i] as number] as number;
  for (let i = 0; i < kept; i++) {
    let at = found[i] as number;
    const end = at + 2 * (entries[i] as number);
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
export interface PairModel extends Placement {
  /** Upper half of the feature's hash, then a byte each for the signed square roots of both weights; 0 for an empty slot. */
  readonly slots: Int32Array;
}

/** The sums of both weights over `count` features, written to `out[1]` and `out[2]`. */
export function scorePairs(model: PairModel, features: Int32Array, count: number, out: Int32Array): void {
  let second = 0;
  let third = 0;
  lookUp(model, features, count);
  for (let i = 0; i < count; i++) {
    // what is not there weighs nothing
    const pair = held(entries[i] as number, features[i] as number);
    second += WEIGHT[pair >>> 8] as number;
    third += WEIGHT[pair & 255] as number;
  }
  out[0] = 0;
  out[1] = second;
  out[2] = third;
}

/** A set of features by their places: what a model file keeps of them. */
export interface Placed extends Placement {
  /** A bit by place, the lowest first: whether a feature has it. */
  readonly taken: Uint8Array;
  /** Third and upper byte of the features' hashes, in the order of their places. */
  readonly third: Uint8Array;
  readonly upper: Uint8Array;
}

/** The features' own places, and for each place in its turn which feature has it. */
export function placed(features: Int32Array, placement: Placement): Placed & { readonly order: Int32Array } {
  const size = places(placement);
  const { mask, quarters, shift, moves } = placement;
  const at = new Int32Array(size).fill(-1);
  for (let i = 0; i < features.length; i++) at[placeOf(features[i] as number, mask, quarters, shift, moves)] = i;
  const order = at.filter((i) => i >= 0);
  const taken = new Uint8Array(Math.ceil(size / 8));
  for (let place = 0; place < size; place++)
    if ((at[place] as number) >= 0) taken[place >> 3] = (taken[place >> 3] as number) | (1 << (place & 7));
  return {
    ...placement,
    taken,
    third: Uint8Array.from(order, (i) => (features[i] as number) >>> 16),
    upper: Uint8Array.from(order, (i) => (features[i] as number) >>> 24),
    order,
  };
}

const isTaken = (taken: Uint8Array, place: number): boolean =>
  (((taken[place >> 3] as number) >> (place & 7)) & 1) === 1;

/** Builds a table from placed features and the bytes of their pairs of weights, in the same order; see PairModel. */
export function buildPairs({ taken, third, upper, ...placement }: Placed, one: Uint8Array, two: Uint8Array): PairModel {
  const slots = new Int32Array(places(placement));
  let i = 0;
  for (let at = 0; at < slots.length; at++) {
    if (!isTaken(taken, at)) continue;
    slots[at] =
      ((upper[i] as number) << 24) | ((third[i] as number) << 16) | ((one[i] as number) << 8) | (two[i] as number);
    i++;
  }
  return { ...placement, slots };
}

/**
 * Builds a model from placed features and their rows, in the same order: how many entries each has, then class and
 * weight of one after the other.
 */
export function buildModel(
  classes: number,
  { taken, third, upper, ...placement }: Placed,
  counts: Uint8Array,
  entries: Uint8Array,
): SparseModel {
  const slots = new Int32Array(places(placement));
  const rows = new Uint8Array(counts.length + entries.length);
  const blocks = new Int32Array((slots.length >> BLOCK) + 1);
  let end = 0;
  let from = 0;
  let i = 0;
  for (let at = 0; at < slots.length; at++) {
    if ((at & ((1 << BLOCK) - 1)) === 0) blocks[at >> BLOCK] = end;
    if (!isTaken(taken, at)) continue;
    const distance = end - (blocks[at >> BLOCK] as number);
    slots[at] = ((upper[i] as number) << 24) | ((third[i] as number) << 16) | (distance + 1);
    const bytes = 2 * (counts[i] as number);
    rows[end++] = counts[i++] as number;
    for (const last = from + bytes; from < last; from++) rows[end++] = entries[from] as number;
  }
  return { ...placement, classes, slots, blocks, rows };
}

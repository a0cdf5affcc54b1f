// Features and their weights in, linear models in flat arrays out, as small as they go; scorer.ts asks them.
//
// What a look-up costs is the line of memory that it waits for, and a branch that is guessed wrong. So each feature has
// a place of its own (placement.ts), and a slot is one 32-bit number: the upper half of the feature's hash, which tells
// a feature that is in the model from one that is not (a few of a million are taken for another, the same ones each
// time), and 16 bits of what it weighs.
import { type Placement, placeOf, places } from './placement.ts';

/** Rows of (class, weight) by feature. */
export interface SparseModel extends Placement {
  readonly classes: number;
  /** Upper half of the feature's hash, then one more than the distance of its row from the block's; 0 for an empty slot. */
  readonly slots: Int32Array;
  /** First byte of the rows of each block of slots. */
  readonly blocks: Int32Array;
  /**
   * A row: how many entries it has, then a byte for the class and one for the weight's signed square root by entry. A full
   * row: 255, then such a byte for every class, and up to 15 that count for nothing behind.
   */
  readonly rows: Uint8Array;
}

/** Binary logarithm of the slots of a block: few enough that the distance of a row fits 16 bits. */
const BLOCK = 6;

/** Weights of three classes by feature, the first taken off the other two, so that a slot holds them. */
export interface PairModel extends Placement {
  /** Upper half of the feature's hash, then a byte each for the signed square roots of both weights; 0 for an empty slot. */
  readonly slots: Int32Array;
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

/** What a full row begins with, and of how many entries a row is kept full: its classes are summed sixteen at once. */
const FULL = 255;
const FULL_FROM = 12;

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
  const full = 1 + Math.ceil(classes / 16) * 16;
  const rows = new Uint8Array(counts.reduce((sum, count) => sum + (count < FULL_FROM ? 1 + 2 * count : full), 16));
  const blocks = new Int32Array((slots.length >> BLOCK) + 1);
  let end = 0;
  let from = 0;
  let i = 0;
  for (let at = 0; at < slots.length; at++) {
    if ((at & ((1 << BLOCK) - 1)) === 0) blocks[at >> BLOCK] = end;
    if (!isTaken(taken, at)) continue;
    const distance = end - (blocks[at >> BLOCK] as number);
    slots[at] = ((upper[i] as number) << 24) | ((third[i] as number) << 16) | (distance + 1);
    const count = counts[i++] as number;
    const last = from + 2 * count;
    if (count < FULL_FROM) {
      rows[end++] = count;
      while (from < last) rows[end++] = entries[from++] as number;
    } else {
      rows[end] = FULL;
      for (; from < last; from += 2) rows[end + 1 + (entries[from] as number)] = entries[from + 1] as number;
      end += full;
    }
  }
  return { ...placement, classes, slots, blocks, rows };
}

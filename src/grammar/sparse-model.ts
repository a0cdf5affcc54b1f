// Features and their weights in, what a model file keeps of them out; scorer.ts makes tables of it and asks them.
//
// What a look-up costs is the line of memory that it waits for, and a branch that is guessed wrong. So each feature has
// a place of its own (placement.ts), and a table has one 32-bit slot a place: the upper half of the feature's hash,
// which tells a feature that is in the model from one that is not (a few of a million are taken for another, the same
// ones each time), and 16 bits of what it weighs.
import { type Placement, placeOf, places } from './placement.ts';

/** A set of features by their places. */
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

/** Weights of three classes by feature, the first taken off the other two: the signed square roots of both, a byte each. */
export interface PairModel extends Placed {
  readonly one: Uint8Array;
  readonly two: Uint8Array;
}

/** Weights of any number of classes by feature. */
export interface SparseModel extends Placed {
  /** At most 255. */
  readonly classes: number;
  /** How many classes each feature has weights for, below 255. */
  readonly counts: Uint8Array;
  /** Class and signed square root of the weight of one after the other, a byte each. */
  readonly entries: Uint8Array;
}

/** Binary logarithm of the slots of a block: few enough that the distance of a row from the block's first fits 16 bits. */
const BLOCK = 6;

/** Of how many blocks the table says where their rows begin. */
export const blocksOf = (placement: Placement): number => (places(placement) >> BLOCK) + 1;

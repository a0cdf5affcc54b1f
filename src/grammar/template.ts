// How the features of a decision are numbered and salted, and what stands between two words, which several tell.
import { join } from './hash.ts';
import type { Features } from './scorer.ts';

/** Features of two numbers, and behind the first `plain` of them features of three; see Scorer.joinAll. */
export interface Template {
  readonly count: number;
  /** A multiple of four. */
  readonly plain: number;
  /** What tells each feature's numbers from another's. */
  readonly salts: Int32Array;
  /** Where each stood when the models were trained, whose sums go on in that order. */
  readonly places: readonly number[];
}

const SALT = 0x3504f333;

/** By how much the salts of a label's features are raised for the side of the head that `labelFeatures` gives. */
export const sideSalt = (side: number): number => Math.imul(side, SALT);

/** A template whose first feature in training is salted by `first`, and each further one by `step` more. */
export function template(plain: number, first: number, step: number, places: readonly number[]): Template {
  return {
    count: places.length,
    plain,
    salts: Int32Array.from(places, (place) => Math.imul(first + step * place, SALT)),
    places,
  };
}

/** The hashes of the features that were written, as they were ordered in training, into `out`; `raised` as for joinAll. */
export function hashesOf({ one, two, three }: Features, kind: Template, raised: number, out: Int32Array): void {
  for (let i = 0; i < kind.count; i++) {
    const first = i < kind.plain ? (one[i] as number) : join(one[i] as number, three[i] as number);
    out[kind.places[i] as number] = join(first, (two[i] as number) + (kind.salts[i] as number) + raised);
  }
}

/** How many, up to three, stand between two tokens. */
export const between = (before: Int32Array, left: number, right: number): number =>
  Math.min(3, (before[right] as number) - (before[left + 1] as number));

// Shingles in, the few numbers out that two copies share and two strangers do not: MinHash, cut into bands.
import { mix, type Shingles } from './shingles.ts';

/** Least hashes that make one band: all of them must agree. */
const ROWS = 3;
const WHOLE = 24;
const OPENING = 16;

/**
 * Band numbers, 0 to 2^48. Two texts that share half of their shingles have one in common with a probability of 0.96, two
 * that share two thirds with 0.999; so have two of which one is the beginning of the other, however short, and two that
 * share a tenth with 0.04. Empty for a text too short to compare.
 */
export function bandsOf({ all, opening }: Shingles): number[] {
  if (all.length < LEAST_SHINGLES) return [];
  return [...bands(all, WHOLE, 1), ...bands(opening, OPENING, 2)];
}

/** A text with fewer says too little to be told from another. */
export const LEAST_SHINGLES = 20;

/** The smallest hash of any shingle, as an unsigned number: signed ones are compared with their first bit turned. */
function leastHash(shingles: Uint32Array, salt: number, factor: number): number {
  let smallest = 0x7fffffff;
  for (let one = 0; one < shingles.length; one++) {
    const hash = Math.imul((shingles[one] as number) ^ salt, factor) ^ 0x80000000;
    if (hash < smallest) smallest = hash;
  }
  return (smallest ^ 0x80000000) >>> 0;
}

function bands(shingles: Uint32Array, count: number, seed: number): number[] {
  const least = new Uint32Array(count * ROWS).fill(0xffffffff);
  for (let at = 0; at < least.length; at++) {
    const salt = mix(seed * 0x10001 + at);
    least[at] = leastHash(shingles, salt, mix(salt + 0x5bd1e995) | 1);
  }
  return Array.from({ length: count }, (_, band) => {
    let low = mix(seed * 1000 + band);
    let high = mix(low + 1);
    for (let row = 0; row < ROWS; row++) {
      low = mix(low ^ (least[band * ROWS + row] as number));
      high = mix(Math.imul(high, 31) + (least[band * ROWS + row] as number));
    }
    return (high & 0xffff) * 0x100000000 + low;
  });
}

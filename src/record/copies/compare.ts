// The shingles of two texts in, whether one is a copy of the other out.
import { LEAST_SHINGLES } from './bands.ts';
import type { Shingles } from './shingles.ts';

export interface Likeness {
  /** Share of all shingles of both that both have. */
  readonly alike: number;
  /** Share of the shorter's shingles that the longer has. */
  readonly held: number;
}

/** A copy holds little else than its origin: a cut one is held by it, an edited one is much like it. */
const ALIKE = 0.6;
const HELD = 0.8;

export function likeness(a: Shingles, b: Shingles): Likeness {
  let common = 0;
  for (let i = 0, j = 0; i < a.all.length && j < b.all.length; ) {
    const difference = (a.all[i] as number) - (b.all[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const shorter = Math.min(a.all.length, b.all.length);
  return {
    alike: common === 0 ? 0 : common / (a.all.length + b.all.length - common),
    held: shorter === 0 ? 0 : common / shorter,
  };
}

/** 'exact' for the same words in the same order, 'near' for an edited copy, null for two reports of their own. */
export function copyKind(a: Shingles, b: Shingles, like: Likeness = likeness(a, b)): 'exact' | 'near' | null {
  if (a.hash === b.hash && a.all.length > 0) return 'exact';
  if (Math.min(a.all.length, b.all.length) < LEAST_SHINGLES) return null;
  return like.alike >= ALIKE || like.held >= HELD ? 'near' : null;
}

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
  const common = inBoth(a.all, b.all);
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
  return (like.alike >= ALIKE || like.held >= HELD) && !isFrame(a, b, like) ? 'near' : null;
}

/** Shingles in a sentence or two, which will speak of one thing that the headline names. In more one may be chance. */
const SENTENCES = 40;

/**
 * Whether the words that two texts share are what a page shows around any report (lists of tips, polls, notices, errors):
 * the texts have headlines of their own, and what they share speaks of neither. A report that was only given another
 * headline still speaks of what its first one named.
 */
function isFrame(a: Shingles, b: Shingles, { held }: Likeness): boolean {
  if (a.headline.length === 0 || b.headline.length === 0) return false;
  if (inBoth(a.headline, b.headline) === Math.min(a.headline.length, b.headline.length)) return false;
  const least = held * Math.min(a.all.length, b.all.length) < SENTENCES ? 1 : 2;
  return spokenOf(a, b) < least && spokenOf(b, a) < least;
}

/** How many things that the headline of one names the prose of both speaks of. */
const spokenOf = ({ about }: Shingles, { all }: Shingles): number =>
  about.reduce((spoken, holding) => spoken + (inBoth(holding, all) > 0 ? 1 : 0), 0);

/** How many numbers stand in both of two ascending lists. */
function inBoth(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}

// Readings in, all that can be made of them without the record out: made before a writer takes it, so that none waits for that.
import type { Reading } from '../reading/schema.ts';
import { claimsOf, type ReadClaims } from '../record/claims-of.ts';
import { bandsOf } from '../record/copies/bands.ts';
import { type Shingles, shinglesOf } from '../record/copies/shingles.ts';
import { happeningsAsDecided, type SettledPairs } from '../record/incident/incident-index.ts';
import { factsOf } from '../record/incident/story.ts';
import { sourceIdentity } from '../record/source-identity.ts';

/** What the words of a report are told by. */
export interface Wording {
  readonly shingles: Shingles;
  /** Distinct; empty for a text too short to compare. */
  readonly bands: readonly number[];
}

export interface Prepared extends ReadClaims {
  readonly reading: Reading;
  readonly identity: string | null;
  readonly wording: Wording;
}

export function wordingOf(text: string, title: string | null): Wording {
  const shingles = shinglesOf(text, title);
  return { shingles, bands: [...new Set(bandsOf(shingles))] };
}

/** What a reading is compared by with others, which stays with it: `prepare` for one that nobody can have decided upon yet. */
export function prepareToCompare(reading: Reading): void {
  factsOf(reading);
  happeningsAsDecided(reading, NOTHING_SETTLED);
}

const NOTHING_SETTLED: SettledPairs = new Map();

/** Checks every quote: throws EvidenceError for words that the text does not have. */
export function prepare(reading: Reading): Prepared {
  const { text, title, url } = reading.report;
  return { reading, identity: sourceIdentity(url), wording: wordingOf(text, title), ...claimsOf(reading) };
}

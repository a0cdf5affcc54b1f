// Readings in, all that can be made of them without the record out: made before a writer takes it, so that none waits for that.
import type { Reading } from '../reading/schema.ts';
import { type Facets, facetsOf } from '../record/claim.ts';
import { claimsOf, type ReadClaims } from '../record/claims-of.ts';
import { bandsOf } from '../record/copies/bands.ts';
import { type Shingles, shinglesOf } from '../record/copies/shingles.ts';
import { contentOf } from '../record/fold.ts';
import type { Happening } from '../record/incident/happening.ts';
import { happeningsAsDecided, rememberHappenings, type SettledPairs } from '../record/incident/incident-index.ts';
import { type Facts, factsOf, rememberFacts } from '../record/incident/story.ts';
import { sourceIdentity } from '../record/source-identity.ts';
import { lengthOf, textHash } from './report-columns.ts';
import { searchWords } from './search-words.ts';
import { rememberTold, type Told, toldOf } from './told.ts';
import { writtenReading } from './written-reading.ts';

/** What the words of a report are told by. */
export interface Wording {
  readonly shingles: Shingles;
  /** Distinct; empty for a text too short to compare. */
  readonly bands: readonly number[];
}

/** What a claim's rows hold while nobody has decided upon it. */
export interface ClaimParts {
  readonly content: string;
  readonly facets: Facets;
  /** JSON. */
  readonly fields: string;
  /** For the search index; null for kinds that are not searched. */
  readonly words: string | null;
}

export interface Prepared extends ReadClaims {
  readonly reading: Reading;
  readonly identity: string | null;
  readonly wording: Wording;
  /** Of each claim, in the order of the claims. */
  readonly parts: readonly ClaimParts[];
}

/** A reading with all that is written of it: plain data, which a thread that reads hands on. */
export interface Ready extends Prepared {
  /** SHA-256 of the text, and its code points. */
  readonly hash: string;
  readonly length: number;
  /** Title and text for the search index. */
  readonly prose: string;
  /** The reading without its report, and how many claims of each kind it has: JSON. */
  readonly body: string;
  readonly counts: string;
  /** What it is compared by with others, as long as nobody has decided upon it. */
  readonly facts: Facts;
  readonly happenings: readonly Happening[];
  readonly told: Told;
}

export function wordingOf(text: string, title: string | null): Wording {
  const shingles = shinglesOf(text, title);
  return { shingles, bands: [...new Set(bandsOf(shingles))] };
}

const NOTHING_SETTLED: SettledPairs = new Map();

/** Checks every quote: throws EvidenceError for words that the text does not have. */
export function prepare(reading: Reading): Prepared {
  const { text, title, url } = reading.report;
  const read = claimsOf(reading);
  const parts = read.claims.map((claim): ClaimParts => {
    const { kind, fields } = claim;
    const searched = kind === 'event' || kind === 'statement' || kind === 'figure';
    const written = JSON.stringify(fields);
    return {
      content: contentOf(claim, written),
      facets: facetsOf(kind, fields),
      fields: written,
      words: searched ? searchWords(claim) : null,
    };
  });
  return { reading, identity: sourceIdentity(url), wording: wordingOf(text, title), ...read, parts };
}

/** Title and text as the search index takes them. */
export const proseOf = ({ title, text }: { readonly title: string | null; readonly text: string }): string =>
  searchWords(`${title ?? ''}\n${text}`);

/** All that is written of a reading; `body` where it is at hand. Throws EvidenceError as `prepare` does. */
export function makeReady(reading: Reading, body = writtenReading(reading).body): Ready {
  const { report, events, statements, figures, times, places, unread } = reading;
  const lists = { events, statements, figures, times, places, unread };
  const prepared = prepare(reading);
  const happenings = happeningsAsDecided(reading, NOTHING_SETTLED);
  return {
    ...prepared,
    hash: textHash(report.text),
    length: lengthOf(report.text),
    prose: proseOf(report),
    body,
    counts: JSON.stringify(Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, list.length]))),
    facts: factsOf(reading),
    happenings,
    told: toldOf(reading, happenings),
  };
}

/** What a thread has made ready stays with the reading, as if it had been made here. */
export function adopt(ready: Ready): Ready {
  const { reading, facts, happenings, told } = ready;
  rememberFacts(reading, facts);
  rememberHappenings(reading, happenings);
  rememberTold(happenings, told);
  return ready;
}

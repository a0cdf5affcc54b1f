// What a claim is: one thing that one report says, with the words that say it; the rows of the record.
import type { Evidence } from './evidence.ts';

export const CLAIM_KINDS = ['event', 'statement', 'figure', 'time', 'place', 'actor'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Who takes part in a claim, and as what. */
export interface Party {
  readonly role: 'actor' | 'recipient' | 'speaker' | 'addressee' | 'named';
  /** An actor of the record, by `actorId`. */
  readonly actor: string;
}

/** A time as claims hold it: the reading's value with the days that it covers. */
export interface ClaimTime {
  readonly value: string | null;
  readonly interval: readonly [string, string] | null;
  readonly words: string;
}

/** A claim's values by name. References point to actors, places and claims of the record, never into one reading. */
export type Fields = Readonly<Record<string, unknown>>;

/** One thing that one report says, as one reader understood it, or as somebody added it from selected words. */
export interface Claim {
  /**
   * `<report>.<letter><start>-<end>`: kind and first words. A newer reader that finds the same thing in the same words
   * gives the same id, so that decisions stay with it. A second claim on the same words ends in `.2`; one that
   * somebody added in `.d<decision>`.
   */
  readonly id: string;
  readonly report: string;
  /** Version of the reader; null for a claim that somebody added. */
  readonly reader: string | null;
  readonly kind: ClaimKind;
  readonly fields: Fields;
  /** Never empty: no claim without words. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** What lists filter and sort by; all of it follows from the fields. */
export interface Facets {
  /** PLOVER type of an event, act of a statement, measure of a figure, type of a time, precision of a place. */
  readonly type: string;
  readonly parties: readonly Party[];
  /** A place of the record. */
  readonly place: string | null;
  /** First and last day, ISO; null when the words name none. */
  readonly days: readonly [string, string] | null;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What lists filter by, from the fields alone, so that an edited field moves the claim. */
export function facetsOf(kind: ClaimKind, fields: Fields): Facets {
  const roles: readonly (readonly [Party['role'], string])[] =
    kind === 'event'
      ? [
          ['actor', 'actors'],
          ['recipient', 'recipients'],
        ]
      : kind === 'statement'
        ? [
            ['speaker', 'speaker'],
            ['addressee', 'addressee'],
          ]
        : kind === 'actor'
          ? [['named', 'actor']]
          : [];
  return {
    type: typeOf(kind, fields),
    parties: roles.flatMap(([role, field]) => [...new Set(strings(fields[field]))].map((actor) => ({ role, actor }))),
    place: text(fields['place']),
    days: daysOf(kind === 'time' ? fields : fields['time']),
  };
}

function typeOf(kind: ClaimKind, fields: Fields): string {
  switch (kind) {
    case 'statement':
      return text(fields['act']) ?? 'say';
    case 'figure':
      return text(fields['measure']) ?? 'other';
    case 'place':
      return text(fields['precision']) ?? 'unknown';
    case 'actor':
      return text(fields['kind']) ?? 'unknown';
    default:
      return text(fields['type']) ?? 'unknown';
  }
}

/** The first and last day of a time's `interval`. */
function daysOf(time: unknown): readonly [string, string] | null {
  const interval = (time as ClaimTime | null | undefined)?.interval;
  const [from, to] = Array.isArray(interval) ? (interval as readonly unknown[]) : [];
  return typeof from === 'string' && typeof to === 'string' ? [from, to] : null;
}

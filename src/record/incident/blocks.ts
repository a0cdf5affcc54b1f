// Happenings in, what two that are one must share out: keys by which they find each other, and whether two are compared at all.
import { dayOf } from './day.ts';
import type { Compared } from './likeness.ts';
import { hash } from './signature.ts';

/** Longest window, in days, whose days are looked up one by one. */
const SHORT = 10;
/** Days of a long window that are looked up; places and parties of a happening that are. */
const LONGEST = 400;
const MOST_SPOTS = 20;

/** Days since 1970 that a happening is looked for by; `long` when they are many. Null when it has none. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly long: boolean;
}

function spanOf({ window, published }: Compared): Span | null {
  const from = window ? window[0] : dayOf(published);
  const to = window ? Math.min(window[1], window[0] + LONGEST) : from;
  return from === null || to === null ? null : { from, to, long: !window || to - from > SHORT };
}

function spotsOf({ where, around, actors, recipients }: Compared): string[] {
  return [
    ...new Set<string>([...(where ? [where.key, where.printed] : []), ...around, ...actors, ...recipients]),
  ].slice(0, MOST_SPOTS);
}

const firstWeek = (day: number): number => Math.floor((day - 1) / 7);
const lastWeek = (day: number): number => Math.floor((day + 1) / 7);

/** A happening with what decides whether it is compared with another, worked out once. */
export class Block {
  readonly family: string;
  readonly span: Span | null;
  readonly #of: Compared;
  #spots: ReadonlySet<string> | null = null;
  #hashes: Int32Array | null = null;

  constructor(happening: Compared) {
    this.family = happening.family;
    this.span = spanOf(happening);
    this.#of = happening;
  }

  /** Most pairs are told apart by family and days. */
  get spots(): ReadonlySet<string> {
    this.#spots ??= new Set(spotsOf(this.#of));
    return this.#spots;
  }

  /** Hashes of the spots in rising order: two that share none share no spot. */
  get hashes(): Int32Array {
    this.#hashes ??= Int32Array.from(this.spots, hash).sort();
    return this.#hashes;
  }
}

export const blockOf = (happening: Compared): Block => new Block(happening);

/**
 * Whether two happenings are compared: they are of one family, share a place or a party, and a day or one beside it; where
 * one lasts for long, a week.
 */
export function meet(a: Block, b: Block): boolean {
  if (a.family !== b.family) return false;
  if (a.span === null || b.span === null) {
    if (a.span !== b.span) return false;
  } else if (a.span.long || b.span.long) {
    if (firstWeek(a.span.from) > lastWeek(b.span.to) || firstWeek(b.span.from) > lastWeek(a.span.to)) return false;
  } else if (a.span.from - 1 > b.span.to || b.span.from - 1 > a.span.to) return false;
  const x = a.hashes;
  const y = b.hashes;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const left = x[i] as number;
    const right = y[j] as number;
    if (left === right) return sharesSpot(a, b);
    if (left < right) i++;
    else j++;
  }
  return false;
}

function sharesSpot(a: Block, b: Block): boolean {
  for (const spot of a.spots) if (b.spots.has(spot)) return true;
  return false;
}

/** Weeks of a season: what goes on for long is looked for by it. */
const SEASON = 9;
/** What a stretch of time in a key is; two of four, so that they stand beside each other in two bits. */
const WEEK = 0;
const SHORT_SEASON = 1;
const LONG_SEASON = 2;
const NEVER = 3;

/** A hash and a stretch of time as one whole number below 2^53; weeks 2,500 years apart may share one. */
export const timedKey = (hashed: number, time: number, kind: number = WEEK): number =>
  (hashed >>> 0) * 0x200000 + (((time + 0x20000) & 0x3ffff) << 2) + kind;

/** The key of what has no day. */
export const untimedKey = (hashed: number): number => timedKey(hashed, 0, NEVER);

/**
 * Keys by which happenings that may meet are found: a place or party with a week, for what lasts for long with a season.
 * Two that meet share one that the one seeks and the other keeps; many that share one do not meet.
 */
export function keysOf({ hashes, span }: Block): { readonly kept: number[]; readonly sought: number[] } {
  if (span === null) {
    const never = Array.from(hashes, untimedKey);
    return { kept: never, sought: never };
  }
  const first = firstWeek(span.from);
  const last = lastWeek(span.to);
  const put = (keys: number[], kind: number, from: number, to: number) => {
    for (let time = from; time <= to; time++) for (const hashed of hashes) keys.push(timedKey(hashed, time, kind));
  };
  const seasons: [number, number] = [Math.floor(first / SEASON), Math.floor(last / SEASON)];
  const kept: number[] = [];
  const sought: number[] = [];
  if (span.long) {
    put(kept, LONG_SEASON, ...seasons);
    put(sought, LONG_SEASON, ...seasons);
    put(sought, SHORT_SEASON, ...seasons);
  } else {
    put(kept, WEEK, first, last);
    put(kept, SHORT_SEASON, ...seasons);
    put(sought, WEEK, first, last);
    put(sought, LONG_SEASON, ...seasons);
  }
  return { kept, sought };
}

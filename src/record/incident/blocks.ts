// Happenings in, what two that are one must share out: keys by which they find each other, and whether two can be one at all.
import { dayOf } from './day.ts';
import type { Compared } from './likeness.ts';

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

/**
 * What two happenings that are one share at least one of: family and day (or week), with a place or a party. Those whose
 * window is short are kept by day and by week, so that long ones find them by week and other short ones by day.
 */
export function keysOf(happening: Compared): { kept: string[]; sought: string[] } {
  const { family } = happening;
  const spots = spotsOf(happening);
  const span = spanOf(happening);
  const keys = (letter: string, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${family}|${letter}${first + i}`).flatMap((time) =>
      spots.map((spot) => `${time}|${spot}`),
    );
  if (span === null) {
    const never = keys('never', 0, 0);
    return { kept: never, sought: never };
  }
  const { from, to, long } = span;
  const weeks = (letter: string) => keys(letter, firstWeek(from), lastWeek(to));
  if (long) return { kept: weeks('long'), sought: [...weeks('long'), ...weeks('short')] };
  return {
    kept: [...keys('day', from, to), ...weeks('short')],
    sought: [...keys('day', from - 1, to + 1), ...weeks('long')],
  };
}

/** A happening with what decides whether it is compared with another, worked out once. */
export interface Block {
  readonly family: string;
  readonly spots: ReadonlySet<string>;
  readonly span: Span | null;
}

export const blockOf = (happening: Compared): Block => ({
  family: happening.family,
  spots: new Set(spotsOf(happening)),
  span: spanOf(happening),
});

/** Whether two happenings share a key: what `keysOf` gives for the one is found by what it gives for the other. */
export function meet(a: Block, b: Block): boolean {
  if (a.family !== b.family) return false;
  if (a.span === null || b.span === null) {
    if (a.span !== b.span) return false;
  } else if (a.span.long || b.span.long) {
    if (firstWeek(a.span.from) > lastWeek(b.span.to) || firstWeek(b.span.from) > lastWeek(a.span.to)) return false;
  } else if (a.span.from - 1 > b.span.to || b.span.from - 1 > a.span.to) return false;
  for (const spot of a.spots) if (b.spots.has(spot)) return true;
  return false;
}

/** Weeks of a season: what goes on for long is looked for by it. */
const SEASON = 9;

/**
 * The same more coarsely and in fewer keys, for an index that lasts: spot and week, for long windows spot and season,
 * whatever the family. Two that meet share one that the one seeks and the other keeps.
 */
export function coarseKeysOf({ spots, span }: Block): { kept: string[]; sought: string[] } {
  const keys = (letter: string, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${letter}${first + i}`).flatMap((time) =>
      [...spots].map((spot) => `${time}|${spot}`),
    );
  if (span === null) {
    const never = keys('never', 0, 0);
    return { kept: never, sought: never };
  }
  const [first, last] = [firstWeek(span.from), lastWeek(span.to)];
  const seasons = (letter: string) => keys(letter, Math.floor(first / SEASON), Math.floor(last / SEASON));
  if (span.long) return { kept: seasons('long'), sought: [...seasons('long'), ...seasons('short')] };
  return {
    kept: [...keys('week', first, last), ...seasons('short')],
    sought: [...keys('week', first, last), ...seasons('long')],
  };
}

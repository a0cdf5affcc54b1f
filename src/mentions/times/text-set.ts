// What a text has named so far in, the day, month, year or quarter that later words count from out.
import { calendarDay, parseDay } from './calendar.ts';
import { YEAR_BEFORE } from './duration.ts';
import type { Direction, Match, Scan } from './scan.ts';
import { FIGURE, REFERENCE, WEEKDAY } from './word-index.ts';

/** The last single day, month, year and quarter that the text has named, with the sentences they stand in. */
export interface TextSet {
  day: number | null;
  daySentence: number;
  /** Years times four plus the quarter, 0 to 3. */
  quarter: number | null;
  quarterSentence: number;
  year: number | null;
  /** Month of that year, 1 to 12, where it was named. */
  month: number | null;
  yearSentence: number;
  /** Token with which the words of that year begin. */
  yearAt: number;
  /** A year that a history named only once, far from the year told last. */
  aside: number;
  /** True where the words named that year. */
  stated: boolean;
}

export const nothingSet = (): TextSet => ({
  day: null,
  daySentence: -1,
  quarter: null,
  quarterSentence: -1,
  year: null,
  month: null,
  yearSentence: -1,
  yearAt: -1,
  aside: -1000,
  stated: false,
});

/** Sentences over which what a report has set is still meant. */
const REACH = 2;

const since = ({ parsed }: Scan, at: number, sentence: number): number =>
  (parsed.text.tokens.sentence[at] ?? 0) - sentence;

/** The day that the text set in this sentence or the two before; null where it set none. */
export const daySet = (scan: Scan, at: number): number | null =>
  scan.set.day !== null && since(scan, at, scan.set.daySentence) <= REACH ? scan.set.day : null;

/** The quarter that the text set in this sentence or the ones shortly before. */
export const quarterSet = (scan: Scan, at: number): number | null =>
  scan.set.quarter !== null && since(scan, at, scan.set.quarterSentence) <= 2 * REACH ? scan.set.quarter : null;

/** The year that the text set, and the month where it set one: in a history for good, in a report for a few sentences. */
export function yearSet(scan: Scan, at: number): { year: number; month: number | null } | null {
  const { year, month, yearSentence } = scan.set;
  if (year === null || !(scan.narrative || since(scan, at, yearSentence) <= REACH)) return null;
  return { year, month };
}

/**
 * The year of a month that names none, from what the text has set: in a history the year told last, or the next one
 * where the month would go far back; in a report only the year that the same sentence named. Null leaves it to publication.
 */
export function carriedYear(scan: Scan, at: number, month: number, direction: Direction | null): number | null {
  const { set, narrative, today } = scan;
  if (set.year === null) return null;
  if (!narrative) {
    if (!set.stated || set.month === null || direction === 'future') return null;
    if (since(scan, at, set.yearSentence) > 0 || at - set.yearAt > CLOSE) return null;
    if (today !== null && set.year >= calendarDay(today).year - 1) return null;
  }
  return set.month !== null && set.month - month > BACK ? set.year + 1 : set.year;
}

/** Words within which a report goes on in the year that it named: “taken in June 2014 and freed in August”. */
const CLOSE = 15;

/** Months that a history may go back without naming the year. */
const BACK = 8;

/** Keeps the day, month, year or quarter that a time names, for what is counted from it later. */
export function remember(scan: Scan, match: Match, at: number): void {
  const { set, parsed, today, narrative } = scan;
  const { type, value, interval, why, basis } = match;
  // what is counted from publication is not part of the history that is told
  if (narrative && basis === 'implied' && !match.told) return;
  const sentence = parsed.text.tokens.sentence[at] ?? 0;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  // “a year earlier” compares; what follows goes on about the quarter itself
  if (quarter && why === YEAR_BEFORE) return;
  if (quarter) {
    set.quarter = Number(quarter[1]) * 4 + Number(quarter[2]) - 1;
    set.quarterSentence = sentence;
    return;
  }
  if ((type !== 'DATE' && type !== 'TIME') || interval === null) return;
  const first = parseDay(interval[0]);
  // “today” sets nothing that another day could be counted from: that is what publication does
  if (first === null || first === today) return;
  const day = interval[0] === interval[1];
  if (day) {
    set.day = first;
    set.daySentence = sentence;
  }
  const { year, month } = calendarDay(first);
  if (interval[1].slice(0, 4) !== interval[0].slice(0, 4)) return;
  // a history looks back or ahead for a moment: “as in 1813”; a second mention shows that it has moved on
  if (narrative && set.year !== null && Math.abs(year - set.year) > LEAP && Math.abs(year - set.aside) > LEAP) {
    set.aside = year;
    return;
  }
  set.year = year;
  set.month = day || /^\d{4}-\d\d$/.test(value) ? month : null;
  set.yearSentence = sentence;
  set.yearAt = at;
  set.stated = basis === 'stated';
}

/** Years over which a history goes on without a break. */
const LEAP = 12;

/** Far years that a text must name before it is read as a history. */
const MANY = 6;

/**
 * Whether a text is told as a history: it names years far from publication, much oftener than this year, days of the week or words
 * counted from publication. There a month without a year belongs to the year told last.
 */
export function isNarrative({ parsed, bits, today, length }: Scan): boolean {
  const { text } = parsed.text.report;
  const { start, end } = parsed.text.tokens;
  const now = today === null ? null : calendarDay(today).year;
  let far = 0;
  let near = 0;
  for (let i = 0; i < length; i++) {
    const bit = bits[i] as number;
    if ((bit & (WEEKDAY | REFERENCE)) !== 0) near++;
    else if ((bit & FIGURE) !== 0 && (end[i] as number) - (start[i] as number) === 4) {
      const first = text.charCodeAt(start[i] as number);
      if (first !== 49 && first !== 50) continue;
      const year = Number(text.slice(start[i], end[i]));
      if (!(year >= 1500 && year <= 2100)) continue;
      if (now !== null && Math.abs(year - now) <= 1) near++;
      else far++;
    }
  }
  return far >= MANY && far > 4 * near;
}

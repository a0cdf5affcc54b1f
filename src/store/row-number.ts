// A day and a count in, one whole number out that sorts by the day: the key of claims, so that every index is a list by day.

/** Rows of one record; with the day above them they stay within the 53 bits that JavaScript counts exactly. */
const VERSIONS = 2 ** 31;
const MILLISECONDS = 86_400_000;
/** Days from 0000-01-01 to 1970-01-01. */
const EPOCH = 719_528;

/** `day` is ISO; null sorts before all days. */
export function rowOf(day: string | null, version: number): number {
  return dayNumber(day) * VERSIONS + version;
}

/** The day of a row, ISO; null for one that has none. */
export function dayOfRow(row: number): string | null {
  const day = Math.floor(row / VERSIONS);
  return day === 0 ? null : new Date((day - EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}

/** The least row of a day: `row >= firstRowOf(day)` are that day and later. */
export const firstRowOf = (day: string): number => dayNumber(day) * VERSIONS;

/** The least row of the day after. */
export const firstRowAfter = (day: string): number => (dayNumber(day) + 1) * VERSIONS;

/** Claims of one report are of few days. */
let last: { readonly day: string; readonly number: number } = { day: '', number: 0 };

function dayNumber(day: string | null): number {
  if (day === null) return 0;
  if (day !== last.day) last = { day, number: countDays(day) };
  return last.number;
}

function countDays(day: string): number {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === '') return 0;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return Math.max(0, at.getTime() / MILLISECONDS + EPOCH);
}

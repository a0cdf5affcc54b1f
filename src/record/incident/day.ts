// ISO dates in, days since 1970 out, and back: days are what windows of time are counted in.

/** Days since 1970-01-01 of `2025-04-24` or `2025-04-24T…`; null for null and for what is no date. */
export function dayOf(date: string | null): number | null {
  const found = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!found) return null;
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return Number.isFinite(at) ? at / 86_400_000 : null;
}

/** `2025-04-24` of a number of days since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

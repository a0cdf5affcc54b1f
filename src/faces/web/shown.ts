// Values in, what people read out: days that nobody can misread, ranges, names.
import type { IncidentRow } from './api.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date or date-time as `24 Apr 2025`, `24 Apr 2025 07:31 UTC`. */
export function shownDate(iso: string | null): string {
  if (iso === null) return 'no date';
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day, clock, zone] = parts;
  const date = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return clock ? `${date} ${clock}${zone ? (zone === 'Z' ? ' UTC' : ` UTC${zone}`) : ''}` : date;
}

export const namesOf = (list: readonly { name: string }[]): string =>
  list.length === 0 ? '—' : list.map(({ name }) => name).join(', ');

export function shownDays(when: IncidentRow['when']): string {
  if (when === null) return 'day unknown';
  const days = when.from === when.to ? shownDate(when.from) : `${shownDate(when.from)} – ${shownDate(when.to)}`;
  return when.stated ? days : `about ${days}`;
}

/** "9", "9–14 (12)", "≥ 12", "≤ 14", "about 12": low, best and high as people write them; what nobody bounds has no bound. */
export function shownRange(one: { low: number | null; best: number | null; high: number | null } | null): string {
  if (one === null) return '';
  const { low, best, high } = one;
  if (low === null && high === null) return best === null ? '' : `about ${best}`;
  if (high === null) return `≥ ${low}`;
  if (low === null) return `≤ ${high}`;
  const range = low === high ? String(high) : `${low}–${high}`;
  return best === null || best === low || best === high ? range : `${range} (${best})`;
}

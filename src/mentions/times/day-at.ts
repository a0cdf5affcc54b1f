// A place behind a clock time in, the day that stands there out: “10 p.m. Wednesday”, “noon on Thursday”, “5 p.m. EST, Nov. 6”.
import { calendarDate } from './calendar-date.ts';
import type { Match, Scan } from './scan.ts';
import { weekdayName } from './weekday-name.ts';

/** A day of the week or a date at `at`, past “on” or a comma; null where no single day stands there. */
export function dayAt(scan: Scan, at: number): Match | null {
  const { words } = scan;
  // “10:35 a.m. (0735 GMT) Friday”
  if (words[at] === '(' && words[at + 3] === ')') return dayAt(scan, at + 4);
  const on = words[at] === 'on' ? 1 : 0;
  const comma = words[at] === ',' ? 1 : 0;
  const from = at + on + comma;
  if (/^(?:last|next|this|the|coming)$/.test(words[from] ?? '')) return null;
  const match = (comma ? null : weekdayName(scan, from)) ?? calendarDate(scan, from);
  return match && match.type === 'DATE' && /^[\dX]{4}-(?:[\dX]{2}-\d{2}|WXX-\d)$/.test(match.value) ? match : null;
}

// A part of a day with its date in, one time out: `the night of May 13`, `the early hours of Tuesday`, `mid-afternoon`.
import { isoDay, parseDay } from './calendar.ts';
import { calendarDate } from './calendar-date.ts';
import { dayPart } from './day-part.ts';
import { reference } from './reference.ts';
import type { Match, Rule, Scan } from './scan.ts';
import { weekdayName } from './weekday-name.ts';

export const partOfDay: Rule = (scan, at) => {
  const { words, today } = scan;
  const mid = /^mid-(morning|afternoon)$/.exec(words[at] ?? '')?.[1];
  const apart = words[at] === 'mid' && /^(?:morning|afternoon)$/.test(words[at + 1] ?? '') ? words[at + 1] : undefined;
  if (mid || apart) {
    const end = at + (apart ? 2 : 1);
    const part = dayPart(mid ?? apart) ?? '';
    const on = words[end] === 'on' ? 1 : 0;
    const day = singleDay(scan, end + on);
    if (day) return { ...day, type: 'TIME', value: `${day.value}T${part}` };
    if (today === null) return null;
    const iso = isoDay(today);
    return {
      end,
      type: 'TIME',
      value: `${iso}T${part}`,
      interval: [iso, iso],
      basis: 'implied',
      why: 'on the day of publication',
    };
  }
  let k = at;
  if (words[k] === 'early' || words[k] === 'late') k += words[k + 1] === 'in' || words[k + 1] === 'on' ? 2 : 1;
  if (words[k] === 'the') k++;
  else if (k === at) return null;
  if (/^(?:early|late|predawn|pre-dawn|small|wee)$/.test(words[k] ?? '')) k++;
  let part = dayPart(words[k]);
  if (part) {
    if ((words[k] ?? '').endsWith('s')) return null;
    k++;
    if (words[k] === 'hours') k++;
  } else if (words[k] === 'hours' && /^(?:early|small|wee|predawn|pre-dawn)$/.test(words[k - 1] ?? '')) {
    part = 'MO';
    k++;
  }
  if (!part || (words[k] !== 'of' && !(part === 'NI' && words[k] === 'from'))) return null;
  const night = part === 'NI' ? nightBetween(scan, k + 1) : null;
  if (night || words[k] === 'from') return night;
  const day = singleDay(scan, k + 1);
  if (!day) return null;
  // “the early hours of Tuesday morning” has its part already
  return { ...day, type: 'TIME', value: `${day.value}T${part}` };
};

const JOINT = /^(?:to|and|into|[-–—])$/;

/**
 * The night between two days: “the night of 2 to 3 March”, “the night of March 2-3”, “the night from Monday to Tuesday”.
 * Null where none begins at `at`, or where the second day is not the next.
 */
function nightBetween(scan: Scan, at: number): Match | null {
  const { words } = scan;
  if (!JOINT.test(words[at + 1] ?? '') && !JOINT.test(words[at + 2] ?? '')) return null;
  // the month stands behind the second day, behind the first, or with both
  const [, first] = JOINT.test(words[at + 1] ?? '') ? (/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[at] ?? '') ?? []) : [];
  let one: Match | null = null;
  let behind = at + 1;
  if (first === undefined) {
    one = singleDay(scan, at);
    if (!one?.interval) return null;
    behind = one.end;
  }
  if (!JOINT.test(words[behind] ?? '')) return null;
  const [, second] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[behind + 1] ?? '') ?? [];
  const two = singleDay(scan, behind + 1);
  const end = two?.end ?? (second === undefined ? null : behind + 2);
  const start = parseDay(one?.interval?.[0] ?? null) ?? (parseDay(two?.interval?.[0] ?? null) ?? Number.NaN) - 1;
  if (end === null || !Number.isFinite(start)) return null;
  const [from, to] = [isoDay(start), isoDay(start + 1)];
  if (two?.interval && two.interval[0] !== to) return null;
  if (second !== undefined && !two && Number(to.slice(8)) !== Number(second)) return null;
  if (first !== undefined && Number(from.slice(8)) !== Number(first)) return null;
  const { basis, why } = one ?? (two as Match);
  return {
    end,
    type: 'TIME',
    value: `${from}TNI`,
    interval: [from, to],
    basis,
    why: `${why}; the night between two days`,
  };
}

/** A day of the week, a date or “yesterday” at `at`; null where no single day stands there. */
function singleDay(scan: Scan, at: number): Match | null {
  const match = weekdayName(scan, at) ?? calendarDate(scan, at) ?? reference(scan, at);
  if (!match) return null;
  // “the early hours of Tuesday morning”
  const value = match.value.replace(/T(?:MO|AF|EV|NI)$/, '');
  return /^[\dX]{4}-(?:[\dX]{2}-\d{2}|WXX-\d)$/.test(value) ? { ...match, value } : null;
}

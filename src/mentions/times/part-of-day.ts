// A part of a day with its date in, one time out: `the night of May 13`, `the early hours of Tuesday`, `mid-afternoon`.
import { isoDay } from './calendar.ts';
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
  if (!part || words[k] !== 'of') return null;
  const day = singleDay(scan, k + 1);
  if (!day) return null;
  // “the early hours of Tuesday morning” has its part already
  return { ...day, type: 'TIME', value: `${day.value}T${part}` };
};

/** A day of the week, a date or “yesterday” at `at`; null where no single day stands there. */
function singleDay(scan: Scan, at: number): Match | null {
  const match = weekdayName(scan, at) ?? calendarDate(scan, at) ?? reference(scan, at);
  if (!match) return null;
  // “the early hours of Tuesday morning”
  const value = match.value.replace(/T(?:MO|AF|EV|NI)$/, '');
  return /^[\dX]{4}-(?:[\dX]{2}-\d{2}|WXX-\d)$/.test(value) ? { ...match, value } : null;
}

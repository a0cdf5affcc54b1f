// A clock time in, a time of the day of publication out: `10:30 a.m.`, `5 p.m.`, `21:40`.
import { isoDay } from './calendar.ts';
import { dayAt } from './day-at.ts';
import type { Rule } from './scan.ts';

/** How a clock time is told that names no day. */
export const CLOCK_ALONE = 'the clock time on the day of publication';

export const clock: Rule = (scan, at) => {
  const { words, today } = scan;
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(words[at] ?? '');
  if (!parts) return null;
  let hour = Number(parts[1]);
  const minute = parts[2] ?? '00';
  if (hour > 24 || Number(minute) > 59) return null;
  let end = at + 1;
  const half = (words[end] ?? '').replaceAll('.', '');
  if (half === 'am' || half === 'pm') {
    if (hour > 12 || hour === 0) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    end++;
  } else if (words[end] === "o'clock" || words[end] === 'hours') {
    if (words[end] === 'hours' && (parts[1]?.length !== 2 || parts[2] === undefined)) return null;
    end++;
  } else if (parts[2] === undefined || !(words[at] ?? '').includes(':')) return null;
  // a score or a ratio: “won 21:14”
  else if (!/^(?:at|around|about|by|until|till|from|to|since|after|before|past|-|,|\()$/.test(words[at - 1] ?? ','))
    return null;
  if (/^(?:gmt|utc|est|edt|pst|pdt|cet|eet|bst)$/.test(words[end] ?? '')) end++;
  const day = dayAt(scan, end);
  const time = `T${String(hour).padStart(2, '0')}:${minute}`;
  if (day) return { ...day, type: 'TIME', value: `${day.value}${time}` };
  if (today === null)
    return {
      end,
      type: 'TIME',
      value: `XXXX-XX-XX${time}`,
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'a clock time, and the publication date unknown',
    };
  return {
    end,
    type: 'TIME',
    value: `${isoDay(today)}${time}`,
    interval: [isoDay(today), isoDay(today)],
    basis: 'implied',
    why: CLOCK_ALONE,
  };
};

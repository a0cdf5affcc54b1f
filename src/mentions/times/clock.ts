// A clock time in, a time of the day of publication out: `10:30 a.m.`, `5pm`, `21:40`, `0735 GMT`.
import { isoDay } from './calendar.ts';
import { dayAt } from './day-at.ts';
import type { Match, Rule } from './scan.ts';

/** How a clock time is told that names no day. */
export const CLOCK_ALONE = 'the clock time on the day of publication';

/** Zones by their letters, with their difference from UTC in minutes. */
const ZONES: Readonly<Record<string, string>> = {
  gmt: 'UTC',
  utc: 'UTC',
  bst: 'UTC+1',
  cet: 'UTC+1',
  cest: 'UTC+2',
  eet: 'UTC+2',
  eest: 'UTC+3',
  msk: 'UTC+3',
  est: 'UTC-5',
  edt: 'UTC-4',
  cst: 'UTC-6',
  cdt: 'UTC-5',
  mst: 'UTC-7',
  mdt: 'UTC-6',
  pst: 'UTC-8',
  pdt: 'UTC-7',
  ist: 'UTC+5:30 or UTC+2',
};

export const clock: Rule = (scan, at) => {
  const { words, today } = scan;
  const found = hourAt(words, at);
  if (!found) return null;
  let { end } = found;
  const zone = zoneAt(words, end);
  if (zone) end = zone.end;
  // “0735 GMT” needs its zone: four digits by themselves may be a year
  if (found.bare && !zone) return null;
  const day = dayAt(scan, end);
  const time = `T${found.time}`;
  const told = zone ? `; the zone is ${zone.name}` : '';
  if (day) return { ...day, type: 'TIME', value: `${day.value}${time}`, why: `${day.why}${told}` };
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
  const iso = isoDay(today);
  const match: Match = {
    end,
    type: 'TIME',
    value: `${iso}${time}`,
    interval: [iso, iso],
    basis: 'implied',
    why: `${CLOCK_ALONE}${told}`,
  };
  return match;
};

/** The hour and minute that stand at `at`; `bare` where only a zone can make a time of them. */
function hourAt(words: readonly string[], at: number): { time: string; end: number; bare: boolean } | null {
  const word = words[at] ?? '';
  const four = /^([01]\d|2[0-3])([0-5]\d)$/.exec(word);
  if (four) {
    const hours = words[at + 1] === 'hours' || words[at + 1] === 'hrs' ? 1 : 0;
    return { time: `${four[1]}:${four[2]}`, end: at + 1 + hours, bare: hours === 0 };
  }
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(word);
  if (!parts) return null;
  let hour = Number(parts[1]);
  const minute = parts[2] ?? '00';
  if (hour > 24 || Number(minute) > 59) return null;
  let end = at + 1;
  let half = halfAt(words, end);
  const joined = /^(?:to|and|-|–)$/.test(words[end] ?? '') && /^\d{1,2}(?:[:.]\d{2})?$/.test(words[end + 1] ?? '');
  if (half) {
    if (hour > 12 || hour === 0) return null;
    end++;
  } else if (joined && halfAt(words, end + 2) && /^(?:between|from|\()$/.test(words[at - 1] ?? '')) {
    // “between 9 and 11 p.m.”
    half = halfAt(words, end + 2);
    if (hour > 12 || hour === 0) return null;
  } else if (words[end] === "o'clock" || words[end] === 'hours') {
    if (words[end] === 'hours' && (parts[1]?.length !== 2 || parts[2] === undefined)) return null;
    end++;
  } else if (parts[2] === undefined || !(word.includes(':') || zoneAt(words, end))) return null;
  // a score or a ratio: “won 21:14”
  else if (
    !zoneAt(words, end) &&
    !/^(?:at|around|about|by|until|till|from|to|since|after|before|past|between|and|-|,|\()$/.test(words[at - 1] ?? ',')
  )
    return null;
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  return { time: `${String(hour).padStart(2, '0')}:${minute}`, end, bare: false };
}

function halfAt(words: readonly string[], at: number): 'am' | 'pm' | '' {
  const half = (words[at] ?? '').replaceAll('.', '');
  return half === 'am' || half === 'pm' ? half : '';
}

/** A zone at `at`, in brackets or not: `GMT`, `local time`, `Moscow time`, `(1930 GMT)`. */
function zoneAt(words: readonly string[], at: number): { end: number; name: string } | null {
  const word = words[at] ?? '';
  const known = ZONES[word];
  if (known !== undefined) return { end: at + 1, name: known };
  if (
    words[at + 1] === 'time' &&
    /^(?:local|eastern|pacific|central|moscow|kyiv|london|beijing|jerusalem|israel)$/.test(word)
  )
    return {
      end: at + 2,
      name: word === 'local' ? 'that of the place' : `that of ${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    };
  return null;
}

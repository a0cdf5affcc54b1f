// A unit of time with “the” or “that” in, the one that is running out: `that year`, `the end of the month`, `later in the day`, `year-end`.
import { tagOf } from '../../grammar/tree.ts';
import {
  calendarDay,
  dayNumber,
  daysInMonth,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  parseDay,
  weekday,
} from './calendar.ts';
import { calendarDate } from './calendar-date.ts';
import { period } from './duration.ts';
import type { Match, Rule, Scan } from './scan.ts';
import { daySet, yearSet } from './text-set.ts';
import { timeWords } from './words.ts';

const PARTS = /^(?:MO|AF|EV|NI)$/;

export const runningUnit: Rule = (scan, at) => {
  const { words } = scan;
  const word = words[at] ?? '';
  // “by year-end”, “around year end”, “by year’s end”
  if (word === 'year' || word === 'year-end') {
    const end = word === 'year-end' ? at + 1 : yearEnd(words, at);
    return end === 0 ? null : running(scan, at, 'Y', end, '');
  }
  if (/^(?:later|earlier)$/.test(word) && words[at + 1] === 'that')
    return unitAt(scan, at, at + 2, /^(?:[DMYW]|MO|AF|EV|NI)$/, true);
  if (/^(?:later|earlier|early|late)$/.test(word) && words[at + 1] === 'in' && words[at + 2] === 'the')
    return unitAt(scan, at, at + 3, /^(?:[DMYWQ]|10Y)$/);
  if (word !== 'the' && word !== 'that') return null;
  if (word === 'that') {
    // “that year”, but “he said that day after day …”
    if (tagOf(scan.parsed, at) !== 'DT' && !/^(?:[;:.,–—]|and|but|on|in|by|for|of|since)?$/.test(words[at - 1] ?? ''))
      return null;
    return unitAt(scan, at, at + 1, /^(?:[DMYW]|MO|AF|EV|NI)$/, true);
  }
  if (/^(?:end|beginning|start|middle|close|rest|remainder)$/.test(words[at + 1] ?? '') && words[at + 2] === 'of')
    return /^(?:the|this|that)$/.test(words[at + 3] ?? '') ? unitAt(scan, at, at + 4, /^(?:[MYWQ]|10Y|100Y)$/) : null;
  const fiscal = /^(?:fiscal|financial|school|academic|full|whole|entire)$/.test(words[at + 1] ?? '') ? 1 : 0;
  const unit = timeWords().units.get(words[at + 1 + fiscal] ?? '') ?? '';
  const singular = !(words[at + 1 + fiscal] ?? 's').endsWith('s');
  if (singular && /^[YMWQ]$/.test(unit)) {
    // “the year ended June 30”: a length of time that ends then
    if (/^(?:ended|ending)$/.test(words[at + 2 + fiscal] ?? '')) {
      const until = unit === 'Q' ? calendarDate(scan, at + 3 + fiscal)?.interval?.[1] : undefined;
      const last = until === undefined ? null : calendarDay(parseDay(until) ?? 0);
      if (last) {
        const quarter = Math.floor((last.month - 1) / 3);
        return {
          end: at + 2 + fiscal,
          type: 'DATE',
          value: `${isoYear(last.year)}-Q${quarter + 1}`,
          interval: [
            isoDay(dayNumber(last.year, quarter * 3 + 1, 1)),
            isoDay(dayNumber(last.year, quarter * 3 + 3, daysInMonth(last.year, quarter * 3 + 3))),
          ],
          basis: 'implied',
          why: 'the quarter that ends on the day named',
        };
      }
      return {
        end: at + 2 + fiscal,
        type: 'DURATION',
        value: period('1', unit),
        interval: null,
        basis: 'stated',
        why: 'a length of time',
      };
    }
    const before = words[at - 1] ?? '';
    const after = words[at + 2 + fiscal] ?? '';
    if (
      /^(?:for|during|throughout|of|in)$/.test(before) &&
      /^(?:[.,;)]|'s|as|and|but|by|from|to|at|was|were|is|with)$/.test(after) &&
      unit !== 'M'
    )
      return unitAt(
        scan,
        at,
        at + 1 + (fiscal && /^(?:full|whole|entire)$/.test(words[at + 1] ?? '') ? 1 : 0),
        /^[YW]$/,
      );
  }
  // “in the morning”, where the text has just named the day
  const before = words[at - 1] ?? '';
  if (
    /^(?:in|during|by|throughout)$/.test(before) &&
    daySet(scan, at) !== null &&
    scan.set.daySentence === scan.parsed.text.tokens.sentence[at]
  )
    return unitAt(scan, at, at + 1, /^(?:MO|AF|EV)$/, true);
  return null;
};

/** Token behind “year-end”, “year end”, “year’s end” at `at`; 0 where it is none. */
function yearEnd(words: readonly string[], at: number): number {
  if (words[at + 1] === 'end') return at + 2;
  if ((words[at + 1] === '-' || words[at + 1] === "'s") && words[at + 2] === 'end') return at + 3;
  return 0;
}

function unitAt(scan: Scan, at: number, from: number, kind: RegExp, told = false): Match | null {
  const { words } = scan;
  const k = /^(?:current|fiscal|calendar|financial|academic|school|same)$/.test(words[from] ?? '') ? from + 1 : from;
  const unit = timeWords().units.get(words[k] ?? '');
  if (unit === undefined || !kind.test(unit) || (words[k] ?? '').endsWith('s')) return null;
  // “the end of the year 2014”, “the year-end”, “the end of the day of mourning”
  if (/^(?:-|of|that|when|before|after|\d{4})$/.test(words[k + 1] ?? '')) return null;
  return running(scan, at, unit, k + 1, told ? 'told' : '');
}

/** The year, month, week or day that the text has set; else, unless it must be told, that of publication. */
function running(scan: Scan, at: number, unit: string, end: number, must: string): Match | null {
  const { today } = scan;
  const day = daySet(scan, at);
  const year = yearSet(scan, at);
  const dated = (value: string, first: number, last: number, told: boolean): Match => ({
    end,
    type: PARTS.test(unit) ? 'TIME' : 'DATE',
    value,
    interval: [isoDay(first), isoDay(last)],
    basis: 'implied',
    told,
    why: told ? 'the one that the text has set' : `the one that holds the publication day ${isoDay(first)}`,
  });
  const told = must !== '' || scan.narrative || (unit === 'D' && /^(?:later|earlier)$/.test(scan.words[at] ?? ''));
  if (PARTS.test(unit) && day !== null) return dated(`${isoDay(day)}T${unit}`, day, day, true);
  if (told && unit === 'D' && day !== null) return dated(isoDay(day), day, day, true);
  if (told && unit === 'W' && day !== null) {
    const monday = day - weekday(day);
    return dated(isoWeek(monday), monday, monday + 6, true);
  }
  if (told && unit === 'Y' && year !== null)
    return dated(isoYear(year.year), dayNumber(year.year, 1, 1), dayNumber(year.year, 12, 31), true);
  if (told && unit === 'M' && year !== null && year.month !== null) return month(year.year, year.month, true);
  if (must !== '' || today === null) return null;
  const now = calendarDay(today);
  switch (unit) {
    case 'D':
      return dated(isoDay(today), today, today, false);
    case 'W':
      return dated(isoWeek(today), today - weekday(today), today - weekday(today) + 6, false);
    case 'M':
      return month(now.year, now.month, false);
    case 'Q': {
      const quarter = Math.floor((now.month - 1) / 3);
      return dated(
        `${isoYear(now.year)}-Q${quarter + 1}`,
        dayNumber(now.year, quarter * 3 + 1, 1),
        dayNumber(now.year, quarter * 3 + 3, daysInMonth(now.year, quarter * 3 + 3)),
        false,
      );
    }
    case 'Y':
      return dated(isoYear(now.year), dayNumber(now.year, 1, 1), dayNumber(now.year, 12, 31), false);
    case '10Y': {
      const first = now.year - (now.year % 10);
      return dated(isoYear(first).slice(0, 3), dayNumber(first, 1, 1), dayNumber(first + 9, 12, 31), false);
    }
    default:
      return null;
  }

  function month(of: number, which: number, isTold: boolean): Match {
    return dated(isoMonth(of, which), dayNumber(of, which, 1), dayNumber(of, which, daysInMonth(of, which)), isTold);
  }
}

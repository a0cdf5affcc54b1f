// A determiner and a unit in, the day, week, month or year out: `this year`, `last week`, `the weekend`, `next month`.
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
import { bareMonth, calendarDate, capital, monthMatch } from './calendar-date.ts';
import { period } from './duration.ts';
import { directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { daySet, yearSet } from './text-set.ts';
import { timeWords } from './words.ts';

const STEP: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  same: 0,
};
const PARTS = new Set(['MO', 'AF', 'EV', 'NI']);
const FROM_SET = new Set(['following', 'next', 'same', 'previous']);

export const relativeUnit: Rule = (scan, at) => {
  const { words, today } = scan;
  const { units, months } = timeWords();
  let k = at;
  if (/^(?:early|late|later|earlier)$/.test(words[k] ?? '')) k++;
  let determiner = words[k] ?? '';
  let the = false;
  if (determiner === 'the' || determiner === 'that') {
    the = true;
    determiner = words[++k] ?? '';
  }
  let step = STEP[determiner];
  if (the && units.get(determiner) === 'WE') {
    step = 0;
    k--;
  } else if (step === undefined) return null;
  const month = months.get(words[k + 1] ?? '');
  if (
    month !== undefined &&
    capital(scan, k + 1) &&
    (determiner === 'last' || determiner === 'next' || determiner === 'this') &&
    !/^\d/.test(words[k + 2] ?? '')
  ) {
    if (today === null) return { ...bareMonth(scan, k + 1, month, k + 2) };
    const now = calendarDay(today);
    const year =
      step === 0
        ? now.year
        : step < 0
          ? month < now.month
            ? now.year
            : now.year - 1
          : month > now.month
            ? now.year
            : now.year + 1;
    return monthMatch(year, month, k + 2, 'implied', `the ${determiner} such month seen from ${isoDay(today)}`);
  }
  let end = k + 2;
  if (
    words[k + 1] === 'fiscal' ||
    words[k + 1] === 'calendar' ||
    words[k + 1] === 'academic' ||
    words[k + 1] === 'school'
  )
    end++;
  const name = words[end - 1] ?? '';
  const unit = units.get(name);
  if (unit === undefined || (name.endsWith('s') && unit !== 'WE')) return null;
  // “over the past year”, “the past decade”: the year up to now, not the calendar year before
  if (the && determiner === 'past' && !PARTS.has(unit) && unit !== 'WE')
    return {
      end,
      type: 'DURATION',
      value: period('1', unit),
      interval: null,
      basis: 'stated',
      why: 'a length of time',
    };
  const from = the ? daySet(scan, at) : null;
  if (from !== null && (unit === 'D' || PARTS.has(unit)) && FROM_SET.has(determiner)) {
    const day = isoDay(from + (STEP[determiner] ?? 0));
    return {
      end,
      type: PARTS.has(unit) ? 'TIME' : 'DATE',
      value: PARTS.has(unit) ? `${day}T${unit}` : day,
      interval: [day, day],
      basis: 'implied',
      told: true,
      why: `counted from the day that the text has set, ${isoDay(from)}`,
    };
  }
  // “the last week of August” is no week before publication
  const inMonth = monthBehind(scan, determiner, unit, end);
  if (inMonth !== undefined) return inMonth;
  const told = the && FROM_SET.has(determiner) ? yearSet(scan, at) : null;
  if (told !== null && unit === 'Y') {
    const year = told.year + step;
    return {
      end,
      type: 'DATE',
      value: isoYear(year),
      interval: [isoDay(dayNumber(year, 1, 1)), isoDay(dayNumber(year, 12, 31))],
      basis: 'implied',
      told: true,
      why: 'counted from the year that the text has set',
    };
  }
  if (told !== null && told.month !== null && unit === 'M') {
    const count = told.year * 12 + told.month - 1 + step;
    const why = 'counted from the month that the text has set';
    return { ...monthMatch(Math.floor(count / 12), (count % 12) + 1, end, 'implied', why), told: true };
  }
  if (from !== null && unit === 'W' && FROM_SET.has(determiner)) {
    const monday = from - weekday(from) + step * 7;
    return {
      end,
      type: 'DATE',
      value: isoWeek(monday),
      interval: [isoDay(monday), isoDay(monday + 6)],
      basis: 'implied',
      told: true,
      why: 'counted from the day that the text has set',
    };
  }
  if (
    the &&
    (determiner === 'following' || determiner === 'previous' || determiner === 'same' || determiner === 'next') &&
    unit !== 'WE'
  ) {
    // counted from a day in the text, which is not settled here
    return {
      end,
      type: PARTS.has(unit) ? 'TIME' : 'DATE',
      value: unit === 'Y' ? 'XXXX' : unit === 'M' ? 'XXXX-XX' : unit === 'W' ? 'XXXX-WXX' : 'XXXX-XX-XX',
      interval: null,
      basis: 'stated',
      why: 'counted from a day that the text set before',
    };
  }
  if (today === null)
    return {
      end,
      type: 'DATE',
      value: step === 0 ? 'PRESENT_REF' : step < 0 ? 'PAST_REF' : 'FUTURE_REF',
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'counted from the publication date, which is unknown',
    };
  return resolved(
    scan.today ?? 0,
    unit,
    step,
    end,
    the && unit === 'WE' && determiner === 'weekend' ? directionAt(scan, at) : null,
  );
};

function resolved(
  today: number,
  unit: string,
  step: number,
  end: number,
  weekend: 'past' | 'future' | null,
): Match | null {
  const now = calendarDay(today);
  const why =
    step === 0
      ? `the one that holds the publication day ${isoDay(today)}`
      : `the one ${step < 0 ? 'before' : 'after'} that of publication on ${isoDay(today)}`;
  const dated = (value: string, first: number, last: number, type: Match['type'] = 'DATE'): Match => ({
    end,
    type,
    value,
    interval: [isoDay(first), isoDay(last)],
    basis: 'implied',
    why,
  });
  switch (unit) {
    case 'D':
      return step === 0 ? null : dated(isoDay(today + step), today + step, today + step);
    case 'W': {
      const monday = today - weekday(today) + step * 7;
      return dated(isoWeek(monday), monday, monday + 6);
    }
    case 'WE': {
      const week = weekend === 'past' && weekday(today) < 5 ? -1 : step;
      const saturday = today - weekday(today) + 5 + week * 7;
      return dated(`${isoWeek(saturday)}-WE`, saturday, saturday + 1);
    }
    case 'M': {
      const months = now.year * 12 + now.month - 1 + step;
      const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
      return dated(isoMonth(year, month), dayNumber(year, month, 1), dayNumber(year, month, daysInMonth(year, month)));
    }
    case 'Q': {
      const quarters = now.year * 4 + Math.floor((now.month - 1) / 3) + step;
      const [year, quarter] = [Math.floor(quarters / 4), quarters % 4];
      return dated(
        `${isoYear(year)}-Q${quarter + 1}`,
        dayNumber(year, quarter * 3 + 1, 1),
        dayNumber(year, quarter * 3 + 3, daysInMonth(year, quarter * 3 + 3)),
      );
    }
    case 'Y':
      return dated(isoYear(now.year + step), dayNumber(now.year + step, 1, 1), dayNumber(now.year + step, 12, 31));
    case '10Y': {
      const first = Math.floor(now.year / 10) * 10 + step * 10;
      return dated(isoYear(first).slice(0, 3), dayNumber(first, 1, 1), dayNumber(first + 9, 12, 31));
    }
    case '100Y':
      return dated(
        String(Math.floor(now.year / 100) + step).padStart(2, '0'),
        dayNumber((Math.floor(now.year / 100) + step) * 100, 1, 1),
        dayNumber((Math.floor(now.year / 100) + step) * 100 + 99, 12, 31),
      );
    default: {
      if (!PARTS.has(unit)) return null;
      const day = step === 0 ? today : unit === 'NI' && step < 0 ? today - 1 : today + step;
      return dated(`${isoDay(day)}T${unit}`, day, day, 'TIME');
    }
  }
}

/** “The last week of August”, “the first days of May 2024”: a stretch of that month; undefined where no month stands behind. */
function monthBehind(scan: Scan, determiner: string, unit: string, end: number): Match | null | undefined {
  const { words } = scan;
  if (words[end] !== 'of' || (unit !== 'W' && unit !== 'WE' && unit !== 'D')) return undefined;
  const of = words[end + 1] ?? '';
  if (!timeWords().months.has(of)) return /^(?:the|this|that|last|\d+|an?)$/.test(of) ? null : undefined;
  const month = calendarDate(scan, end + 1);
  if (!month) return null;
  const [first, last] = month.interval ?? [];
  if (first === undefined || last === undefined || !/^\d{4}-\d\d$/.test(month.value)) return { ...month, type: 'DATE' };
  if (determiner !== 'last') return { ...month, why: `in that month: ${month.why}` };
  const days = unit === 'W' ? 7 : 1;
  return {
    ...month,
    interval: [isoDay((parseDay(last) ?? 0) - days + 1), last],
    why: `the last ${words[end - 1]} of that month`,
  };
}

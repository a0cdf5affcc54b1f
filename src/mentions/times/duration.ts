// An amount and a unit in, a duration, or the day it leads to, out: `three days`, `two-year`, `two weeks ago`, `hours later`.
import { amountAt } from './amount.ts';
import { calendarDay, dayNumber, daysInMonth, isoDay, isoMonth, isoWeek, isoYear } from './calendar.ts';
import { named } from './reference.ts';
import { daySet, type Match, quarterSet, type Rule, type Scan } from './scan.ts';
import { timeWords } from './words.ts';

/** TIMEX3 of a count of units: `P3D`, `PT2H`, `PXW`. */
export function period(count: string, unit: string): string {
  const [factor = '', letter = ''] = /^(\d*)(\w+)$/.exec(unit)?.slice(1) ?? [];
  const times = factor === '' || count === 'X' ? count : String(Number(count) * Number(factor));
  if (count === 'X' && factor !== '') return `PX${factor === '10' ? 'DE' : factor === '100' ? 'CE' : letter}`;
  if (letter === 'Q') return count === 'X' ? 'PXQ' : `P${count}Q`;
  return letter.startsWith('T') ? `PT${times}${letter.slice(1)}` : `P${times}${letter}`;
}

export const duration: Rule = (scan, at) => {
  const { words } = scan;
  const { units } = timeWords();
  // “the last three days”, “the next few weeks”, “these next few days”, “recent weeks”
  let k = at;
  const these = /^(?:the|these|those|this|its|his|her|their)$/.test(words[k] ?? '') ? 1 : 0;
  const span = /^(?:last|past|next|coming|previous|following|recent|first|final)$/.test(words[k + these] ?? '') ? 1 : 0;
  if (span === 1) k += these + 1;
  const amount = amountAt(words, k);
  const count = amount?.count ?? 'X';
  let end = amount?.end ?? k;
  const bare = amount === null;
  const dash = words[end] === '-' ? 1 : 0;
  if (dash === 1 && bare) return null;
  const name = words[end + dash] ?? '';
  const unit = units.get(name);
  // “60 Minutes” is a name
  if (unit === undefined || (end + dash > at && named(scan, end + dash))) return null;
  const plural = name.endsWith('s');
  if (bare && !plural) return null;
  if (
    bare &&
    span === 0 &&
    !/^(?:for|in|of|over|within|by|after|took|take|takes|lasted|,|many|spent|than)$/.test(words[at - 1] ?? '') &&
    !/^(?:ago|later|earlier|before|after)$/.test(words[end + 1] ?? '')
  )
    return null;
  if (bare && span === 1 && !/^(?:recent|past|last|next|coming)$/.test(words[k - 1] ?? '')) return null;
  if (span === 1 && /^(?:first|final|previous|following)$/.test(words[k - 1] ?? '') && bare) return null;
  // “five nights”, but “a night” and “one morning” are no lengths of time
  if (!/^\d*T?[A-Z]$/.test(unit) && unit !== 'WE' && unit !== 'NI') return null;
  end += dash + 1;
  const letters = unit === 'NI' ? 'D' : unit;
  // an age is no length of time that a record needs
  if (words[end] === 'old' || (words[end] === '-' && /^olds?$/.test(words[end + 1] ?? ''))) return null;
  if (unit === 'Q' && (words[end] === 'of' || dash === 1)) return null; // three-quarters
  if (words[end] === 'long') end++;
  else if (words[end] === '-' && words[end + 1] === 'long') end += 2;
  // “in recent years”, “the coming months” name no length, only before or after now
  if (span === 1 && amount === null && plural && /^(?:recent|coming|past)$/.test(words[k - 1] ?? ''))
    return {
      end,
      type: 'DATE',
      value: words[k - 1] === 'coming' ? 'FUTURE_REF' : 'PAST_REF',
      interval: null,
      basis: 'stated',
      why: 'a reference that names no day',
    };
  const value = unit === 'WE' ? `P${count}WE` : period(count, letters);
  const after = words[end] ?? '';
  const next = words[end + 1] ?? '';
  // “30 days before closing”, “months before he came”: a length, and what it is measured to
  const measured = after === 'before' && next !== '' && !/^(?:[.,;:)!?]|and|but|said|had|was|were)$/.test(next);
  if (
    after === 'ago' ||
    ((after === 'earlier' || (after === 'before' && !measured)) && span === 0 && amount !== null) ||
    (after === 'from' && next === 'now')
  ) {
    const quarter = unit === 'Y' && count === '1' && after !== 'from' ? quarterSet(scan, at) : null;
    if (quarter !== null) return yearBefore(quarter, end + 1);
    const from = after === 'ago' || after === 'from' ? null : daySet(scan, at);
    return shifted(scan, count, unit, after === 'from' ? 1 : -1, end + (after === 'from' ? 2 : 1), from);
  }
  if (after === 'later' && span === 0 && amount !== null) {
    const from = daySet(scan, at);
    if (from !== null) return shifted(scan, count, unit, 1, end + 1, from);
    return {
      ...shifted(scan, count, unit, 1, end + 1),
      ...(scan.today !== null
        ? { value: vagueLater(scan, count, unit), interval: null, basis: 'stated', why: UNSET }
        : {}),
    };
  }
  if (amount && count === '1' && (words[k] === 'a' || words[k] === 'an') && dash === 0) {
    // “5000 soldiers a week” says how often; “a year”, “a second” by themselves say little
    if (unit === 'TS' || /^(?:of)$/.test(after) || (unit === 'TM' && words[k] === 'a')) return null;
    if (unit === 'D' && /^(?:when|that|after)$/.test(after)) return null;
  }
  if (amount && !/\d/.test(words[k] ?? '') && words[k] === 'one' && unit === 'D') return null;
  if (name === 'second' || (unit === 'TS' && !plural)) return null;
  return { end, type: 'DURATION', value, interval: null, basis: 'stated', why: 'a length of time' };
};

/** The day, month or year that so many units lead to from publication. */
function shifted(
  { today: published }: Scan,
  count: string,
  unit: string,
  sign: 1 | -1,
  end: number,
  from: number | null = null,
): Match {
  const today = from ?? published;
  const vague: Match = {
    end,
    type: 'DATE',
    value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
    interval: null,
    basis: 'stated',
    why: 'so vague that no day follows',
  };
  const amount = Number(count);
  if (count === 'X' || !Number.isFinite(amount) || amount > 100_000) return vague;
  if (today === null)
    return { ...vague, value: 'XXXX-XX-XX', wanting: true, why: 'counted from the publication date, which is unknown' };
  const why = `${count} of that unit ${sign < 0 ? 'before' : 'after'} ${from === null ? 'publication on ' : 'the day that the text has set, '}${isoDay(today)}`;
  const by = sign * amount;
  const [factor = '', letter = ''] = /^(\d*)(\w+)$/.exec(unit)?.slice(1) ?? [];
  const times = factor === '' ? by : by * Number(factor);
  const at = calendarDay(today);
  if (letter === 'Y' && Number.isInteger(times)) {
    const year = at.year + times;
    if (year < 1 || year > 9999) return vague;
    return {
      end,
      type: 'DATE',
      value: isoYear(year),
      interval: [isoDay(dayNumber(year, 1, 1)), isoDay(dayNumber(year, 12, 31))],
      basis: 'implied',
      why,
    };
  }
  if (letter === 'M' || letter === 'Q') {
    const months = at.year * 12 + at.month - 1 + Math.round(times) * (letter === 'Q' ? 3 : 1);
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    if (year < 1 || year > 9999) return vague;
    return {
      end,
      type: 'DATE',
      value: isoMonth(year, month),
      interval: [isoDay(dayNumber(year, month, 1)), isoDay(dayNumber(year, month, daysInMonth(year, month)))],
      basis: 'implied',
      why,
    };
  }
  if (letter === 'W') {
    const day = today + Math.round(times * 7);
    return { end, type: 'DATE', value: isoWeek(day), interval: [isoDay(day), isoDay(day)], basis: 'implied', why };
  }
  if (letter === 'D') {
    const day = today + Math.round(times);
    return { end, type: 'DATE', value: isoDay(day), interval: [isoDay(day), isoDay(day)], basis: 'implied', why };
  }
  return { ...vague, type: 'TIME' };
}

/** How a quarter is told that only compares. */
export const YEAR_BEFORE = 'the quarter that the text has set, a year before';

/** “up from $10 million a year earlier” beside a quarter: that quarter of the year before. */
function yearBefore(quarter: number, end: number): Match {
  const year = Math.floor(quarter / 4) - 1;
  const month = (quarter % 4) * 3 + 1;
  return {
    end,
    type: 'DATE',
    value: `${isoYear(year)}-Q${(quarter % 4) + 1}`,
    interval: [isoDay(dayNumber(year, month, 1)), isoDay(dayNumber(year, month + 2, daysInMonth(year, month + 2)))],
    basis: 'implied',
    why: YEAR_BEFORE,
  };
}

const UNSET = 'counted from a day that the text did not set';

/** “Two days later” counts from a day that the text set before; which, is not settled here. */
const vagueLater = ({ today }: Scan, _count: string, unit: string): string =>
  today === null ? 'XXXX' : unit === 'Y' ? 'XXXX' : unit === 'M' ? 'XXXX-XX' : 'XXXX-XX-XX';

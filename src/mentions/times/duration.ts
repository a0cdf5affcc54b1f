// An amount and a unit in, a duration, or the day it leads to, out: `three days`, `two-year`, `two weeks ago`, `hours later`.
import { amountAt } from './amount.ts';
import { calendarDay, dayNumber, daysInMonth, isoDay, isoMonth, isoWeek, isoYear } from './calendar.ts';
import { named } from './reference.ts';
import type { Match, Rule, Scan } from './scan.ts';
import { daySet, quarterSet, yearSet } from './text-set.ts';
import { timeWords } from './words.ts';

/** TIMEX3 of a count of units: `P3D`, `PT2H`, `PXW`. */
export function period(count: string, unit: string): string {
  const [factor = '', letter = ''] = /^(\d*)(\w+)$/.exec(unit)?.slice(1) ?? [];
  const times = factor === '' || count === 'X' ? count : String(Number(count) * Number(factor));
  if (count === 'X' && factor !== '') return `PX${factor === '10' ? 'DE' : factor === '100' ? 'CE' : letter}`;
  if (letter === 'Q') return count === 'X' ? 'PXQ' : `P${count}Q`;
  return letter.startsWith('T') ? `PT${times}${letter.slice(1)}` : `P${times}${letter}`;
}

/** Before “the years” it makes a length of time; not in “the years of her youth”. */
const THROUGH = /^(?:in|over|during|for|within|through|throughout|of)$/;

export const duration: Rule = (scan, at) => {
  const { words } = scan;
  const { units } = timeWords();
  // “the last three days”, “the next few weeks”, “these next few days”, “recent weeks”
  let k = at;
  const these = /^(?:the|these|those|this|its|his|her|their)$/.test(words[k] ?? '') ? 1 : 0;
  const span = /^(?:last|past|next|coming|previous|following|recent|first|final)$/.test(words[k + these] ?? '') ? 1 : 0;
  if (span === 1) k += these + 1;
  // “over the years”, “in the weeks ahead”: no amount is named
  else if (these === 1 && units.has(words[k + 1] ?? '') && (words[k + 1] ?? '').endsWith('s')) k++;
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
    !/^(?:for|in|of|over|within|by|after|took|take|takes|lasted|,|many|spent|than|despite|follows|followed)$/.test(
      words[at - 1] ?? '',
    ) &&
    !/^(?:ago|later|earlier|before|after)$/.test(words[end + 1] ?? '') &&
    !(
      these === 0 &&
      words[end + 1] === 'of' &&
      !/^(?:the|these|those|its|his|her|their|our|my|or|and|-|school|recent)$/.test(words[at - 1] ?? '')
    ) &&
    !(these === 1 && THROUGH.test(words[at - 1] ?? ''))
  )
    return null;
  if (bare && span === 1 && !/^(?:recent|past|last|next|coming)$/.test(words[k - 1] ?? '')) return null;
  if (span === 1 && /^(?:first|final|previous|following)$/.test(words[k - 1] ?? '') && bare) return null;
  // “five nights”, but “a night” and “one morning” are no lengths of time
  if (!/^\d*T?[A-Z]$/.test(unit) && unit !== 'WE' && unit !== 'NI') return null;
  end += dash + 1;
  const letters = unit === 'NI' ? 'D' : unit;
  // an age is no length of time that a record needs, but that of a war is
  if (words[end] === 'old' || (words[end] === '-' && /^olds?$/.test(words[end + 1] ?? ''))) {
    const behind = words[end] === 'old' ? end + 1 : end + 2;
    if (dash === 0 || (words[behind - 1] ?? '') !== 'old' || !LASTING.test(`${words[behind]} ${words[behind + 1]}`))
      return null;
    end = behind;
  }
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
  // “a minute and a half”
  const half = words[end] === 'and' && words[end + 1] === 'a' && words[end + 2] === 'half' && /^\d+$/.test(count);
  if (half) end += 3;
  const value = half
    ? period(String(Number(count) + 0.5), letters)
    : unit === 'WE'
      ? `P${count}WE`
      : period(count, letters);
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
    const from = after === 'ago' || after === 'from' ? null : (daySet(scan, at) ?? toldDay(scan, at, unit));
    return shifted(scan, count, unit, after === 'from' ? 1 : -1, end + (after === 'from' ? 2 : 1), from);
  }
  if ((after === 'later' || after === 'earlier') && span === 0 && (amount === null || count === 'X'))
    return {
      end: end + 1,
      type: 'DATE',
      value: after === 'later' ? 'FUTURE_REF' : 'PAST_REF',
      interval: null,
      basis: 'stated',
      why: 'so vague that no day follows',
    };
  if (after === 'later' && span === 0 && amount !== null) {
    const from = daySet(scan, at) ?? toldDay(scan, at, unit);
    if (from !== null) return shifted(scan, count, unit, 1, end + 1, from);
    // it was counted from something that happened: only the length is known
    return { end, type: 'DURATION', value, interval: null, basis: 'stated', why: UNSET };
  }
  if (amount && !half && count === '1' && (words[k] === 'a' || words[k] === 'an') && dash === 0) {
    // “5000 soldiers a week” says how often; “a year”, “a second” by themselves say little
    if (unit === 'TS' || /^(?:of)$/.test(after) || (unit === 'TM' && words[k] === 'a')) return null;
    if (unit === 'D' && /^(?:when|that|after)$/.test(after)) return null;
  }
  if (amount && !/\d/.test(words[k] ?? '') && words[k] === 'one' && unit === 'D') return null;
  if (name === 'second' || (unit === 'TS' && !plural)) return null;
  return { end, type: 'DURATION', value, interval: null, basis: 'stated', why: 'a length of time' };
};

/** What may be called so many years old that is no person: “the 11-year-old civil war”. */
const LASTING =
  /(?:^| )(?:war|wars|conflict|dispute|truce|cease-?fire|agreement|accord|treaty|pact|deal|insurgency|rebellion|revolt|uprising|siege|blockade|embargo|campaign|crisis|law|regime|junta|government|coalition|feud|ban|offensive|operation|strike|occupation|stalemate|standoff|slump|policy|practice|tradition|rule|mission|process|peace|movement|struggle|civil)(?= |$)/;

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
  const told = from !== null;
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
      told,
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
      told,
      why,
    };
  }
  if (letter === 'W') {
    const day = today + Math.round(times * 7);
    return {
      end,
      type: 'DATE',
      value: isoWeek(day),
      interval: [isoDay(day), isoDay(day)],
      basis: 'implied',
      told,
      why,
    };
  }
  if (letter === 'D') {
    const day = today + Math.round(times);
    return { end, type: 'DATE', value: isoDay(day), interval: [isoDay(day), isoDay(day)], basis: 'implied', told, why };
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

const UNSET = 'a length of time, counted from what the text did not date';

/** A day in the year or month that the text has set, where whole years or months are counted from it. */
function toldDay(scan: Scan, at: number, unit: string): number | null {
  const set = yearSet(scan, at);
  if (set === null || !(unit.endsWith('Y') || (unit === 'M' && set.month !== null))) return null;
  return dayNumber(set.year, set.month ?? 1, 1);
}

// A season or quarter in, the months it covers out: `last summer`, `spring of 2024`, `the third quarter of 1998`.
import { calendarDay, dayNumber, daysInMonth, isoDay, isoYear } from './calendar.ts';
import { yearOf } from './calendar-date.ts';
import { directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { timeWords } from './words.ts';

const FIRST: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12, Q1: 1, Q2: 4, Q3: 7, Q4: 10 };
const QUARTERS: Readonly<Record<string, string>> = {
  first: 'Q1',
  second: 'Q2',
  third: 'Q3',
  fourth: 'Q4',
  final: 'Q4',
};

export const season: Rule = (scan, at) => {
  const { words, today } = scan;
  let k = at;
  let which = '';
  if (/^(?:last|this|next|the|early|late)$/.test(words[k] ?? '')) which = words[k++] ?? '';
  if (which === 'the' && /^(?:early|late|last|past|coming)$/.test(words[k] ?? '')) k++;
  const dash = words[k + 1] === '-' ? 1 : 0;
  const quarter = words[k + 1 + dash] === 'quarter' ? QUARTERS[words[k] ?? ''] : undefined;
  const letters = quarter ?? timeWords().seasons.get(words[k] ?? '');
  if (letters === undefined) return null;
  const end = k + (quarter ? 2 + dash : 1);
  const fiscal =
    words[end] === 'of' && words[end + 1] === 'fiscal' ? 2 : words[end] === 'of' || words[end] === 'in' ? 1 : 0;
  const named = yearOf(words[end + fiscal]);
  if (!Number.isNaN(named)) return covers(named, letters, end + fiscal + 1, 'stated', 'the year is named');
  if (
    /^(?:fall|spring)$/.test(words[k] ?? '') &&
    which === '' &&
    !/^(?:in|of|by|since|this|last)$/.test(words[at - 1] ?? '')
  )
    return null;
  if (which === '' && quarter === undefined) return null;
  if (words[k] === 'fall' && which === 'the' && !/^(?:in|by|since|during)$/.test(words[at - 1] ?? '')) return null;
  if (today === null)
    return {
      end,
      type: 'DATE',
      value: `XXXX-${letters}`,
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'the year is not named and the publication date unknown',
    };
  const year = nearest(scan, at, letters, which, today);
  return covers(year, letters, end, 'implied', `the year is not named: counted from publication on ${isoDay(today)}`);
};

function nearest(scan: Scan, at: number, letters: string, which: string, today: number): number {
  const now = calendarDay(today);
  const first = FIRST[letters] ?? 1;
  if (which === 'next') return now.month < first ? now.year : now.year + 1;
  if (which === 'this') return now.year;
  const ended = now.month >= first + 3;
  if (which === 'last') return ended ? now.year : now.year - 1;
  return directionAt(scan, at) === 'future'
    ? now.month > first + 2
      ? now.year + 1
      : now.year
    : now.month >= first
      ? now.year
      : now.year - 1;
}

function covers(year: number, letters: string, end: number, basis: Match['basis'], why: string): Match {
  const first = FIRST[letters] ?? 1;
  const lastMonth = first + 2 > 12 ? first + 2 - 12 : first + 2;
  const lastYear = first + 2 > 12 ? year + 1 : year;
  return {
    end,
    type: 'DATE',
    value: `${isoYear(year)}-${letters}`,
    interval: [
      isoDay(dayNumber(year, first, 1)),
      isoDay(dayNumber(lastYear, lastMonth, daysInMonth(lastYear, lastMonth))),
    ],
    basis,
    why,
  };
}

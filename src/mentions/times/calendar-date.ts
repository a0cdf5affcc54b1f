// A month with a day or year, an ISO or slashed date in, a day or month out: `April 24, 2025`, `24 April`, `in March`.
import { calendarDay, dayNumber, daysInMonth, isoDay, isoMonth } from './calendar.ts';
import { directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { timeWords } from './words.ts';

const numeric = (word: string | undefined): number =>
  word !== undefined && /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN;

/** `24`, `24th`; NaN for what is no day of a month. */
function dayOf(word: string | undefined): number {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  const day = digits ? Number(digits[1]) : (timeWords().ordinals.get(word ?? '') ?? Number.NaN);
  return day >= 1 && day <= 31 ? day : Number.NaN;
}

/** A year of four digits within reach of news and history. */
export function yearOf(word: string | undefined): number {
  const year = numeric(word);
  return word?.length === 4 && year >= 1000 && year <= 2199 ? year : Number.NaN;
}

export const calendarDate: Rule = (scan, at) => {
  const { words } = scan;
  const { months } = timeWords();
  const word = words[at] ?? '';
  const slashed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (slashed) return fullDate(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), at + 1);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(word);
  if (american) {
    const year = Number(american[3]);
    return fullDate(
      american[3]?.length === 2 ? (year > 50 ? 1900 + year : 2000 + year) : year,
      Number(american[1]),
      Number(american[2]),
      at + 1,
    );
  }
  // “mid-November”, “mid-1996” are one token each
  const mid = /^mid-(.+)$/.exec(word)?.[1];
  if (mid !== undefined) {
    const inside = months.get(mid);
    if (inside === undefined) return null;
    const after = yearOf(words[at + 1]);
    return Number.isNaN(after)
      ? bareMonth(scan, at, inside, at + 1)
      : monthMatch(after, inside, at + 2, 'stated', 'the month and the year are named');
  }
  // 24 April 2025, the 12th of May
  if ((word === 'mid' || word === 'early' || word === 'late') && at + 1 < scan.length) {
    const dash = words[at + 1] === '-' ? 2 : 1;
    const inner = months.has(words[at + dash] ?? '') ? calendarDate(scan, at + dash) : null;
    return inner && inner.value.length === 7 ? inner : null;
  }
  let k = word === 'the' ? at + 1 : at;
  const dayFirst = dayOf(words[k]);
  if (!Number.isNaN(dayFirst)) {
    const of = words[k + 1] === 'of' ? 1 : 0;
    const month = months.get(words[k + 1 + of] ?? '');
    if (
      month !== undefined &&
      capital(scan, k + 1 + of) &&
      (of === 1 || !/[a-z]/.test(words[k] ?? '') || /\d/.test(words[k] ?? ''))
    )
      return withYear(scan, at, month, dayFirst, k + 2 + of);
  }
  k = at;
  const month = months.get(word);
  if (month === undefined || !capital(scan, at)) return null;
  const day = dayOf(words[k + 1]);
  if (!Number.isNaN(day) && !/^\d{4}$/.test(words[k + 1] ?? '') && /\d/.test(words[k + 1] ?? ''))
    return withYear(scan, at, month, day, k + 2);
  const comma = words[k + 1] === ',' || words[k + 1] === 'of' ? 1 : 0;
  const year = yearOf(words[k + 1 + comma]);
  if (!Number.isNaN(year)) return monthMatch(year, month, k + 2 + comma, 'stated', 'the month and the year are named');
  if (!mayStandAlone(scan, at)) return null;
  return bareMonth(scan, at, month, k + 1);
};

/** Months are written with a capital; “may” and “march” would be verbs. */
export function capital({ parsed }: Scan, at: number): boolean {
  const code = parsed.text.report.text.charCodeAt(parsed.text.tokens.start[at] ?? 0);
  return code >= 65 && code <= 90;
}

/** “May”, “March” and “April” by themselves: only behind a word of time, since they are verbs and names too. */
function mayStandAlone({ words }: Scan, at: number): boolean {
  const word = words[at] ?? '';
  // “Jan Kavan” is a name
  if (word.length === 3 && word !== 'may') return false;
  if (
    word !== 'may' &&
    word !== 'march' &&
    word !== 'mar' &&
    word !== 'april' &&
    word !== 'june' &&
    word !== 'august' &&
    word !== 'sat' &&
    word.length > 3
  )
    return true;
  return /^(?:in|since|until|till|by|last|next|this|early|late|mid|of|from|to|through|during|between|and|before|after|each|every|-)$/.test(
    words[at - 1] ?? '',
  );
}

function fullDate(year: number, month: number, day: number, end: number): Match | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  const iso = isoDay(dayNumber(year, month, day));
  return { end, type: 'DATE', value: iso, interval: [iso, iso], basis: 'stated', why: 'day, month and year are named' };
}

/** A day and month, with the year where one follows, else the one that the tense asks for. */
function withYear(scan: Scan, at: number, month: number, day: number, end: number): Match | null {
  const { words, today } = scan;
  const comma = words[end] === ',' ? 1 : 0;
  const year = yearOf(words[end + comma]);
  if (!Number.isNaN(year)) return fullDate(year, month, day, end + comma + 1);
  if (day > daysInMonth(2024, month)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  if (today === null)
    return {
      end,
      type: 'DATE',
      value: `XXXX-${two(month)}-${two(day)}`,
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'the year is not named and the publication date unknown',
    };
  const now = calendarDay(today).year;
  const direction = directionAt(scan, at);
  const near = [now - 1, now, now + 1]
    .filter((one) => day <= daysInMonth(one, month))
    .map((one) => dayNumber(one, month, day));
  const chosen = nearest(near, today, direction);
  if (chosen === null) return null;
  const iso = isoDay(chosen);
  return {
    end,
    type: 'DATE',
    value: iso,
    interval: [iso, iso],
    basis: 'implied',
    why: `the year is not named: the ${WHICH[direction ?? 'near']} such day seen from ${isoDay(today)}`,
  };
}

/** Days beyond which a writer names the year. */
const FAR = 240;

const WHICH = { past: 'last', future: 'next', near: 'nearest' } as const;

/** The candidate that lies where the clause says; without a word from it, the nearest. A day or two of grace: datelines lag. */
function nearest(candidates: readonly number[], today: number, direction: 'past' | 'future' | null): number | null {
  // a day without a year lies within the next or last few months: “payable Dec. 7, it said” is not eleven months gone
  const fit =
    direction === null
      ? candidates
      : candidates.filter((one) =>
          direction === 'past' ? one <= today + 2 && one >= today - FAR : one >= today - 2 && one <= today + FAR,
        );
  if (fit.length === 0) return nearest(candidates, today, null);
  let best: number | null = null;
  for (const one of fit) if (best === null || Math.abs(one - today) < Math.abs(best - today)) best = one;
  return best;
}

export function monthMatch(year: number, month: number, end: number, basis: 'stated' | 'implied', why: string): Match {
  return {
    end,
    type: 'DATE',
    value: isoMonth(year, month),
    interval: [isoDay(dayNumber(year, month, 1)), isoDay(dayNumber(year, month, daysInMonth(year, month)))],
    basis,
    why,
  };
}

export function bareMonth(scan: Scan, at: number, month: number, end: number): Match {
  const { today } = scan;
  if (today === null)
    return {
      end,
      type: 'DATE',
      value: `XXXX-${String(month).padStart(2, '0')}`,
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'the year is not named and the publication date unknown',
    };
  const now = calendarDay(today);
  const direction = directionAt(scan, at);
  const months = [-1, 0, 1].map((shift) => (now.year + shift) * 12 + month - 1);
  const here = now.year * 12 + now.month - 1;
  const near =
    direction === null
      ? months
      : months.filter((one) => (direction === 'past' ? one <= here : one >= here && one <= here + 8));
  const fit = near.length > 0 ? near : months;
  const chosen = fit.reduce((best, one) => (Math.abs(one - here) < Math.abs(best - here) ? one : best), fit[0] ?? here);
  return monthMatch(
    Math.floor(chosen / 12),
    month,
    end,
    'implied',
    `the year is not named: the ${WHICH[direction ?? 'near']} such month seen from ${isoDay(today)}`,
  );
}

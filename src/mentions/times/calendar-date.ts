// A month with a day or year, an ISO or slashed date in, a day or month out: `April 24, 2025`, `24 April`, `in March`.
import { tagOf } from '../../grammar/tree.ts';
import { calendarDay, dayNumber, daysInMonth, isoDay, isoMonth, parseDay } from './calendar.ts';
import { type Direction, directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { carriedYear, yearSet } from './text-set.ts';
import { timeWords } from './words.ts';

const two = (value: number): string => String(value).padStart(2, '0');
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
    const both = dayOfRange(scan, at, k, dayFirst);
    if (both) return both;
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

/** “3 to 5 March”, “22 and 23 April 1951”, “the 5th” of a month that the text has set. */
function dayOfRange(scan: Scan, at: number, k: number, day: number): Match | null {
  const { words } = scan;
  if (
    JOINS.test(words[k + 1] ?? '') &&
    timeWords().months.has(words[k + 3] ?? '') &&
    !Number.isNaN(dayOf(words[k + 2]))
  ) {
    const other = calendarDate(scan, k + 2);
    if (other?.value.length !== 10) return null;
    const last = other.interval ? parseDay(other.interval[0]) : null;
    // one token: “3-5 March”
    if (last === null) return { ...other, end: k + 1, value: `${other.value.slice(0, 8)}${two(day)}` };
    const { year, month } = calendarDay(last);
    if (day > daysInMonth(year, month)) return null;
    const iso = isoDay(dayNumber(year, month, day));
    return { ...other, end: k + 1, value: iso, interval: [iso, iso] };
  }
  if (
    k === at ||
    !/^\d+(?:st|nd|rd|th)$/.test(words[k] ?? '') ||
    !/^(?:on|by|until|since|from|to|and|,)$/.test(words[at - 1] ?? '')
  )
    return null;
  const next =
    scan.parsed.text.tokens.sentence[k + 1] === scan.parsed.text.tokens.sentence[k] ? tagOf(scan.parsed, k + 1) : '';
  const set = yearSet(scan, at);
  if (/^(?:NN|JJ|CD|HYPH|VBG|VBN)/.test(next) || words[k + 1] === 'of' || set === null || set.month === null)
    return null;
  if (day > daysInMonth(set.year, set.month)) return null;
  const iso = isoDay(dayNumber(set.year, set.month, day));
  return {
    end: k + 1,
    type: 'DATE',
    value: iso,
    interval: [iso, iso],
    basis: 'implied',
    told: true,
    why: 'a day of the month that the text told last',
  };
}

/** “March 3 to 5”, “April 24 and 25”: the days that follow a day of the same month, each as a match of its own. */
export function furtherDays(scan: Scan, { end, value, interval }: Match): { at: number; match: Match } | null {
  const { words, parsed } = scan;
  const first = interval && interval[0] === interval[1] && value === interval[0] ? parseDay(value) : null;
  // the day stands last: not “3 March 2025”, not “3 March”
  if (first === null || !JOINS.test(words[end] ?? '') || !timeWords().months.has(words[end - 2] ?? '')) return null;
  const day = dayOf(words[end + 1]);
  const { year, month, day: from } = calendarDay(first);
  if (!/^\d/.test(words[end + 1] ?? '') || Number.isNaN(day) || day <= from || day > daysInMonth(year, month))
    return null;
  const same = parsed.text.tokens.sentence[end + 2] === parsed.text.tokens.sentence[end];
  // “killed on April 24 and 25 people”
  if (same && /^(?:NN|JJ|CD|VBN|HYPH|RB)/.test(tagOf(parsed, end + 2))) {
    if (Number.isNaN(yearOf(words[end + 2]))) return null;
  }
  if (/^(?:%|percent|per|:|[ap]\.?m\.?|o'clock|of|more|were|have|had)$/.test(words[end + 2] ?? '')) return null;
  const iso = isoDay(dayNumber(year, month, day));
  const comma = words[end + 2] === ',' ? 1 : 0;
  const dated = yearOf(words[end + 2 + comma]) === year ? comma + 1 : 0;
  return {
    at: end + 1,
    match: {
      end: end + 2 + dated,
      type: 'DATE',
      value: iso,
      interval: [iso, iso],
      basis: 'implied',
      told: true,
      why: 'a further day of the month named before it',
    },
  };
}

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
  const direction = directionAt(scan, at);
  const told = toldYear(scan, at, end, month, direction);
  if (told && day <= daysInMonth(told.year, month)) {
    const iso = isoDay(dayNumber(told.year, month, day));
    return { end, type: 'DATE', value: iso, interval: [iso, iso], basis: 'implied', told: true, why: told.why };
  }
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

/** The year that the text gives to a month that names none: the date right behind it, or what was told before. */
function toldYear(
  scan: Scan,
  at: number,
  end: number,
  month: number,
  direction: Direction | null,
): { year: number; why: string } | null {
  const { words } = scan;
  const { months } = timeWords();
  // “March 3 to 5, 2025”
  if (JOINS.test(words[end] ?? '') && !Number.isNaN(dayOf(words[end + 1]))) {
    const year = yearOf(words[end + 2 + (words[end + 2] === ',' ? 1 : 0)]);
    if (!Number.isNaN(year)) return { year, why: 'the year is named behind the last of the days' };
  }
  // “from June to August 1943”, “May 3 and June 4, 2014”, “3 to 5 May 2014”
  if (JOINS.test(words[end] ?? '')) {
    let k = end + 1;
    if (/^(?:early|mid|late)$/.test(words[k] ?? '')) k += words[k + 1] === '-' ? 2 : 1;
    if (!Number.isNaN(dayOf(words[k]))) k++;
    const other = months.get(words[k] ?? '');
    if (other !== undefined) {
      k++;
      if (!Number.isNaN(dayOf(words[k]))) k++;
      if (words[k] === ',') k++;
      const year = yearOf(words[k]);
      if (!Number.isNaN(year))
        return { year: month <= other ? year : year - 1, why: 'the year is named with the date behind it' };
    }
  }
  const opening = direction === 'future' ? Number.NaN : openingYear(scan, at);
  if (!Number.isNaN(opening)) return { year: opening, why: 'the sentence opens with the year' };
  const year = carriedYear(scan, at, month, direction);
  return year === null ? null : { year, why: 'the year is the one that the text told last' };
}

/** “In 2019, outbreaks were declared in Norland on February 6 …”; NaN where the sentence opens with no year. */
function openingYear({ parsed, words }: Scan, at: number): number {
  const { firstToken } = parsed.text.sentences;
  const first = firstToken[parsed.text.tokens.sentence[at] ?? 0] ?? 0;
  return at > first + 2 && /^(?:in|during|throughout)$/.test(words[first] ?? '')
    ? yearOf(words[first + 1])
    : Number.NaN;
}

const JOINS = /^(?:to|and|until|till|through|or|-|–|—|&)$/;

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
  // February 29 of no year near: there is no such day
  if (fit.length === 0) return direction === null ? null : nearest(candidates, today, null);
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
  const direction = directionAt(scan, at);
  const told = toldYear(scan, at, end, month, direction);
  if (told) return { ...monthMatch(told.year, month, end, 'implied', told.why), told: true };
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

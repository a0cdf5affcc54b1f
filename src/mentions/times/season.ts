// A season or quarter in, the months it covers out: `last summer`, `spring of 2024`, `the third quarter of 1998`.
import { calendarDay, dayNumber, daysInMonth, isoDay, isoYear } from './calendar.ts';
import { yearOf } from './calendar-date.ts';
import { YEAR_BEFORE } from './duration.ts';
import { directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { carriedYear, quarterSet } from './text-set.ts';
import { timeWords } from './words.ts';

const FIRST: Readonly<Record<string, number>> = {
  H1: 1,
  H2: 7,
  SP: 3,
  SU: 6,
  FA: 9,
  WI: 12,
  Q1: 1,
  Q2: 4,
  Q3: 7,
  Q4: 10,
};
const QUARTERS: Readonly<Record<string, string>> = {
  first: 'Q1',
  second: 'Q2',
  third: 'Q3',
  fourth: 'Q4',
  final: 'Q4',
};

export const season: Rule = (scan, at) => {
  const { words, today } = scan;
  const again = quarterAgain(scan, at);
  if (again) return again;
  const ofYear = quarterOfYear(scan, at);
  if (ofYear) return ofYear;
  let k = at;
  let which = '';
  if (/^(?:last|this|next|the|early|late)$/.test(words[k] ?? '')) which = words[k++] ?? '';
  if (which === 'the' && /^(?:early|late|last|past|coming)$/.test(words[k] ?? '')) k++;
  const dash = words[k + 1] === '-' ? 1 : 0;
  const quarter = words[k + 1 + dash] === 'quarter' ? QUARTERS[words[k] ?? ''] : undefined;
  const half =
    words[k + 1 + dash] === 'half' && which !== 'this'
      ? HALVES[words[k] ?? (which === 'last' ? 'last' : '')]
      : undefined;
  const letters = quarter ?? half ?? timeWords().seasons.get(words[k] ?? '');
  if (letters === undefined) return null;
  const end = k + (quarter || half ? 2 + dash : 1);
  // “the first half” of a game, “of the talks”
  if (half && words[end] !== 'of') return null;
  const fiscal =
    words[end] === 'of' && words[end + 1] === 'fiscal' ? 2 : words[end] === 'of' || words[end] === 'in' ? 1 : 0;
  const named = yearOf(words[end + fiscal]);
  if (half && Number.isNaN(named)) return halfOf(scan, at, end + 1, letters);
  if (!Number.isNaN(named)) return covers(named, letters, end + fiscal + 1, 'stated', 'the year is named');
  if (
    /^(?:fall|spring)$/.test(words[k] ?? '') &&
    which === '' &&
    !/^(?:in|of|by|since|this|last)$/.test(words[at - 1] ?? '')
  )
    return null;
  if (which === '' && quarter === undefined) return null;
  if (words[k] === 'fall' && which === 'the' && !/^(?:in|by|since|during)$/.test(words[at - 1] ?? '')) return null;
  const told = /^(?:last|next|this)$/.test(which)
    ? null
    : carriedYear(scan, at, FIRST[letters] ?? 1, directionAt(scan, at));
  if (told !== null)
    return { ...covers(told, letters, end, 'implied', 'the year is the one that the text told last'), told: true };
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

const HALVES: Readonly<Record<string, string>> = { first: 'H1', second: 'H2', latter: 'H2', last: 'H2' };

/** “The first half of this year”, “of last year”, “of the year”. */
function halfOf({ words, today }: Scan, at: number, of: number, letters: string): Match | null {
  const step = { this: 0, the: 0, last: -1, next: 1 }[words[of] ?? ''];
  if (step === undefined || words[of + 1] !== 'year' || today === null) return null;
  const why = 'a half of the year that publication points to';
  return at < of ? covers(calendarDay(today).year + step, letters, of + 2, 'implied', why) : null;
}

/** “the 1988 second quarter”, “this year’s third quarter”. */
function quarterOfYear({ words, today }: Scan, at: number): Match | null {
  const the = words[at] === 'the' ? 1 : 0;
  let year = yearOf(words[at + the]);
  let k = at + the + 1;
  let basis: Match['basis'] = 'stated';
  if (Number.isNaN(year)) {
    const step = the ? undefined : { last: -1, this: 0, next: 1 }[words[at] ?? ''];
    if (step === undefined || words[at + 1] !== 'year' || words[at + 2] !== "'s" || today === null) return null;
    year = calendarDay(today).year + step;
    k = at + 3;
    basis = 'implied';
  }
  const letters = QUARTERS[words[k] ?? ''];
  if (letters === undefined || words[k + 1] !== 'quarter') return null;
  return covers(
    year,
    letters,
    k + 2,
    basis,
    basis === 'stated' ? 'the year is named' : 'a quarter of the year that publication points to',
  );
}

/** “the quarter”, “the latest quarter”, “the year-ago period”: the quarter that the text has set, or that of the year before. */
function quarterAgain(scan: Scan, at: number): Match | null {
  const { words } = scan;
  if (words[at] === 'year' && words[at + 1] === '-' && /^(?:ago|earlier)$/.test(words[at + 2] ?? '')) {
    // “compared with year-earlier profit”
    const set = quarterSet(scan, at);
    const now = set === null && scan.today !== null ? calendarDay(scan.today).year : null;
    if (set !== null) return covers(Math.floor(set / 4) - 1, `Q${(set % 4) + 1}`, at + 3, 'implied', YEAR_BEFORE);
    if (now === null) return null;
    return {
      end: at + 3,
      type: 'DATE',
      value: isoYear(now - 1),
      interval: [isoDay(dayNumber(now - 1, 1, 1)), isoDay(dayNumber(now - 1, 12, 31))],
      basis: 'implied',
      why: 'the year before that of publication',
    };
  }
  if (words[at] !== 'the' && words[at] !== 'that') return null;
  let k = at + 1;
  let ago = 0;
  if (/^(?:latest|comparable|same|recent)$/.test(words[k] ?? '')) k++;
  if (words[k] === 'year' && words[k + 1] === '-' && /^(?:ago|earlier)$/.test(words[k + 2] ?? '')) {
    ago = 1;
    k += 3;
  }
  // “the period” by itself may be any
  if (words[k] !== 'quarter' && !(words[k] === 'period' && k > at + 1)) return null;
  const set = quarterSet(scan, at);
  if (set === null) return null;
  return covers(
    Math.floor(set / 4) - ago,
    `Q${(set % 4) + 1}`,
    k + 1,
    'implied',
    ago ? YEAR_BEFORE : 'the quarter that the text has set',
  );
}

function nearest(scan: Scan, at: number, letters: string, which: string, today: number): number {
  const now = calendarDay(today);
  const first = FIRST[letters] ?? 1;
  if (which === 'next') return now.month < first ? now.year : now.year + 1;
  if (which === 'this') return now.year;
  const ended = now.month >= first + 3;
  if (which === 'last') return ended ? now.year : now.year - 1;
  // “expects to report a third-quarter loss” in October: the quarter that has just ended
  if (letters.startsWith('Q') && ended && now.month < first + 6) return now.year;
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
  const through = first + (letters.startsWith('H') ? 5 : 2);
  const lastMonth = through > 12 ? through - 12 : through;
  const lastYear = through > 12 ? year + 1 : year;
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

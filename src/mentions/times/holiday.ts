// The name of a holiday in, its day out: `Christmas Eve`, `Good Friday`, `Thanksgiving`, `New Year’s Day 2025`.
import { calendarDay, dayNumber, isoDay, isoWeek, weekday } from './calendar.ts';
import { yearOf } from './calendar-date.ts';
import { directionAt, type Match, type Rule } from './scan.ts';
import { carriedYear } from './text-set.ts';
import { timeWords } from './words.ts';

/** Names of at most so many words. */
const LONGEST = 4;

export const holiday: Rule = (scan, at) => {
  const { words, parsed, today } = scan;
  const { holidays } = timeWords();
  const which = /^(?:last|next|this)$/.test(words[at] ?? '') ? (words[at] ?? '') : '';
  const from = which ? at + 1 : at;
  const code = parsed.text.report.text.charCodeAt(parsed.text.tokens.start[from] ?? 0);
  if (!(code >= 65 && code <= 90)) return null;
  let end = 0;
  let rule = '';
  let name = '';
  for (let k = from; k < from + LONGEST && k < scan.length; k++) {
    name += (k > from && words[k] !== "'s" ? ' ' : '') + (words[k] ?? '');
    const found = holidays.get(name);
    if (found !== undefined) {
      rule = found;
      end = k + 1;
    }
  }
  if (end === 0) return null;
  // “Easter Island”, “Halloween-themed”
  const next = parsed.text.report.text.charCodeAt(parsed.text.tokens.start[end] ?? 0);
  const shouted = parsed.text.report.text.charCodeAt((parsed.text.tokens.start[from] ?? 0) + 1) < 97;
  if (parsed.text.tokens.sentence[end] === parsed.text.tokens.sentence[from])
    if (next === 45 || (!shouted && next >= 65 && next <= 90)) return null;
  // “Easter week” covers the week that it begins
  const week = words[end] === 'week' ? 1 : 0;
  const stated = yearOf(words[end + week] === ',' ? words[end + week + 1] : words[end + week]);
  const match = (number: number, to: number, basis: Match['basis'], why: string): Match => {
    const iso = isoDay(number);
    const monday = number - weekday(number);
    return week
      ? { end: to, type: 'DATE', value: isoWeek(number), interval: [isoDay(monday), isoDay(monday + 6)], basis, why }
      : { end: to, type: 'DATE', value: iso, interval: [iso, iso], basis, why };
  };
  if (!Number.isNaN(stated))
    return match(
      holidayIn(rule, stated),
      end + week + (words[end + week] === ',' ? 2 : 1),
      'stated',
      'the holiday and its year are named',
    );
  const direction = directionAt(scan, from);
  const month = /^\d\d-/.test(rule) ? Number(rule.slice(0, 2)) : 4;
  const told = which ? null : carriedYear(scan, from, month, direction);
  if (told !== null)
    return {
      ...match(holidayIn(rule, told), end + week, 'implied', 'the year is the one that the text told last'),
      told: true,
    };
  if (today === null)
    return {
      end: end + week,
      type: 'DATE',
      value: /^\d\d-/.test(rule) && !week ? `XXXX-${rule}` : 'XXXX-XX-XX',
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'the year is not named and the publication date unknown',
    };
  const now = calendarDay(today).year;
  const days = [now - 1, now, now + 1].map((year) => holidayIn(rule, year));
  const past = which === 'last' || (which === '' && direction !== 'future');
  const fit = past ? days.filter((day) => day <= today + (which ? -1 : SOON)) : days.filter((day) => day >= today);
  const chosen = past ? (fit.at(-1) ?? days[0]) : (fit[0] ?? days[2]);
  return match(
    chosen ?? today,
    end + week,
    'implied',
    `the ${past ? 'last' : 'next'} such day seen from publication on ${isoDay(today)}`,
  );
};

/** A holiday so few days ahead is meant also where no word says that it is to come. */
const SOON = 14;

/** The day number of a holiday in a year, by its entry in lexicon/en/times/holidays. */
function holidayIn(rule: string, year: number): number {
  if (rule.startsWith('E')) return easter(year) + Number(rule.slice(1));
  const [which = 1, day = 1, month = 1] = rule.split('-').map(Number);
  if (rule.split('-').length === 2) return dayNumber(year, which, day);
  // the nth such weekday (1 to 7 from Monday) of the month
  const first = dayNumber(year, month, 1);
  return first + ((day - 1 - weekday(first) + 7) % 7) + (which - 1) * 7;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayNumber(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
}

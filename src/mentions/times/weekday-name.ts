// A day of the week in, the day out: “Thursday” in a report of Thursday is that day; tense settles before or after.
import { calendarDay, dayNumber, isoDay, parseDay, weekday } from './calendar.ts';
import { calendarDate } from './calendar-date.ts';
import { dayPart } from './day-part.ts';
import { directionAt, type Match, type Rule, type Scan } from './scan.ts';
import { timeWords } from './words.ts';

export const weekdayName: Rule = (scan, at) => {
  const { words, today, parsed } = scan;
  const { weekdays } = timeWords();
  let k = at;
  let which = '';
  if (/^(?:last|next|this|past|coming|the)$/.test(words[k] ?? '')) which = words[k++] ?? '';
  if (which === 'the') {
    if (!/^(?:previous|following|next|last|past|coming)$/.test(words[k] ?? '')) return null;
    which = words[k++] ?? '';
  }
  const day = weekdays.get(words[k] ?? '');
  if (day === undefined) return null;
  const code = parsed.text.report.text.charCodeAt(parsed.text.tokens.start[k] ?? 0);
  if (!(code >= 65 && code <= 90)) return null;
  if ((words[k] ?? '').endsWith('days'))
    return { end: k + 1, type: 'SET', value: 'P1W', interval: null, basis: 'stated', why: 'a day of every week' };
  const dated = which === '' ? datedWeekday(scan, k, day) : null;
  if (dated) return dated;
  const part = dayPart(words[k + 1]);
  const end = k + 1 + (part ? 1 : 0);
  if (today === null)
    return {
      end,
      type: part ? 'TIME' : 'DATE',
      value: `XXXX-WXX-${day + 1}${part ? `T${part}` : ''}`,
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'a day of the week, and the publication date unknown',
    };
  const { number, why } = resolve(
    today,
    day,
    which,
    which === '' || which === 'this' ? (directionAt(scan, k) ?? (ahead(words, k + 1) ? 'future' : 'past')) : 'past',
  );
  const iso = isoDay(number);
  const match: Match = {
    end,
    type: part ? 'TIME' : 'DATE',
    value: part ? `${iso}T${part}` : iso,
    interval: [iso, iso],
    basis: 'implied',
    why,
  };
  return match;
};

/** “calls off Monday meeting”, “to wreck Monday’s talks”: what is planned lies ahead, where no verb says that it was. */
function ahead(words: readonly string[], at: number): boolean {
  const noun = words[at] === "'s" ? at + 1 : at;
  return /^(?:meetings?|talks|vote|election|summit|session|hearing|deadline|debate|round|ballot|referendum|visit)$/.test(
    words[noun] ?? '',
  );
}

/** “Friday, Oct. 13”: one day; where the year is not named, that in which the day of the week is right. */
function datedWeekday(scan: Scan, at: number, day: number): Match | null {
  const from = scan.words[at + 1] === ',' ? at + 2 : at + 1;
  if (scan.words[from] === 'the') return null;
  const match = calendarDate(scan, from);
  if (!match || !/^\d{4}-\d{2}-\d{2}$/.test(match.value)) return null;
  if (match.basis === 'stated') return match;
  const found = parseDay(match.value) ?? 0;
  const { year, month, day: of } = calendarDay(found);
  for (const shift of [0, -1, 1]) {
    const number = dayNumber(year + shift, month, of);
    if (weekday(number) !== day) continue;
    const iso = isoDay(number);
    return { ...match, value: iso, interval: [iso, iso], why: `the year in which that date is such a day of the week` };
  }
  return match;
}

function resolve(
  today: number,
  day: number,
  which: string,
  direction: 'past' | 'future',
): { number: number; why: string } {
  const back = (weekday(today) - day + 7) % 7;
  const ahead = (day - weekday(today) + 7) % 7;
  if (which === 'next' || which === 'coming' || which === 'following')
    return {
      number: today + (ahead === 0 ? 7 : ahead),
      why: `the first such day after publication on ${isoDay(today)}`,
    };
  if (which === 'last' || which === 'past' || which === 'previous')
    return { number: today - (back === 0 ? 7 : back), why: `the last such day before publication on ${isoDay(today)}` };
  if (back === 0) return { number: today, why: 'the day of publication' };
  return direction === 'future'
    ? {
        number: today + ahead,
        why: `the first such day after publication on ${isoDay(today)}: the clause speaks of what is to come`,
      }
    : { number: today - back, why: `the last such day before publication on ${isoDay(today)}` };
}

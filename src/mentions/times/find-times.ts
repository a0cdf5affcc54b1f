// A parsed text in, its times out: rules tried at each word, the longest match wins.

import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import { calendarDate, furtherDays } from './calendar-date.ts';
import { CLOCK_ALONE, clock } from './clock.ts';
import { duration } from './duration.ts';
import { frequency } from './frequency.ts';
import { holiday } from './holiday.ts';
import { partOfDay } from './part-of-day.ts';
import { joinRanges } from './range.ts';
import { reference } from './reference.ts';
import { relativeUnit } from './relative-unit.ts';
import { runningUnit } from './running-unit.ts';
import { ahead, HEARTS, type Match, makeScan, openSentence, type Rule, type Scan } from './scan.ts';
import { season } from './season.ts';
import { remember } from './text-set.ts';
import type { FoundTimes, TimeMention } from './time.ts';
import { weekdayName } from './weekday-name.ts';
import {
  CLOCK as CLOCKS,
  FIGURE,
  FREQUENCY,
  HOLIDAY,
  MONTH,
  OPENS,
  REFERENCE,
  SEASON,
  SPELLED,
  UNIT,
  WEAK,
  WEEKDAY,
} from './word-index.ts';
import { furtherYear, year } from './year.ts';

/** In order; of two matches of one length the earlier rule wins. Beside each, the kinds of words that it needs one of. */
export const RULES: readonly (readonly [string, Rule, number])[] = [
  ['times/calendar-date', calendarDate, MONTH | FIGURE],
  ['times/weekday-name', weekdayName, WEEKDAY],
  ['times/part-of-day', partOfDay, UNIT | REFERENCE | MONTH],
  ['times/holiday', holiday, HOLIDAY],
  ['times/season', season, SEASON | UNIT | WEAK],
  ['times/running-unit', runningUnit, UNIT | WEAK],
  ['times/relative-unit', relativeUnit, UNIT | MONTH],
  ['times/clock', clock, CLOCKS | FIGURE],
  ['times/reference', reference, REFERENCE | WEAK | UNIT],
  ['times/frequency', frequency, FREQUENCY | UNIT | WEEKDAY],
  ['times/year', year, FIGURE | UNIT | SPELLED],
  ['times/duration', duration, UNIT],
];

/** Mentions in text order, none over another. Never throws on a text. */
export function findTimes(parsed: Parsed): FoundTimes {
  const scan = makeScan(parsed);
  const { tokens } = parsed.text;
  const mentions: TimeMention[] = [];
  const firsts: number[] = [];
  let wanting = 0;
  let open = -1;
  const take = (match: Match, at: number, rule: string): void => {
    remember(scan, match, at);
    const { end, type, value, interval, basis, why } = match;
    if (match.wanting) wanting++;
    firsts.push(at);
    mentions.push({
      span: { start: tokens.start[at] ?? 0, end: tokens.end[end - 1] ?? 0 },
      head: end - 1,
      value: { type, value, interval },
      basis,
      rule,
      why,
      from: [],
    });
  };
  for (let at = 0; at < scan.length; ) {
    const kinds = ((scan.bits[at] as number) & OPENS) === 0 ? 0 : ahead(scan, at);
    if ((kinds & HEARTS) === 0) {
      at++;
      continue;
    }
    const sentence = tokens.sentence[at] as number;
    if (sentence !== open) {
      open = sentence;
      openSentence(scan, sentence);
    }
    const longest = longestAt(scan, at, kinds);
    if (!longest) {
      at++;
      continue;
    }
    const { rule } = longest;
    let best = longest.match;
    if (CLOCK.test(rule)) best = onDaySet(best, mentions, scan, at);
    take(best, at, rule);
    at = best.end;
    const further =
      rule === 'times/calendar-date' ? furtherDays(scan, best) : rule === 'times/year' ? furtherYear(scan, best) : null;
    if (further) {
      take(further.match, further.at, rule);
      at = further.match.end;
    }
  }
  joinRanges(mentions, firsts, scan);
  const issues: Issue[] =
    wanting > 0
      ? [
          {
            code: 'time/no-publication-date',
            span: null,
            message: `${wanting} ${wanting === 1 ? 'time is' : 'times are'} counted from the publication date, which is unknown; they stay unresolved`,
          },
        ]
      : [];
  return { mentions, issues };
}

/** The longest match that begins at `at`, and its rule; `kinds` are those of the words ahead. */
function longestAt(scan: Scan, at: number, kinds: number): { readonly match: Match; readonly rule: string } | null {
  let best: Match | null = null;
  let rule = '';
  for (const [name, find, needs] of RULES) {
    if ((kinds & needs) === 0) continue;
    const match = find(scan, at);
    if (match && match.end <= (scan.sentenceEnd[at] ?? 0) && (!best || match.end > best.end)) {
      best = match;
      rule = name;
    }
  }
  return best && { match: best, rule };
}

const CLOCK = /^times\/(?:clock|reference)$/;

/** “On Friday the blast came at 10 a.m.”: a clock time goes with the day that its sentence named before it. */
function onDaySet(match: Match, mentions: readonly TimeMention[], scan: Scan, at: number): Match {
  const clock = /^(?:\d{4}-\d{2}-\d{2}|XXXX-XX-XX)(T\d{2}:\d{2})$/.exec(match.value);
  const last = mentions.at(-1);
  if (!clock || !last || !match.why.startsWith(CLOCK_ALONE)) return match;
  const { sentence } = scan.parsed.text.tokens;
  if (sentence[last.head] !== sentence[at]) return match;
  const { type, value, interval } = last.value;
  const day = interval?.[0];
  if (interval === null || day === undefined || day !== interval[1]) return match;
  // “at 3 p.m. on Monday (1300 GMT)”: the other clock's day may be the next, which only the hours could tell
  if (type !== 'DATE' ? !value.startsWith(`${day}T`) || scan.words[at - 1] !== '(' : value !== day) return match;
  return { ...match, value: `${day}${clock[1]}`, interval, why: 'the clock time on the day that its sentence names' };
}

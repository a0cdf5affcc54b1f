// A parsed text in, its times out: rules tried at each word, the longest match wins.

import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import { parseDay } from './calendar.ts';
import { calendarDate } from './calendar-date.ts';
import { CLOCK_ALONE, clock } from './clock.ts';
import { duration, YEAR_BEFORE } from './duration.ts';
import { frequency } from './frequency.ts';
import { reference } from './reference.ts';
import { relativeUnit } from './relative-unit.ts';
import { type Match, makeScan, openSentence, type Rule, type Scan } from './scan.ts';
import { season } from './season.ts';
import type { FoundTimes, TimeMention } from './time.ts';
import { weekdayName } from './weekday-name.ts';
import { OPENS } from './word-index.ts';
import { year } from './year.ts';

/** In order; of two matches of one length the earlier rule wins. */
export const RULES: readonly (readonly [string, Rule])[] = [
  ['times/calendar-date', calendarDate],
  ['times/weekday-name', weekdayName],
  ['times/season', season],
  ['times/relative-unit', relativeUnit],
  ['times/clock', clock],
  ['times/reference', reference],
  ['times/frequency', frequency],
  ['times/year', year],
  ['times/duration', duration],
];

/** Mentions in text order, none over another. Never throws on a text. */
export function findTimes(parsed: Parsed): FoundTimes {
  const scan = makeScan(parsed);
  const { tokens } = parsed.text;
  const { sentences } = parsed.text;
  const mentions: TimeMention[] = [];
  let wanting = 0;
  let open = -1;
  for (let at = 0; at < scan.length; ) {
    const sentence = tokens.sentence[at] as number;
    if (sentence !== open) {
      open = sentence;
      if (!openSentence(scan, sentence)) {
        at = sentences.endToken[sentence] as number;
        continue;
      }
    }
    if (((scan.bits[at] as number) & OPENS) === 0) {
      at++;
      continue;
    }
    let best: Match | null = null;
    let rule = '';
    for (const [name, find] of RULES) {
      const match = find(scan, at);
      if (match && match.end <= (scan.sentenceEnd[at] ?? 0) && (!best || match.end > best.end)) {
        best = match;
        rule = name;
      }
    }
    if (!best) {
      at++;
      continue;
    }
    if (CLOCK.test(rule)) best = onDaySet(best, mentions, scan, at);
    remember(scan, best, at);
    const { end, type, value, interval, basis, why } = best;
    if (best.wanting) wanting++;
    mentions.push({
      span: { start: tokens.start[at] ?? 0, end: tokens.end[end - 1] ?? 0 },
      head: end - 1,
      value: { type, value, interval },
      basis,
      rule,
      why,
      from: [],
    });
    at = end;
  }
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

const CLOCK = /^times\/(?:clock|reference)$/;

/** “On Friday the blast came at 10 a.m.”: a clock time goes with the day that its sentence named before it. */
function onDaySet(match: Match, mentions: readonly TimeMention[], { parsed }: Scan, at: number): Match {
  const clock = /^(?:\d{4}-\d{2}-\d{2}|XXXX-XX-XX)(T\d{2}:\d{2})$/.exec(match.value);
  const last = mentions.at(-1);
  if (!clock || !last || match.why !== CLOCK_ALONE) return match;
  if (parsed.text.tokens.sentence[last.head] !== parsed.text.tokens.sentence[at]) return match;
  const { type, value, interval } = last.value;
  if (type !== 'DATE' || interval === null || interval[0] !== interval[1] || value !== interval[0]) return match;
  return { ...match, value: `${value}${clock[1]}`, interval, why: 'the clock time on the day that its sentence names' };
}

/** Keeps the day or quarter that a time names, for what is counted from it later. */
function remember({ set, parsed, today }: Scan, { type, value, interval, why }: Match, at: number): void {
  const sentence = parsed.text.tokens.sentence[at] ?? 0;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  // “a year earlier” compares; what follows goes on about the quarter itself
  if (quarter && why === YEAR_BEFORE) return;
  if (quarter) {
    set.quarter = Number(quarter[1]) * 4 + Number(quarter[2]) - 1;
    set.quarterSentence = sentence;
  } else if ((type === 'DATE' || type === 'TIME') && interval && interval[0] === interval[1]) {
    const day = parseDay(interval[0]);
    // “today” sets nothing that another day could be counted from: that is what publication does
    if (day === null || day === today) return;
    set.day = day;
    set.daySentence = sentence;
  }
}

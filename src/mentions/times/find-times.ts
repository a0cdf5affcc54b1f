// A parsed text in, its times out: rules tried at each word, the longest match wins.

import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import { calendarDate } from './calendar-date.ts';
import { clock } from './clock.ts';
import { duration } from './duration.ts';
import { frequency } from './frequency.ts';
import { reference } from './reference.ts';
import { relativeUnit } from './relative-unit.ts';
import { type Match, makeScan, type Rule } from './scan.ts';
import { season } from './season.ts';
import type { FoundTimes, TimeMention } from './time.ts';
import { weekdayName } from './weekday-name.ts';
import { timeWords } from './words.ts';
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
  const { openers } = timeWords();
  const mentions: TimeMention[] = [];
  let wanting = 0;
  for (let at = 0; at < scan.length; ) {
    const word = scan.words[at] ?? '';
    const first = word.charCodeAt(0);
    if (!((first >= 48 && first <= 57) || first === 39 || openers.has(word))) {
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

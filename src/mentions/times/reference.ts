// Words that name a time by themselves: today, tonight, yesterday morning, now, recently, overnight.
import { tagOf } from '../../grammar/tree.ts';
import { isoDay } from './calendar.ts';
import { CLOCK_ALONE } from './clock.ts';
import { dayAt } from './day-at.ts';
import { dayPart } from './day-part.ts';
import type { Match, Rule, Scan } from './scan.ts';
import { timeWords } from './words.ts';

export const reference: Rule = (scan, at) => {
  const { words, today } = scan;
  const word = words[at] ?? '';
  const vague = (end: number, value: string): Match => ({
    end,
    type: 'DATE',
    value,
    interval: null,
    basis: 'stated',
    why: 'a reference that names no day',
  });
  if (word === 'right' && words[at + 1] === 'now') return vague(at + 2, 'PRESENT_REF');
  if (word === 'at' && words[at + 1] === 'present') return vague(at + 2, 'PRESENT_REF');
  if (word === 'at' && words[at + 1] === 'the' && words[at + 2] === 'moment') return vague(at + 3, 'PRESENT_REF');
  // “at the time” is then, not now; “at the time of its founding” names no day either
  if (word === 'at' && words[at + 1] === 'the' && words[at + 2] === 'time')
    return words[at + 3] === 'of' ? null : vague(at + 3, 'PAST_REF');
  if (word === 'the' && words[at + 1] === 'future') return vague(at + 2, 'FUTURE_REF');
  if (
    word === 'the' &&
    words[at + 1] === 'past' &&
    !timeWords().units.has(words[at + 2] ?? '') &&
    !timeWords().numbers.has(words[at + 2] ?? '') &&
    !/^(?:few|several|\d|decade|couple)/.test(words[at + 2] ?? '')
  ) {
    return scan.parsed.words.head[at + 1] !== undefined && words[at - 1] === 'in' ? vague(at + 2, 'PAST_REF') : null;
  }
  if (word === 'these' && words[at + 1] === 'days') return vague(at + 2, 'PRESENT_REF');
  if (word === 'the' && /^(?:near|foreseeable|immediate)$/.test(words[at + 1] ?? '') && words[at + 2] === 'future')
    return vague(at + 3, 'FUTURE_REF');
  const value = timeWords().references.get(word);
  if (value === undefined) return null;
  // “the current talks”: an adjective, and no name
  if ((word === 'current' || word === 'recent') && (tagOf(scan.parsed, at) !== 'JJ' || named(scan, at))) return null;
  if (word === 'soon' && words[at + 1] === 'as') return null;
  if (value.endsWith('_REF')) return vague(at + 1, value);
  // the film “High Noon”
  if (value.startsWith('T') && named(scan, at)) return null;
  const day = value.startsWith('T') ? dayAt(scan, at + 1) : null;
  if (day) return { ...day, type: 'TIME', value: `${day.value}${value}` };
  if (value.startsWith('T'))
    return today === null
      ? null
      : {
          end: at + 1,
          type: 'TIME',
          value: `${isoDay(today)}${value}`,
          interval: [isoDay(today), isoDay(today)],
          basis: 'implied',
          why: CLOCK_ALONE,
        };
  const shift = Number(/^[+-]\d/.exec(value)?.[0]);
  const fixed = value.slice(2);
  const part = fixed || dayPart(words[at + 1]);
  const end = at + 1 + (!fixed && part ? 1 : 0);
  if (today === null)
    return {
      end,
      type: part ? 'TIME' : 'DATE',
      value: shift === 0 ? 'PRESENT_REF' : 'XXXX-XX-XX',
      interval: null,
      basis: 'stated',
      wanting: true,
      why: 'counted from the publication date, which is unknown',
    };
  const iso = isoDay(today + shift);
  return {
    end,
    type: part ? 'TIME' : 'DATE',
    value: part ? `${iso}T${part}` : iso,
    interval: [iso, iso],
    basis: 'implied',
    why:
      shift === 0 ? 'the day of publication' : `${Math.abs(shift)} day ${shift < 0 ? 'before' : 'after'} publication`,
  };
};

/** A capital inside a sentence makes a name of a common word. */
export function named({ parsed }: Scan, at: number): boolean {
  const { tokens, sentences, report } = parsed.text;
  const code = report.text.charCodeAt(tokens.start[at] ?? 0);
  return code >= 65 && code <= 90 && sentences.firstToken[tokens.sentence[at] ?? 0] !== at;
}

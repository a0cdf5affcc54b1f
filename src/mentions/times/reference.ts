// Words that name a time by themselves: today, tonight, yesterday morning, now, recently, overnight.
import { isoDay } from './calendar.ts';
import { dayPart } from './day-part.ts';
import type { Match, Rule } from './scan.ts';
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
  if (word === 'at' && /^(?:present|the)$/.test(words[at + 1] ?? '') && /^(?:moment|time)$/.test(words[at + 2] ?? ''))
    return vague(at + 3, 'PRESENT_REF');
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
  const value = timeWords().references.get(word);
  if (value === undefined) return null;
  if (value.endsWith('_REF')) return vague(at + 1, value);
  if (value.startsWith('T'))
    return today === null
      ? null
      : {
          end: at + 1,
          type: 'TIME',
          value: `${isoDay(today)}${value}`,
          interval: [isoDay(today), isoDay(today)],
          basis: 'implied',
          why: 'the clock time on the day of publication',
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

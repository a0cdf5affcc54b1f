// Words that say how often in, a TIMEX3 set out: `daily`, `every week`, `each year`, `three times a day`.
import { amountAt } from './amount.ts';
import { period } from './duration.ts';
import type { Match, Rule } from './scan.ts';
import { timeWords } from './words.ts';

export const frequency: Rule = ({ words, parsed }, at) => {
  const { frequencies, units, weekdays } = timeWords();
  const word = words[at] ?? '';
  const often = (end: number, value: string): Match => ({
    end,
    type: 'SET',
    value,
    interval: null,
    basis: 'stated',
    why: 'how often',
  });
  const code = parsed.text.report.text.charCodeAt(parsed.text.tokens.start[at] ?? 0);
  const value = frequencies.get(word);
  // “The Daily Star” is a name
  if (value !== undefined) return code >= 97 ? often(at + 1, value) : null;
  if (word !== 'every' && word !== 'each') return null;
  if (weekdays.has(words[at + 1] ?? ''))
    return often(at + 2, `XXXX-WXX-${(weekdays.get(words[at + 1] ?? '') ?? 0) + 1}`);
  const amount = amountAt(words, at + 1);
  const end = amount && amount.count !== '1' ? amount.end : at + 1;
  const unit = units.get(words[end] ?? '');
  if (unit === undefined || unit === 'WE') return null;
  const letters = /^(?:MO|AF|EV|NI)$/.test(unit) ? 'D' : unit;
  return often(end + 1, period(end === at + 1 ? '1' : (amount?.count ?? '1'), letters));
};

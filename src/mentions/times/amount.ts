// Number words before a unit of time in, how many out: `three`, `1.5`, `a few`, `more than two dozen`.
import { timeWords } from './words.ts';

export interface Amount {
  /** Token behind the amount. */
  readonly end: number;
  /** `3`, `0.5`, or `X` for a vague one. */
  readonly count: string;
}

const VAGUE = /^(?:few|several|many|some|couple|recent|various|countless|numerous)$/;

/** Null when no amount begins at `at`. Modifiers (“more than”, “nearly”) are taken with it. */
export function amountAt(words: readonly string[], at: number): Amount | null {
  let k = at;
  if ((words[k] === 'more' || words[k] === 'less' || words[k] === 'fewer') && words[k + 1] === 'than') k += 2;
  else if (words[k] === 'at' && (words[k + 1] === 'least' || words[k + 1] === 'most')) k += 2;
  else if (words[k] === 'up' && words[k + 1] === 'to') k += 2;
  else if (
    /^(?:nearly|almost|about|around|roughly|approximately|over|some|barely|exactly|another|just)$/.test(
      words[k] ?? '',
    ) &&
    (number(words, k + 1) || words[k + 1] === 'a' || words[k + 1] === 'half')
  )
    k++;
  if (words[k] === 'half') {
    if (words[k + 1] === 'a' || words[k + 1] === 'an') return { end: k + 2, count: '0.5' };
    return null;
  }
  if (words[k] === 'a' || words[k] === 'an') {
    if (words[k + 1] === 'couple') return { end: k + (words[k + 2] === 'of' ? 3 : 2), count: '2' };
    if (words[k + 1] === 'few') return { end: k + 2, count: 'X' };
    if (words[k + 1] === 'dozen') return { end: k + 2, count: '12' };
    if (words[k + 1] === 'half') return null;
    if (/^(?:additional|extra|further|full|entire|whole|mere|single)$/.test(words[k + 1] ?? ''))
      return { end: k + 2, count: '1' };
    return { end: k + 1, count: '1' };
  }
  const found = number(words, k);
  if (found) {
    if (words[found.end] === '1/2' || words[found.end] === '½')
      return { end: found.end + 1, count: String(found.value + 0.5) };
    if (/^(?:more|additional|further|straight|consecutive|full)$/.test(words[found.end] ?? ''))
      return { end: found.end + 1, count: String(found.value) };
    if (
      words[found.end] === '-' &&
      words[found.end + 1] === 'and' &&
      words[found.end + 3] === 'a' &&
      words[found.end + 5] === 'half'
    )
      return { end: found.end + 6, count: String(found.value + 0.5) };
    if (words[found.end] === 'and' && words[found.end + 1] === 'a' && words[found.end + 2] === 'half')
      return { end: found.end + 3, count: String(found.value + 0.5) };
    if (words[found.end] === '-' || words[found.end] === 'to' || words[found.end] === 'or') {
      const second = number(words, found.end + 1);
      if (second && words[found.end + 1] !== undefined)
        return {
          end: second.end,
          count: String(words[found.end] === '-' && !/^\d/.test(words[k] ?? '') ? found.value : second.value),
        };
    }
    return { end: found.end, count: String(found.value) };
  }
  if (VAGUE.test(words[k] ?? ''))
    return {
      end: k + (words[k] === 'couple' && words[k + 1] === 'of' ? 2 : 1),
      count: words[k] === 'couple' ? '2' : 'X',
    };
  if (words[k] === 'the' && VAGUE.test(words[k + 1] ?? '')) return { end: k + 2, count: 'X' };
  return null;
}

/** A number in digits or words, tens and units joined. */
function number(words: readonly string[], at: number): { end: number; value: number } | null {
  const { numbers } = timeWords();
  const word = words[at] ?? '';
  if (/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(word)) {
    const value = Number(word.replaceAll(',', ''));
    return Number.isFinite(value) ? { end: at + 1, value } : null;
  }
  const first = numbers.get(word);
  if (first === undefined) return null;
  let end = at + 1;
  let value = first;
  if (first >= 20 && first <= 90) {
    const dash = words[end] === '-' ? 1 : 0;
    const unit = numbers.get(words[end + dash] ?? '');
    if (unit !== undefined && unit >= 1 && unit <= 9) {
      value += unit;
      end += 1 + dash;
    }
  }
  if (words[end] === 'hundred' || words[end] === 'thousand') {
    value *= words[end] === 'hundred' ? 100 : 1000;
    end++;
  } else if (words[end] === 'dozen') {
    value *= 12;
    end++;
  }
  return { end, value };
}

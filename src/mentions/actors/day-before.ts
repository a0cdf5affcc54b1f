// A token in, whether it is a day, a month or a year that stands right before a name and is none of it: "on Friday Kestrel Motors", "in June Velmar", "in 2014 rebels".
import { DAY, same } from './chunk.ts';
import { ADJ, NOUN, NUM, PROPN, type TokenView } from './token-view.ts';

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** What leads a month or a year, and no name: "in June", "last May", "of 2014". */
const BEFORE_MONTH = /^(?:in|since|until|till|by|last|this|next|early|late|mid|during|of)$/;
const YEAR = /^(?:19|20)\d\d$/;

const SHORT = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$/;
const WHICH = /^(?:last|this|next)$/;

/** "On Friday Kestrel Motors said", but of "Sunday Times". */
export function isDayBefore(view: TokenView, i: number): boolean {
  const { upos, lower } = view;
  if (!same(view, i, i + 1)) return false;
  // "last month Norland's army": when it was
  if (WHICH.test(lower[i - 1] ?? '') && /^(?:week|month|year)$/.test(lower[i] ?? '') && upos[i + 1] === PROPN)
    return true;
  if (WHICH.test(lower[i] ?? '') && /^(?:week|month|year)$/.test(lower[i + 1] ?? '') && upos[i + 2] === PROPN)
    return true;
  if (isMonthBefore(view, i) || (WHICH.test(lower[i] ?? '') && MONTH.test(lower[i + 1] ?? ''))) return true;
  if (upos[i] !== PROPN || !DAY.test(lower[i] ?? '') || upos[i + 1] !== PROPN) return false;
  return !/^(?:times|telegraph|mirror|express|mail|sun|herald|post|club|island|agreement|prayers?|night|morning)$/.test(
    lower[i + 1] ?? '',
  );
}

/** "In June Velmar struck", "in 2014 rebels took", "in May 2016 nine rebels": when it was, and no part of who it was. */
export function isMonthBefore({ upos, lower }: TokenView, i: number): boolean {
  const word = lower[i] ?? '';
  const next = upos[i + 1];
  if (next !== PROPN && next !== ADJ && next !== NOUN && next !== NUM) return false;
  const before = lower[i - 1] ?? '';
  // a day of a month stands behind it, and a name does not begin with the year of one
  if (MONTH.test(word)) return BEFORE_MONTH.test(before) && (next !== NUM || YEAR.test(lower[i + 1] ?? ''));
  if (!YEAR.test(word) || upos[i] !== NUM) return false;
  // "Thu Aug 18 2016 70 militants"
  const month = lower[i - 2] ?? '';
  if (/^\d{1,2}$/.test(before) && (MONTH.test(month) || SHORT.test(month))) return true;
  // "by May 2016 9,000 rebels"; "in 2014 dollars" names nobody
  return BEFORE_MONTH.test(before) || MONTH.test(before);
}

const WHOLE = /^\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?![\d-])/;

/** One past the words of a date that begins at a token and is none of a name: "25-12-2014", "18 2016", "May"; the token itself where none does. */
export function dateEnd(from: number, view: TokenView): number {
  const { lower, start, end, text, length } = view;
  if (isMonthBefore(view, from)) return from + 1;
  const word = lower[from] ?? '';
  if (!/^\d/.test(word)) return from;
  if (/^\d{1,2}$/.test(word) && YEAR.test(lower[from + 1] ?? '')) return from + 2;
  const size = WHOLE.exec(text.slice(start[from], (start[from] ?? 0) + 12))?.[0].length ?? 0;
  if (size === 0) return from;
  let to = from;
  while (to < length && (end[to] ?? 0) < (start[from] ?? 0) + size) to++;
  return to + 1;
}

// A token in, whether it is a day, a month or a year that stands right before a name and is none of it: "on Friday Kestrel Motors", "in June Velmar", "in 2014 rebels".
import { FormTable } from '../../text/word-forms.ts';
import { mark } from '../../text/word-marks.ts';
import { DAY, isUpper, same } from './chunk.ts';
import { ADJ, ADV, NOUN, NUM, PROPN, type TokenView } from './token-view.ts';

/** Sorts of words that tell of days, one bit each, and how they are written. */
const MONTH = 1;
const BEFORE_MONTH = 2;
const YEAR = 4;
const SHORT = 8;
const WHICH = 16;
const SPELL = 32;
const WEEKDAY = 64;
const OF_NAMES = 128;
const DAY_OF_MONTH = 256;
const FIGURE = 512;
const ONE = 1024;
const SPELLS = 2048;
const TIME = 4096;
const LED = 8192;
const COUNT = 16384;
const SORTS: readonly (readonly [sort: number, words: RegExp])[] = [
  [MONTH, /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/],
  // what leads a month or a year, and no name: "in June", "last May", "of 2014"
  [BEFORE_MONTH, /^(?:in|since|until|till|by|last|this|next|early|late|mid|during|of)$/],
  [YEAR, /^(?:19|20)\d\d$/],
  [SHORT, /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$/],
  [WHICH, /^(?:last|this|next)$/],
  [SPELL, /^(?:week|month|year)$/],
  [WEEKDAY, DAY],
  // "Sunday Times", "Friday prayers"
  [OF_NAMES, /^(?:times|telegraph|mirror|express|mail|sun|herald|post|club|island|agreement|prayers?|night|morning)$/],
  [DAY_OF_MONTH, /^\d{1,2}$/],
  [FIGURE, /^\d/],
  [ONE, /^an?$/],
  [SPELLS, /^(?:minutes|hours|days|weeks|months|years|decades)$/],
  [TIME, /^time$/],
  [LED, /^(?:past|last|next|coming|previous|first|second|third|only)$/],
  [COUNT, /^(?:few|several|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty|forty|fifty)$/],
]; // biome-ignore format: one table

const sortsBy = new FormTable((word) => SORTS.reduce((all, [sort, words]) => (words.test(word) ? all | sort : all), 0));

/** Words of any sort. */
const DATED = mark((_, word) => SORTS.some(([, words]) => words.test(word)));

/** The sorts of a word; 0 beyond either end of the text. */
function sortsAt({ marks, word, forms }: TokenView, i: number): number {
  return ((marks[i] ?? 0) & DATED) === 0 ? 0 : sortsBy.of(forms, word[i] as number);
}

/** "On Friday Kestrel Motors said", but of "Sunday Times". */
export function isDayBefore(view: TokenView, i: number): boolean {
  const { upos } = view;
  const sorts = sortsAt(view, i);
  // most words are of none, and the two that "last month Norland" begins with are
  if (sorts === 0 || !same(view, i, i + 1)) return false;
  // "last month Norland's army": when it was
  if ((sorts & SPELL) !== 0 && upos[i + 1] === PROPN && (sortsAt(view, i - 1) & WHICH) !== 0) return true;
  if ((sorts & WHICH) !== 0) {
    const next = sortsAt(view, i + 1);
    if ((next & MONTH) !== 0 || ((next & SPELL) !== 0 && upos[i + 2] === PROPN)) return true;
  }
  // "for a week regime troops had fought", "the second time in a month Norland's army": how long it was
  if ((sorts & ONE) !== 0 && isSpellBefore(view, i + 1)) return true;
  if ((sorts & SPELL) !== 0 && (sortsAt(view, i - 1) & ONE) !== 0 && isSpellBefore(view, i)) return true;
  if (isMonthBefore(view, i)) return true;
  if (upos[i] !== PROPN || (sorts & WEEKDAY) === 0 || upos[i + 1] !== PROPN) return false;
  return (sortsAt(view, i + 1) & OF_NAMES) === 0;
}

/** "In June Velmar struck", "in 2014 rebels took", "in May 2016 nine rebels": when it was, and no part of who it was. */
export function isMonthBefore(view: TokenView, i: number): boolean {
  const sorts = sortsAt(view, i);
  if ((sorts & (MONTH | YEAR)) === 0) return false;
  const { upos } = view;
  const next = upos[i + 1];
  if (next !== PROPN && next !== ADJ && next !== NOUN && next !== NUM) return false;
  const before = sortsAt(view, i - 1);
  // a day of a month stands behind it, and a name does not begin with the year of one
  if ((sorts & MONTH) !== 0)
    return (before & BEFORE_MONTH) !== 0 && (next !== NUM || (sortsAt(view, i + 1) & YEAR) !== 0);
  if (upos[i] !== NUM) return false;
  // "Thu Aug 18 2016 70 militants"
  if ((before & DAY_OF_MONTH) !== 0 && (sortsAt(view, i - 2) & (MONTH | SHORT)) !== 0) return true;
  // "by May 2016 9,000 rebels"; "in 2014 dollars" names nobody
  return (before & (BEFORE_MONTH | MONTH)) !== 0;
}

const WHOLE = /^\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?![\d-])/;

/** One past the words of a date that begins at a token and is none of a name: "25-12-2014", "18 2016", "May"; the token itself where none does. */
function dateEnd(from: number, view: TokenView): number {
  const sorts = sortsAt(view, from);
  if ((sorts & (MONTH | FIGURE)) === 0) return from;
  const { start, end, text, length } = view;
  if (isMonthBefore(view, from)) return from + 1;
  if ((sorts & FIGURE) === 0) return from;
  if ((sorts & DAY_OF_MONTH) !== 0 && (sortsAt(view, from + 1) & YEAR) !== 0) return from + 2;
  const size = WHOLE.exec(text.slice(start[from], (start[from] ?? 0) + 12))?.[0].length ?? 0;
  if (size === 0) return from;
  let to = from;
  while (to < length && (end[to] ?? 0) < (start[from] ?? 0) + size) to++;
  return to + 1;
}

/** One past a date or a spell, "the last three days", that begins at a token; the token itself where none does. */
export const pastDate = (from: number, view: TokenView): number => Math.max(dateEnd(from, view), spellEnd(from, view));

/** One past "the past two weeks", "the last 24 hours", "the first time", where the words of somebody begin behind it; the token itself where none does. */
function spellEnd(from: number, view: TokenView): number {
  const { lower, upos, sentence } = view;
  let at = lower[from] === 'the' ? from + 1 : from;
  const sorts = sortsAt(view, at);
  if ((sorts & (LED | COUNT)) === 0 || sentence[at] !== sentence[from]) return from;
  const led = (sorts & LED) !== 0;
  if (led) at++;
  if ((sortsAt(view, at) & COUNT) !== 0) at++;
  const spell = sortsAt(view, at);
  const to = at + 1;
  if (sentence[to] !== sentence[from]) return from;
  const next = upos[to];
  // "for three days Norland's army", "the first time Republicans": no "two weeks notice", no "the first time buyer"
  const named = next === PROPN || isUpper(view.text, view.start[to] ?? 0);
  if ((spell & TIME) !== 0) return led && (named || (next === NOUN && view.tag(to) === 'NNS')) ? to : from;
  if ((spell & SPELLS) === 0) return from;
  if (named) return to;
  // "in the last three months armed rebels"
  const some = next === NOUN || (next === ADJ && (upos[to + 1] === NOUN || upos[to + 1] === ADJ));
  const lasts = led || /^(?:for|in|within|after|during)$/.test(lower[from - 1] ?? '');
  return lasts && some && !OF_SPELL.test(lower[to] ?? '') ? to : from;
}

/** What takes so long: "two weeks notice". */
const OF_SPELL = /^(?:time|notice|leave|work|training|pay|rest|trip|imprisonment|old|more|longer)$/;

/** Whether "a week" ends at a token, and the words of somebody begin behind it. */
function isSpellBefore(view: TokenView, i: number): boolean {
  const { lower, upos, sentence } = view;
  if ((sortsAt(view, i) & SPELL) === 0 || sentence[i + 1] !== sentence[i]) return false;
  if (upos[i + 1] === PROPN || (upos[i + 1] === ADJ && isUpper(view.text, view.start[i + 1] ?? 0))) return true;
  // "for a week trial" is no such thing
  const led = (at: number) => lower[at] === 'for' || lower[at] === 'in' || lower[at] === 'within';
  return (led(i - 2) || (led(i - 3) && upos[i - 2] === ADV)) && upos[i + 1] === NOUN && view.tag(i + 2) === 'NNS';
}

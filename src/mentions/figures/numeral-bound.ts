// A number and the words round it in, its bounds out: "at least", "up to", "about", "or more", by the table in docs/figures.md.
import { readList } from '../../lexicon/read-list.ts';
import { codeAt, glued, type Numeral } from './numeral.ts';
import type { Pieces } from './pieces.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `least` may be met, `more` is passed: “at least a dozen” is twelve, “more than a dozen” thirteen. */
export type Bound = 'least' | 'more' | 'most' | 'about';

interface Phrase {
  readonly words: readonly number[];
  readonly bound: Bound;
}

/** Phrases by their last word (before a number) and by their first (after it), longest first. */
export interface BoundWords {
  readonly before: ReadonlyMap<number, readonly Phrase[]>;
  readonly after: ReadonlyMap<number, readonly Phrase[]>;
}

export function boundWords(words: Vocabulary): BoundWords {
  const before = new Map<number, Phrase[]>();
  const after = new Map<number, Phrase[]>();
  for (const [text = '', bound, place] of readList('en/figures/bounds').rows) {
    const ids = text.split(' ').map((word) => words.id(word));
    const key = (place === 'before' ? ids.at(-1) : ids[0]) ?? 0;
    const into = place === 'before' ? before : after;
    const list = into.get(key) ?? [];
    list.push({ words: ids, bound: bound as Bound });
    list.sort((a, b) => b.words.length - a.words.length);
    into.set(key, list);
  }
  return { before, after };
}

export interface Bounds {
  from: number;
  to: number;
  low: number | null;
  best: number | null;
  high: number | null;
}

const TILDE = 126;
const ALMOST = 0x2248;
const PLUS = 43;
const LESS = 60;
const MORE = 62;

/** Bounds of `numeral`; `from` reaches left over the bounding words, starting at `left` (a currency sign may stand there). */
export function boundsOf(
  p: Pieces,
  numeral: Numeral,
  left: number,
  right: number,
  { before, after }: BoundWords,
): Bounds {
  let from = left;
  let to = right;
  let bound: Bound | null = null;
  let phrase: Phrase | undefined;
  for (let rounds = 0; rounds < 2; rounds++) {
    phrase = match(p, from - 1, before.get(p.word[from - 1] ?? 0), true);
    if (from === 0 || !phrase) break;
    // "more than about 40": the outer word wins only over "about"
    if (bound === null || bound === 'about') bound = phrase.bound;
    from -= phrase.words.length;
  }
  const sign = codeAt(p, left - 1);
  if (bound === null && left > 0) {
    if (sign === TILDE || sign === ALMOST) bound = 'about';
    else if (sign === MORE) bound = 'more';
    else if (sign === LESS) bound = 'most';
    if (bound !== null) from = left - 1;
  }
  // “sub-300 sq m”: below that
  if (
    bound === null &&
    left > 1 &&
    sign === 45 &&
    glued(p, left) &&
    glued(p, left - 1) &&
    /^sub$/i.test(p.text.slice(p.start[left - 2], p.end[left - 2]))
  ) {
    bound = 'most';
    from = left - 2;
  }
  if (bound === null) {
    if (codeAt(p, to) === PLUS && glued(p, to)) {
      bound = 'least';
      to++;
    } else {
      const skip = codeAt(p, to) === 45 && glued(p, to) ? 1 : 0;
      const found = to + skip < p.length ? match(p, to + skip, after.get(p.word[to + skip] ?? 0), false) : undefined;
      if (found && (skip === 0 || found.bound === 'about')) {
        bound = found.bound;
        to += skip + found.words.length;
      }
    }
  }
  return { from, to, ...settle(numeral, bound) };
}

function match(p: Pieces, at: number, phrases: readonly Phrase[] | undefined, backward: boolean): Phrase | undefined {
  return phrases?.find(({ words }) => {
    const first = backward ? at - words.length + 1 : at;
    return first >= 0 && first + words.length <= p.length && words.every((word, k) => p.word[first + k] === word);
  });
}

function settle({ value, upper, form }: Numeral, bound: Bound | null): Pick<Bounds, 'low' | 'best' | 'high'> {
  if (!Number.isNaN(upper)) return { low: value, best: null, high: upper };
  if (form === 'vague')
    return bound === 'most' ? { low: null, best: null, high: value } : { low: value, best: null, high: null };
  if (bound === 'least') return { low: value, best: null, high: null };
  if (bound === 'more') return { low: form === 'dozen' || value === 1 ? value + 1 : value, best: null, high: null };
  if (bound === 'most') return { low: null, best: null, high: value };
  if (bound === 'about' || form === 'about') return { low: null, best: value, high: null };
  return { low: value, best: value, high: value };
}

// The pieces of a sentence in, its quantities out: every number that counts or measures, with bounds, unit and counted noun.
import { countedNoun } from './counted-noun.ts';
import { notACount } from './not-a-count.ts';
import { codeAt, glued, type Numeral, type NumeralWords, readNumeral } from './numeral.ts';
import { type BoundWords, boundsOf } from './numeral-bound.ts';
import { NUMBER, type Pieces, SIGN, WORD } from './pieces.ts';
import { joinRange } from './range.ts';
import { dash, HYPHEN, minus, moneyBefore, rate, sign, unitAfter } from './unit.ts';
import { CLOSED, type Governor, type NamedWord, type Person, type Thing, type Vocabulary } from './vocabulary.ts';

/** A number with what it counts or measures. Positions are pieces of the sentence. */
export interface Quantity {
  from: number;
  to: number;
  low: number | null;
  best: number | null;
  high: number | null;
  kind: 'count' | 'money' | 'percent' | 'time' | 'measure' | 'share';
  form: Numeral['form'];
  /** Plural noun, currency code, unit; null when nothing is named. */
  unit: string | null;
  /** Piece of the counted noun; -1 when the number stands alone. */
  noun: number;
  person: Person | null;
  thing: Thing | null;
  /** "14 deaths": the counted noun says what happened. */
  toll: Governor | null;
  /** "two wounded soldiers": the piece of the participle between number and noun; -1 otherwise. */
  participle: number;
  /** "three others", "dozens more". */
  more: boolean;
  /** A partitive of something definite: "two of them", "three of the victims". */
  part: boolean;
  /** False for "a man": a noun phrase of one, read only where a verb of killing or the like governs it. */
  numbered: boolean;
  per: string | null;
}

export interface QuantityWords {
  readonly words: Vocabulary;
  readonly numerals: NumeralWords;
  readonly bounds: BoundWords;
  readonly id: Readonly<Record<NamedWord, number>>;
}

/** All quantities of a sentence in order. Linear: each looks at a bounded window. */
export function readQuantities(p: Pieces, w: QuantityWords): Quantity[] {
  const found: Quantity[] = [];
  const { words } = w;
  for (let i = 0; i < p.length; ) {
    if (
      p.kind[i] !== NUMBER &&
      (words.numeral[p.word[i] ?? 0] ?? 0) === 0 &&
      ((p.closed[i] ?? 0) & CLOSED.article) === 0
    ) {
      i++;
      continue;
    }
    const money = moneyBefore(p, i, words);
    const numeral = readNumeral(p, i, w.numerals, money);
    if (!numeral) {
      i++;
      continue;
    }
    if (!money) shareOf(p, numeral, w);
    const chain = i > 1 && p.kind[i] === NUMBER && glued(p, i) && dash(codeAt(p, i - 1)) && p.kind[i - 2] === NUMBER;
    const end = chain ? numeral.to : joinRange(p, numeral, w);
    const reason = money ? null : notACount(p, numeral, words);
    if (
      reason !== null ||
      (!numeral.digits && adjective(p, numeral)) ||
      (numeral.value === 1 &&
        numeral.form !== 'share' &&
        !numeral.digits &&
        (idleOne(p, numeral, w) || p.word[numeral.from - 1] === w.id.not))
    ) {
      i = Math.max(numeral.to, end);
      continue;
    }
    const quantity = measure(p, numeral, end, money, w);
    inheritBound(p, quantity, found.at(-1));
    found.push(quantity);
    i = Math.max(quantity.to, numeral.to);
  }
  return found;
}

/** "more than 100 kilometres (60 miles)": a conversion in brackets has the bound of what it converts. */
function inheritBound(p: Pieces, q: Quantity, before: Quantity | undefined): void {
  const opened = codeAt(p, q.from - 1);
  if (!before || before.person || q.person || before.toll || q.low === null || q.low !== q.best || q.best !== q.high)
    return;
  const gap = q.from - before.to;
  if (!(opened === 40 && gap <= 2) && !(opened === 47 && gap === 1)) return;
  if (before.best !== null && before.low === before.best) return;
  const value = q.best;
  if (before.low !== null && before.high !== null) return;
  // an exact conversion of a rounded number tells itself how exact it is: “some seven miles (11 km)”
  if (before.best !== null) return;
  q.low = before.low === null ? null : value;
  q.best = null;
  q.high = before.high === null ? null : value;
}

/** "a four-door car", "the five-year plan": a number word and a hyphen make an adjective. */
export const adjective = (p: Pieces, n: Numeral): boolean =>
  codeAt(p, n.to) === HYPHEN &&
  p.kind[n.to] === SIGN &&
  glued(p, n.to) &&
  glued(p, n.to + 1) &&
  p.kind[n.to + 1] === WORD;

/** "no one", "one another", "one day", "one of the" (other than people), "the one": no count. */
function idleOne(p: Pieces, n: Numeral, { words, id }: QuantityWords): boolean {
  const before = p.closed[n.from - 1] ?? 0;
  const word = p.word[n.to] ?? 0;
  const next = codeAt(p, n.to);
  // “Apple One’s plan”
  if (next === 39 || next === 0x2019) return true;
  // “one of four missions” is a share, and no count of one
  if (
    (p.closed[n.to] ?? 0) & CLOSED.of &&
    (p.kind[n.to + 1] === NUMBER ||
      (words.numeral[p.word[n.to + 1] ?? 0] ?? 0) > 0 ||
      /^many$/i.test(p.text.slice(p.start[n.to + 1], p.end[n.to + 1]))) &&
    !countsPeople(p, n.to + 2, words)
  )
    return true;
  if (before & (CLOSED.no | CLOSED.another | CLOSED.this | CLOSED.other | CLOSED.possessive) || word === id['another'])
    return true;
  if (before & CLOSED.the) return words.person[word] == null;
  if (
    words.unit[word]?.kind === 'time' &&
    (word === id['day'] || word === id['year'] || word === id['week'] || word === id['month'])
  )
    return true;
  return codeAt(p, n.to) === HYPHEN && glued(p, n.to) && words.unit[p.word[n.to + 1] ?? 0] == null;
}

/** “One in five children”, “nine out of ten houses”: a share of them, and neither one nor five. */
function shareOf(p: Pieces, n: Numeral, { words, numerals, id }: QuantityWords): void {
  if (n.form !== 'exact' || !(n.value >= 1 && n.value < 100) || !Number.isInteger(n.value)) return;
  const out = /^out$/i.test(p.text.slice(p.start[n.to], p.end[n.to])) && p.word[n.to + 1] === numerals.of;
  const within = p.word[n.to] === id.in;
  if (!out && !within) return;
  let start = n.to + (out ? 2 : 1);
  // “one in every 280 residents”
  const every = p.word[start] === id.every;
  if (every) start++;
  const of = readNumeral(p, start, numerals, false);
  if (of?.form !== 'exact' || !(of.value > n.value && of.value <= 1000) || !Number.isInteger(of.value)) return;
  if (of.value > 100 && !every) return;
  // “killed 4 in two raids”, “one in 10 minutes”: only small round wholes make a share
  if (!(n.value === 1 || of.value === 10 || of.value === 100)) return;
  // “shot one out of six hostages”
  if (words.governor[p.word[n.from - 1] ?? 0] != null) return;
  const word = p.word[of.to] ?? 0;
  if (p.kind[of.to] !== WORD || words.unit[word] != null || words.governor[word] != null) return;
  if (within && !every && words.person[word]?.number !== 'many' && n.digits !== of.digits) return;
  if (within && words.thing[word]?.measure === 'attacks') return;
  n.value /= of.value;
  n.form = 'share';
  n.to = of.to;
}

/** A noun of people stands within the next few words. */
function countsPeople(p: Pieces, from: number, words: Vocabulary): boolean {
  for (let k = from; k < Math.min(p.length, from + 4); k++)
    if (words.person[p.word[k] ?? 0]?.number === 'many') return true;
  return false;
}

export function measure(p: Pieces, n: Numeral, end: number, money: boolean, w: QuantityWords): Quantity {
  const { words, id } = w;
  let left = n.from;
  let right = end;
  let kind: Quantity['kind'] = n.form === 'share' ? 'share' : 'count';
  let unit: string | null = null;
  if (money) {
    kind = 'money';
    left--;
    if (p.kind[left] === WORD && words.money[p.word[left] ?? 0] == null) left--; // $US160
    unit = words.money[p.word[left] ?? 0] ?? null;
    if (left > 0 && glued(p, left) && p.kind[left - 1] === WORD) {
      left--; // US$, HK$, A$
      const whole = words.money[words.find(p.text, p.start[left] ?? 0, p.end[left + 1] ?? 0)];
      if (whole) unit = whole;
    } else if (
      left > 0 &&
      p.kind[left - 1] === WORD &&
      /^(?:US|AU|NZ|HK|CA|S|A|C)$/.test(p.text.slice(p.start[left - 1], p.end[left - 1]))
    )
      left--;
  } else if (left > 0 && p.kind[left - 1] === WORD && words.money[p.word[left - 1] ?? 0] != null && glued(p, left)) {
    kind = 'money'; // RM79
    left--;
    unit = words.money[p.word[left] ?? 0] ?? null;
  }
  // “$-50.8bn”
  const owed =
    kind === 'count' && dash(codeAt(p, left - 1)) && glued(p, left) && glued(p, left - 1) && sign(p, left - 2, words);
  if (owed) {
    kind = 'money';
    left -= 2;
    unit = words.money[p.word[left] ?? 0] ?? null;
    n.value = -n.value;
  }
  const negative = owed ? 0 : kind === 'count' || kind === 'money' ? minus(p, left, id) : 0;
  if (negative > 0) {
    left -= negative;
    n.value = -n.value;
  }
  if (!Number.isNaN(n.upper) && p.word[left - 1] === id.between) left--;
  const another = p.word[left - 1] === id.another;
  if (another) left--;
  const bounds = boundsOf(p, n, left, right, w.bounds);
  right = bounds.to;
  const q: Quantity = {
    from: bounds.from, to: right, low: bounds.low, best: bounds.best, high: bounds.high, kind, form: n.form, unit,
    noun: -1, person: null, thing: null, toll: null, participle: -1, more: another, part: false, numbered: true, per: null,
  }; // biome-ignore format: one shape
  if (kind === 'money') {
    if (words.money[p.word[right] ?? 0] != null && p.kind[right] === WORD && unit === 'USD') q.to = right + 1;
  } else if (!unitAfter(p, q, w)) countedNoun(p, q, w);
  rate(p, q, w);
  return q;
}

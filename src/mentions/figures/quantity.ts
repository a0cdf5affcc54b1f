// The pieces of a sentence in, its quantities out: every number that counts or measures, with bounds, unit and counted noun.

import { notACount } from './not-a-count.ts';
import { codeAt, glued, type Numeral, type NumeralWords, pieceLength, readNumeral } from './numeral.ts';
import { type BoundWords, boundsOf } from './numeral-bound.ts';
import { NUMBER, type Pieces, SIGN, WORD } from './pieces.ts';
import { CLOSED, type Governor, NUMERAL, type Person, type Thing, type Vocabulary } from './vocabulary.ts';

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
  readonly id: Readonly<Record<string, number>>;
}

const PERCENT = 37;
const HYPHEN = 45;
const dash = (c: number): boolean => c === HYPHEN || c === 0x2013 || c === 0x2014;
const sign = (p: Pieces, i: number, words: Vocabulary): boolean =>
  i >= 0 && i < p.length && p.kind[i] === SIGN && words.money[p.word[i] ?? 0] != null;

/** Noun phrases end before these. */
const STOP =
  CLOSED.preposition | CLOSED.of | CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.this |
  CLOSED.pronoun | CLOSED.object | CLOSED.plural | CLOSED.who | CLOSED.clause | CLOSED.not | CLOSED.no | CLOSED.say | CLOSED.including; // biome-ignore format: one set

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
    const money =
      sign(p, i - 1, words) ||
      (i > 0 &&
        glued(p, i) &&
        p.kind[i - 1] === WORD &&
        (words.money[p.word[i - 1] ?? 0] != null || sign(p, i - 2, words)));
    const numeral = readNumeral(p, i, w.numerals, money);
    if (!numeral) {
      i++;
      continue;
    }
    const chain = i > 1 && p.kind[i] === NUMBER && glued(p, i) && dash(codeAt(p, i - 1)) && p.kind[i - 2] === NUMBER;
    const end = chain ? numeral.to : joinRange(p, numeral, w);
    const reason = notACount(p, numeral, words);
    if (
      reason !== null ||
      (!numeral.digits && adjective(p, numeral)) ||
      (numeral.value === 1 && !numeral.digits && idleOne(p, numeral, w))
    ) {
      i = Math.max(numeral.to, end);
      continue;
    }
    const quantity = measure(p, numeral, end, money, w);
    found.push(quantity);
    i = Math.max(quantity.to, numeral.to);
  }
  return found;
}

/** "a four-door car", "the five-year plan": a number word and a hyphen make an adjective. */
const adjective = (p: Pieces, n: Numeral): boolean =>
  codeAt(p, n.to) === HYPHEN &&
  p.kind[n.to] === SIGN &&
  glued(p, n.to) &&
  glued(p, n.to + 1) &&
  p.kind[n.to + 1] === WORD;

/** Joins "9 to 14", "12,000-15,000", "between $3 and $4 billion", "three or four" into one; gives the end of all of it. */
function joinRange(p: Pieces, n: Numeral, w: QuantityWords): number {
  const { words, id } = w;
  let at = n.to;
  const ownMoney =
    n.from > 0 &&
    (sign(p, n.from - 1, words) ||
      words.money[p.word[n.from - 1] ?? 0] != null ||
      (glued(p, n.from) && sign(p, n.from - 2, words)));
  const unitAt = at;
  const unitWord =
    at < p.length &&
    ((p.kind[at] === WORD && glued(p, at) && pieceLength(p, at) <= 4) ||
      codeAt(p, at) === PERCENT ||
      words.unit[p.word[at] ?? 0] != null ||
      words.money[p.word[at] ?? 0] != null);
  const percentPair = p.word[at] === id['per'] && p.word[at + 1] === id['cent'];
  if (unitWord) at++;
  else if (percentPair) at += 2;
  const c = codeAt(p, at);
  const word = p.word[at] ?? 0;
  let next = at + 1;
  let joined = false;
  if (dash(c) && p.kind[at] === SIGN) joined = glued(p, at) === glued(p, at + 1);
  else if (word === 0) return n.to;
  else if (word === id['to'])
    joined = !changed(p, n.from, w) && !(n.digits && n.scale === 1 && n.value >= 1900 && n.value <= 2100);
  else if (word === id['and']) joined = between(p, n.from, w);
  else if (word === id['or']) joined = true;
  else if (word === id['up'] && p.word[at + 1] === id['to'] && unitWord) {
    joined = true;
    next = at + 2;
  }
  if (!joined) return n.to;
  let money = false;
  const opened = next;
  while (
    next < p.length &&
    (sign(p, next, words) || (p.kind[next] === WORD && sign(p, next + 1, words) && glued(p, next + 1)))
  ) {
    money = true;
    next++;
  }
  const other = readNumeral(p, next, w.numerals, money || sign(p, n.from - 1, words));
  if (!other || other.form === 'vague' || other.form === 'share' || n.form === 'vague' || n.form === 'share')
    return n.to;
  // each end with its own unit must have the same: not "rose 6.5% to 164p", nor "by $43.6 billion to $419.2 billion"
  if (word === id['to']) {
    if ((unitWord || percentPair) && !sameUnit(p, unitAt, other.to)) return n.to;
    if (ownMoney !== money && !(ownMoney && other.scale > 1)) return n.to;
    if ((ownMoney || unitWord) && p.word[n.from - (ownMoney ? 2 : 1)] === id['by']) return n.to;
  } else if (money && !ownMoney && opened !== next) return n.to;
  let low = n.value;
  if (n.scale === 1 && other.scale > 1 && low < 1000 && low * other.scale <= other.value) low *= other.scale;
  if (!(low < other.value)) return n.to;
  if (word === id['or'] && !(other.value <= low * 2 && (at === n.to || unitWord) && n.digits === other.digits))
    return n.to;
  if (dash(c) && p.kind[at] === SIGN) {
    const tail = codeAt(p, other.to);
    if (dash(tail) && glued(p, other.to) && p.kind[other.to + 1] === NUMBER) return n.to; // a telephone number or a date
    if (
      glued(p, at) &&
      n.digits &&
      n.scale === 1 &&
      low >= 1000 &&
      low < 2100 &&
      other.value < 2100 &&
      pieceLength(p, n.from) === 4
    )
      return n.to;
    if (glued(p, at) && n.digits && low < 10 && other.value < 100 && !nounAt(p, other.to, w)) return n.to; // a score
  }
  n.value = low;
  n.upper = other.value;
  n.to = other.to;
  return other.to;
}

/** The same unit stands at `a` and at `b` ("5% to 10%", "15kHz and 17kHz"). */
const sameUnit = (p: Pieces, a: number, b: number): boolean =>
  b < p.length &&
  pieceLength(p, a) === pieceLength(p, b) &&
  p.text.slice(p.start[a], p.end[a]).toLowerCase() === p.text.slice(p.start[b], p.end[b]).toLowerCase();

const nounAt = (p: Pieces, i: number, { words, id }: QuantityWords): boolean => {
  const word = p.word[i] ?? 0;
  if (i >= p.length) return false;
  return (
    codeAt(p, i) === PERCENT ||
    words.unit[word] != null ||
    words.person[word] != null ||
    words.thing[word] != null ||
    words.money[word] != null ||
    word === id['per'] ||
    (p.kind[i] === WORD && glued(p, i))
  );
};

/** "rose from 9 to 14", "up from 9": two values, not a range. */
function changed(p: Pieces, from: number, { id }: QuantityWords): boolean {
  let at = from - 1;
  for (let k = 0; k < 3 && at >= 0; k++, at--) {
    if (p.word[at] === id['from'])
      return (
        (p.word[at - 1] ?? 0) !== 0 &&
        (((p.closed[at - 1] ?? 0) & CLOSED.rise) !== 0 || p.word[at - 1] === id['up'] || p.word[at - 1] === id['down'])
      );
  }
  return false;
}

function between(p: Pieces, from: number, { id }: QuantityWords): boolean {
  for (let at = from - 1, k = 0; k < 4 && at >= 0; k++, at--) if (p.word[at] === id['between']) return true;
  return false;
}

/** "no one", "one another", "one day", "one of the" (other than people), "the one": no count. */
function idleOne(p: Pieces, n: Numeral, { words, id }: QuantityWords): boolean {
  const before = p.closed[n.from - 1] ?? 0;
  const word = p.word[n.to] ?? 0;
  if (before & (CLOSED.no | CLOSED.this | CLOSED.other | CLOSED.possessive) || word === id['another']) return true;
  if (before & CLOSED.the) return words.person[word] == null;
  if (
    words.unit[word]?.kind === 'time' &&
    (word === id['day'] || word === id['year'] || word === id['week'] || word === id['month'])
  )
    return true;
  return (
    codeAt(p, n.to) === HYPHEN &&
    glued(p, n.to) &&
    isWord(p, n.to + 1, 'year', id) === false &&
    words.unit[p.word[n.to + 1] ?? 0] == null
  );
}

const isWord = (p: Pieces, i: number, name: string, id: QuantityWords['id']): boolean =>
  p.word[i] === id[name] && id[name] !== 0;

function measure(p: Pieces, n: Numeral, end: number, money: boolean, w: QuantityWords): Quantity {
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
  const negative = kind === 'count' || kind === 'money' ? minus(p, left, id) : 0;
  if (negative > 0) {
    left -= negative;
    n.value = -n.value;
  }
  const bounds = boundsOf(p, n, left, right, w.bounds);
  right = bounds.to;
  const q: Quantity = {
    from: bounds.from, to: right, low: bounds.low, best: bounds.best, high: bounds.high, kind, form: n.form, unit,
    noun: -1, person: null, thing: null, toll: null, participle: -1, more: false, part: false, numbered: true, per: null,
  }; // biome-ignore format: one shape
  if (kind === 'money') {
    if (words.money[p.word[right] ?? 0] != null && p.kind[right] === WORD && unit === 'USD') q.to = right + 1;
  } else if (!unitAfter(p, q, w)) countedNoun(p, q, w);
  rate(p, q, w);
  return q;
}

/** Pieces of a minus sign or word before `left`: 0 when there is none. */
function minus(p: Pieces, left: number, id: QuantityWords['id']): number {
  if (left <= 0) return 0;
  const c = codeAt(p, left - 1);
  if ((c === HYPHEN || c === 0x2212) && p.kind[left - 1] === SIGN && glued(p, left)) {
    if (left >= 2 && glued(p, left - 1)) return p.word[left - 2] === id['minus'] ? 2 : 0;
    return 1;
  }
  return p.word[left - 1] === id['minus'] ? 1 : 0;
}

/** Percent, money words, time and measure units behind the number. */
function unitAfter(p: Pieces, q: Quantity, { words, id }: QuantityWords): boolean {
  let at = q.to;
  if (codeAt(p, at) === HYPHEN && glued(p, at) && glued(p, at + 1)) at++;
  if (at >= p.length) return false;
  const word = p.word[at] ?? 0;
  if (
    codeAt(p, at) === PERCENT ||
    words.unit[word]?.unit === 'percent' ||
    (word === id['per'] && p.word[at + 1] === id['cent'])
  ) {
    q.kind = 'percent';
    q.unit = '%';
    q.to = word === id['per'] ? at + 2 : at + 1;
    return true;
  }
  let k = at;
  // "10.5 million Australian dollars": one adjective before a word of money
  if (
    p.kind[at] === WORD &&
    words.money[word] == null &&
    words.money[p.word[at + 1] ?? 0] != null &&
    p.kind[at + 1] === WORD &&
    (p.closed[at] ?? 0) === 0 &&
    words.person[word] != null
  )
    k = at + 1;
  const money = words.money[p.word[k] ?? 0];
  if (money != null && p.kind[k] === WORD) {
    q.kind = 'money';
    q.unit = money;
    q.to = k + 1;
    return true;
  }
  if (p.kind[at] === SIGN && money != null) {
    q.kind = 'money';
    q.unit = money;
    q.to = at + 1;
    return true;
  }
  const unit = words.unit[word];
  if (unit) {
    q.kind = unit.kind === 'time' ? 'time' : 'measure';
    q.unit = unit.unit;
    q.noun = at;
    q.to = at + 1;
    return true;
  }
  return false;
}

/** Finds the noun that is counted: "at least 35 Islamic State jihadists", "dozens of people", "two of them". */
export function countedNoun(p: Pieces, q: Quantity, w: QuantityWords): void {
  const { words } = w;
  let at = q.to;
  const limit = Math.min(p.length, at + 9);
  if (at < limit && (p.closed[at] ?? 0) & CLOSED.of) {
    const next = p.closed[at + 1] ?? 0;
    if (next & (CLOSED.the | CLOSED.this | CLOSED.possessive)) {
      q.part = true;
      at += 2;
    } else if (next & (CLOSED.plural | CLOSED.who | CLOSED.object)) {
      q.part = true;
      q.to = at + 2;
      return;
    } else at++;
  }
  const begin = at;
  let content = -1;
  let run = true;
  let hyphen = false;
  let stopped = -1;
  for (; at < limit; at++) {
    const c = p.closed[at] ?? 0;
    const word = p.word[at] ?? 0;
    if (p.kind[at] === SIGN) {
      const d = codeAt(p, at);
      if (d === HYPHEN && glued(p, at)) {
        hyphen = true;
        continue;
      }
      if (d === 0x27 || d === 0x2019 || d === 34 || d === 0x201c || d === 0x201d) continue;
      break;
    }
    if (p.kind[at] === NUMBER) {
      if (!ageAt(p, at, words)) break;
      at += 2; // 12-year-old
      continue;
    }
    if (p.kind[at] !== WORD) break;
    if (c & CLOSED.other && !(words.person[word] != null)) {
      q.more = true;
      q.to = at + 1;
      continue;
    }
    const governor = words.governor[word];
    const person = words.person[word];
    const thing = words.thing[word];
    if (person && person.number !== 'one') {
      let last = at;
      while (last + 1 < limit && runsOn(p, last + 1, words)) last++;
      take(q, p, last, words);
      return;
    }
    if (thing && thing.number !== 'one') {
      let last = at;
      if (last + 1 < limit && words.person[p.word[last + 1] ?? 0]?.number === 'many') last++;
      take(q, p, last, words);
      return;
    }
    if (person && (q.best === 1 || q.part) && !modifies(p, at + 1, words)) {
      take(q, p, at, words);
      return;
    }
    if (governor) {
      if (governor.role === 'toll' && !hyphen && !(words.governor[p.word[at + 1] ?? 0]?.role === 'toll')) {
        q.toll = governor;
        q.noun = at;
        q.to = at + 1;
        q.unit = p.text.slice(p.start[at], p.end[at]).toLowerCase();
        return;
      }
      if (governor.role === 'part' || governor.role === 'state') {
        const next = words.person[p.word[at + 1] ?? 0];
        const toll = words.governor[p.word[at + 1] ?? 0];
        if ((next && next.number !== 'one') || toll?.role === 'toll' || toll?.role === 'of') {
          q.participle = at;
          continue;
        }
      }
      stopped = at;
      break;
    }
    if (c & STOP || (c & CLOSED.adverb && at > begin)) {
      stopped = at;
      break;
    }
    if (c & CLOSED.and) {
      if (!conjoinedModifier(p, at, limit, words)) break;
      run = false;
      continue;
    }
    if (words.numeral[word] && at > begin) break;
    if (run && (c === 0 || (c & (CLOSED.designator | CLOSED.road | CLOSED.toll | CLOSED.rise)) !== 0)) content = at;
  }
  if (content >= 0 && !q.part && !(stopped === content)) {
    q.unit = p.text.slice(p.start[content], p.end[content]);
    q.noun = content;
    if (q.numbered) q.to = content + 1;
  }
}

const take = (q: Quantity, p: Pieces, at: number, words: Vocabulary): void => {
  const word = p.word[at] ?? 0;
  q.noun = at;
  q.to = at + 1;
  q.person = words.person[word] ?? null;
  q.thing = q.person ? null : (words.thing[word] ?? null);
  q.unit = q.person?.unit ?? q.thing?.unit ?? null;
};

/** The noun phrase goes on: "police officers", "rebel fighters", "Syrian soldiers". */
function runsOn(p: Pieces, i: number, words: Vocabulary): boolean {
  const person = words.person[p.word[i] ?? 0];
  return person != null && person.number !== 'one' && p.kind[i] === WORD;
}

/** The word at `i` shows that the one before it is an adjective: another noun we know, or an unknown word. */
function modifies(p: Pieces, i: number, words: Vocabulary): boolean {
  if (i >= p.length || p.kind[i] !== WORD) return p.kind[i] === SIGN && codeAt(p, i) === HYPHEN && glued(p, i);
  const word = p.word[i] ?? 0;
  return words.person[word] != null || words.thing[word] != null || words.governor[word]?.role === 'toll';
}

/** "Western and Arab-backed rebel officers": a noun of people must still come, before any stop or other number. */
function conjoinedModifier(p: Pieces, and: number, limit: number, words: Vocabulary): boolean {
  for (let k = and + 1; k < limit; k++) {
    const word = p.word[k] ?? 0;
    if (p.kind[k] === NUMBER || (p.closed[k] ?? 0) & STOP || words.governor[word] || words.numeral[word]) return false;
    const person = words.person[word];
    if (person && person.number !== 'one') return true;
  }
  return false;
}

function ageAt(p: Pieces, i: number, words: Vocabulary): boolean {
  let at = i + 1;
  if (codeAt(p, at) === HYPHEN) at++;
  if (words.unit[p.word[at] ?? 0]?.kind !== 'time') return false;
  at++;
  if (codeAt(p, at) === HYPHEN) at++;
  return ((p.closed[at] ?? 0) & CLOSED.old) !== 0;
}

/** "a week", "per month", "each day", "every year". */
function rate(p: Pieces, q: Quantity, { words, id }: QuantityWords): void {
  const word = p.word[q.to] ?? 0;
  if (q.to + 1 >= p.length || word === 0) return;
  if (!((p.closed[q.to] ?? 0) & CLOSED.article) && word !== id['per'] && word !== id['each'] && word !== id['every'])
    return;
  const unit = words.unit[p.word[q.to + 1] ?? 0];
  if (unit?.kind === 'time' || (unit && q.kind === 'money' && word !== 0)) {
    q.per = p.text.slice(p.start[q.to + 1], p.end[q.to + 1]).toLowerCase();
    q.to += 2;
  }
}

export const STOP_CLASSES = STOP;
export { NUMERAL };

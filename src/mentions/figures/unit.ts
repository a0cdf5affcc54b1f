// A number in, the unit written round it out: currency, percent, time, measure, rate, minus.

import { codeAt, glued } from './numeral.ts';
import { type Pieces, SIGN, WORD } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { CLOSED, type Vocabulary } from './vocabulary.ts';

export const sign = (p: Pieces, i: number, words: Vocabulary): boolean =>
  i >= 0 && i < p.length && p.kind[i] === SIGN && words.money[p.word[i] ?? 0] != null;

/** Money is written right before piece `i`: "$", "US$", "$US", "USD". */
export const moneyBefore = (p: Pieces, i: number, words: Vocabulary): boolean =>
  sign(p, i - 1, words) ||
  (i > 0 &&
    glued(p, i) &&
    p.kind[i - 1] === WORD &&
    (words.money[p.word[i - 1] ?? 0] != null ||
      (glued(p, i - 1) && sign(p, i - 2, words)) ||
      (sign(p, i, words) && true)));

/** Pieces of a minus sign or word before `left`: 0 when there is none. */
export function minus(p: Pieces, left: number, id: QuantityWords['id']): number {
  if (left <= 0) return 0;
  const c = codeAt(p, left - 1);
  if ((c === HYPHEN || c === 0x2212) && p.kind[left - 1] === SIGN && glued(p, left)) {
    if (left >= 2 && glued(p, left - 1)) return p.word[left - 2] === id['minus'] ? 2 : 0;
    return 1;
  }
  return p.word[left - 1] === id['minus'] ? 1 : 0;
}

/** Percent, money words, time and measure units behind the number. */
export function unitAfter(p: Pieces, q: Quantity, { words, id }: QuantityWords): boolean {
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

/** "a week", "per month", "each day", "every year". */
export function rate(p: Pieces, q: Quantity, { words, id }: QuantityWords): void {
  const word = p.word[q.to] ?? 0;
  if (q.to + 1 >= p.length || word === 0) return;
  // "3.1 deaths per 100,000 people": no three who died
  if (word === id['per'] && q.kind === 'count' && (p.value[q.to + 1] ?? 0) >= 100) {
    q.per = p.text.slice(p.start[q.to + 1], p.end[q.to + 1]);
    q.toll = null;
    q.person = null;
    return;
  }
  if (!((p.closed[q.to] ?? 0) & CLOSED.article) && word !== id['per'] && word !== id['each'] && word !== id['every'])
    return;
  const unit = words.unit[p.word[q.to + 1] ?? 0];
  if (unit?.kind === 'time' || (unit && q.kind === 'money' && word !== 0)) {
    q.per = p.text.slice(p.start[q.to + 1], p.end[q.to + 1]).toLowerCase();
    q.to += 2;
  }
}

export const PERCENT = 37;

export const HYPHEN = 45;

export const dash = (c: number): boolean => c === HYPHEN || c === 0x2013 || c === 0x2014;

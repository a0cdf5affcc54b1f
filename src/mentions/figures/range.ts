// A number in, joined to the one behind it where they are one range: "9 to 14", "between $3 and $4 billion".

import { codeAt, glued, type Numeral, pieceLength, readNumeral } from './numeral.ts';
import { NUMBER, type Pieces, SIGN, WORD } from './pieces.ts';
import type { QuantityWords } from './quantity.ts';
import { dash, moneyBefore, PERCENT, sign } from './unit.ts';
import { CLOSED } from './vocabulary.ts';

/** “Square” before a unit. */
const SQUARE = /^(?:sq|square|cubic)$/i;

/** Joins "9 to 14", "12,000-15,000", "between $3 and $4 billion", "three or four" into one; gives the end of all of it. */
export function joinRange(p: Pieces, n: Numeral, w: QuantityWords): number {
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
    ((p.kind[at] === WORD &&
      (glued(p, at) ? pieceLength(p, at) <= 4 : SQUARE.test(p.text.slice(p.start[at], p.end[at])))) ||
      codeAt(p, at) === PERCENT ||
      words.unit[p.word[at] ?? 0] != null ||
      words.money[p.word[at] ?? 0] != null);
  const percentPair = p.word[at] === id['per'] && p.word[at + 1] === id['cent'];
  if (unitWord) at++;
  else if (percentPair) at += 2;
  // “450 sq ft up to 900 sq ft”
  if (unitWord && !glued(p, at) && SQUARE.test(p.text.slice(p.start[at - 1], p.end[at - 1])) && p.kind[at] === WORD)
    at++;
  const c = codeAt(p, at);
  const word = p.word[at] ?? 0;
  let next = at + 1;
  let joined = false;
  // “0-to-60”, “200,000-to-260,000”
  if (dash(c) && p.word[at + 1] === id['to'] && dash(codeAt(p, at + 2)) && glued(p, at + 3)) {
    joined = true;
    next = at + 3;
  } else if (word === id['to'] && dash(codeAt(p, at + 1)) && glued(p, at + 2)) {
    joined = true;
    next = at + 2;
  } else if (dash(c) && p.kind[at] === SIGN) joined = glued(p, at) === glued(p, at + 1);
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
    (sign(p, next, words) || (p.kind[next] === WORD && glued(p, next + 1) && moneyBefore(p, next + 1, words)))
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
  if (dash(c) && p.kind[at] === SIGN && next === at + 1) {
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

export function between(p: Pieces, from: number, { id }: QuantityWords): boolean {
  for (let at = from - 1, k = 0; k < 4 && at >= 0; k++, at--) if (p.word[at] === id['between']) return true;
  return false;
}

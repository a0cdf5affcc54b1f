import { codeAt } from './numeral.ts';
import { type Pieces, WORD } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { CLOSED, type NamedWord } from './vocabulary.ts';

export interface Finder {
  readonly p: Pieces;
  readonly w: QuantityWords;
  readonly quantities: readonly Quantity[];
  /** Quantities by their first piece, by the piece behind them, and by the participle inside them. */
  readonly at: ReadonlyMap<number, Quantity>;
  readonly endAt: ReadonlyMap<number, Quantity>;
  readonly participle: ReadonlyMap<number, Quantity>;
  /** Measure of each quantity that a verb governs directly. */
  readonly sure: Map<Quantity, string>;
  readonly out: Governed[];
}

/** A quantity bound to the piece that says what happened. */
export interface Governed {
  quantity: Quantity;
  measure: string;
  trigger: number;
  /** How sure the tie is: 3 for a direct object or subject, 2 for one joined by "and", 1 for a nearest guess. */
  tie: number;
  rule: string;
  why: string;
  /** The number this one is a part of. */
  whole?: Quantity;
}

export const LEFT = 48;

export const RIGHT = 40;

export const has = (p: Pieces, i: number, bits: number): boolean =>
  i >= 0 && i < p.length && ((p.closed[i] ?? 0) & bits) !== 0;

export const is = (f: Finder, i: number, name: NamedWord): boolean =>
  i >= 0 && i < f.p.length && f.p.word[i] === f.w.id[name] && f.p.word[i] !== 0;

export const oneOf = (f: Finder, i: number, ...names: NamedWord[]): boolean => names.some((name) => is(f, i, name));

export const capital = (p: Pieces, i: number): boolean => {
  const c = codeAt(p, i);
  return i >= 0 && i < p.length && p.kind[i] === WORD && ((c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde));
};

export const comma = (p: Pieces, i: number): boolean => codeAt(p, i) === 44;

/** Whether a quantity can be people of this measure. */
export function countsPeople(_f: Finder, q: Quantity, measure: string): boolean {
  if (q.kind !== 'count') return false;
  if (q.toll) return false;
  if (measure === 'vehicles') return q.thing?.measure === 'vehicles';
  if (measure === 'launched' || measure === 'intercepted')
    return q.thing
      ? q.thing.measure === 'weapons' || q.thing.measure === 'vehicles'
      : q.noun < 0 && !q.person && measure === 'intercepted';
  if (q.thing) return false;
  if (q.person) return true;
  return q.noun < 0 || q.more || q.part || q.unit === null;
}

/** Whether a form of "be" or "have" stands before the verb, past adverbs. */
export function auxiliary(f: Finder, i: number): 'be' | 'have' | '' {
  const { p } = f;
  let at = i - 1;
  for (let k = 0; k < 8 && at >= 0; k++, at--) {
    if (has(p, at, CLOSED.be)) return 'be';
    if (has(p, at, CLOSED.have)) return 'have';
    if (has(p, at, CLOSED.adverb)) continue;
    const g = f.w.words.governor[p.word[at] ?? 0];
    if (
      (g?.role === 'part' || is(f, at, 'struck') || is(f, at, 'hit') || is(f, at, 'beaten')) &&
      (has(p, at + 1, CLOSED.and) || comma(p, at + 1))
    )
      continue;
    if (has(p, at, CLOSED.and) && f.w.words.governor[p.word[at - 1] ?? 0]) continue;
    if (has(p, at, CLOSED.and) && (is(f, at - 1, 'struck') || is(f, at - 1, 'hit') || is(f, at - 1, 'beaten')))
      continue;
    if (is(f, at, 'to') && has(p, at - 1, CLOSED.adverb)) continue;
    break;
  }
  return '';
}

/** A verb of its own follows the quantity: "and 32 were injured". */
export function governedAfter(f: Finder, q: Quantity): boolean {
  const { p, w } = f;
  let at = q.to;
  for (let k = 0; k < 4 && at < p.length; k++, at++) {
    if (has(p, at, CLOSED.be | CLOSED.say)) return true;
    if (has(p, at, CLOSED.adverb)) continue;
    const g = w.words.governor[p.word[at] ?? 0];
    return g?.role === 'part' || g?.role === 'state' || g?.role === 'happen';
  }
  return false;
}

/** A name stands there, or nothing but an age with a name. */
export const named = (q: Quantity): boolean => !q.numbered && q.person === ANYBODY;

export const ANYBODY = { number: 'one', unit: 'people', group: null, measure: 'people' } as const;

export function bind(
  f: Finder,
  q: Quantity,
  trigger: number,
  measure: string,
  tie: number,
  rule: string,
  why: string,
): void {
  if (tie === 3) f.sure.set(q, measure);
  f.out.push({
    quantity: q,
    measure,
    trigger,
    tie,
    rule: q.numbered ? rule : 'single',
    why: q.numbered ? why : 'one person, not numbered in the text',
  });
}

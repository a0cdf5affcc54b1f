// A sentence with its figures in, the words that say what each covers out: "since the start of the war", "this year".
import type { Span } from '../../report/span.ts';
import { type Pieces, SIGN } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { CLOSED } from './vocabulary.ts';

/** The scope of each figure that has one, by quantity; the nearest figure before the words has them, else the first behind. */
export function scopes(p: Pieces, quantities: readonly Quantity[], w: QuantityWords): Map<Quantity, Span> {
  const out = new Map<Quantity, Span>();
  if (quantities.length === 0) return out;
  const { id, words } = w;
  // "five days" is a length, not a count that the words could cover
  const spanOfTime = new Map<number, number>();
  const counts: Quantity[] = [];
  for (const q of quantities) {
    if (q.kind === 'time') spanOfTime.set(q.from, q.to);
    else counts.push(q);
  }
  let next = 0;
  for (let i = 0; i < p.length; i++) {
    const word = p.word[i] ?? 0;
    if (word === 0) continue;
    let end = -1;
    if (word === id.since) end = phraseEnd(p, i + 1);
    else if (word === id.so && p.word[i + 1] === id.far)
      end = ((p.closed[i + 2] ?? 0) & CLOSED.this) !== 0 && words.unit[p.word[i + 3] ?? 0] ? i + 4 : i + 2;
    else if (word === id.nationwide) end = i + 1;
    else if (
      (word === id.this || word === id.last) &&
      words.unit[p.word[i + 1] ?? 0]?.kind === 'time' &&
      p.word[i - 1] !== id.far
    )
      end = i + 2;
    else if (word === id.past && words.unit[p.word[i + 1] ?? 0]?.kind === 'time') end = i + 2;
    else if (word === id.past || word === id.last) end = spanOfTime.get(i + 1) ?? -1;
    if (end < 0 || end > p.length) continue;
    let from = i;
    if (((p.closed[from - 1] ?? 0) & CLOSED.the) !== 0) from--;
    if (from < i && ((p.closed[from - 1] ?? 0) & CLOSED.preposition) !== 0) from--;
    while (next < counts.length && (counts[next]?.to ?? 0) <= from) next++;
    const span = { start: p.start[from] ?? 0, end: p.end[end - 1] ?? 0 };
    // counts joined by "and" share the scope: "killed 40 and wounded 90 this year"
    let k = next - 1;
    // words that open a sentence cover what follows; elsewhere they cover what stands before, or something that is no figure
    if (k < 0) {
      if (from > 0) {
        i = end - 1;
        continue;
      }
      k = next;
    }
    const first = counts[k];
    // "killing nine in the heaviest attack this year": the year is the superlative's
    if (first && next > 0 && superlativeBefore(p, first, from)) {
      i = end - 1;
      continue;
    }
    if (first && !out.has(first)) out.set(first, span);
    for (; k > 0 && next > 0; k--) {
      const one = counts[k];
      const before = counts[k - 1];
      if (!one || !before || out.has(before) || one.from - before.to > 4 || !joinedByAnd(p, before.to, one.from)) break;
      out.set(before, span);
    }
    i = end - 1;
  }
  return out;
}

/** A superlative, "the first" or "the only" before the words of scope, in the same clause: they tell its extent, not the count's. */
function superlativeBefore(p: Pieces, count: Quantity, to: number): boolean {
  for (let k = to - 1; k >= Math.max(0, count.from - 8); k--) {
    if (p.superlative[k] === 1) return true;
    if (((p.closed[k] ?? 0) & CLOSED.clause) !== 0 || (k < count.from && (p.verb[k] === 1 || p.kind[k] === SIGN)))
      return false;
    if (
      ((p.closed[k - 1] ?? 0) & CLOSED.the) !== 0 &&
      /^(?:first|second|third|only)$/i.test(p.text.slice(p.start[k], p.end[k]))
    )
      return true;
  }
  return false;
}

function joinedByAnd(p: Pieces, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (((p.closed[k] ?? 0) & CLOSED.and) !== 0) return true;
  return false;
}

/** Past the noun phrase after "since": to the next comma, verb of saying or clause word, ten pieces at most. */
function phraseEnd(p: Pieces, from: number): number {
  const stop = CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.clause | CLOSED.who | CLOSED.and;
  let at = from;
  while (at < p.length && at < from + 10) {
    if (p.kind[at] === SIGN && p.text.charCodeAt(p.start[at] ?? 0) !== 45) break;
    if (((p.closed[at] ?? 0) & stop) !== 0) break;
    at++;
  }
  return at > from ? at : -1;
}

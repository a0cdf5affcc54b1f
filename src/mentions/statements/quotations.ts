// Paired quotation marks in; the quotations that can be something said, as token ranges with what their edges look like, out.
import type { TokenView } from '../actors/token-view.ts';
import type { Range } from './utterance.ts';

/** One quotation, or the piece of one that stands in one paragraph. */
export interface Quotation {
  /** Index into `Text.quotes`. */
  readonly quote: number;
  /** Tokens with the marks. */
  readonly outer: Range;
  /** Tokens without the marks. */
  readonly inner: Range;
  readonly paragraph: number;
  /** Reads as a sentence of its own: begins like one and is more than a name or a term. */
  readonly whole: boolean;
  /** Last character inside the marks. */
  readonly last: string;
  /** Goes on from the quotation before it. */
  readonly continues: boolean;
}

const MARK = /^['"‘’“”«»]+$/;
const END = /[.!?…,;:—–-]/;

/** The outermost quotations in order. Those without a word inside are left out. */
export function findQuotations(view: TokenView): Quotation[] {
  const found: Quotation[] = [];
  let token = 0;
  let reached = 0;
  view.quotes.forEach((quote, index) => {
    if (quote.depth > 0 || quote.span.start < reached) return;
    reached = quote.span.end;
    while (token < view.length && (view.end[token] ?? 0) <= quote.span.start) token++;
    const from = token;
    while (token < view.length && (view.start[token] ?? 0) < quote.span.end) token++;
    let first = from;
    while (first < token && (view.end[first] ?? 0) <= quote.inner.start) first++;
    let past = token;
    while (past > first && (view.start[past - 1] ?? 0) >= quote.inner.end) past--;
    // Doubled marks, ''so'', are one mark.
    while (first < past && MARK.test(view.lower[first] ?? '')) first++;
    while (past > first && MARK.test(view.lower[past - 1] ?? '')) past--;
    if (past <= first) return;
    const opens = view.text.charAt(view.start[first] ?? 0);
    const last = view.text.charAt((view.end[past - 1] ?? 1) - 1);
    const words = past - first - (END.test(last) ? 1 : 0);
    const capital = opens !== opens.toLowerCase() || /[\p{N}.…[(]/u.test(opens);
    const ends = /[.!?…]/.test(last);
    // "“Vladimir, STOP!”" and "“I do.”" are whole; "the “Operation Dawn” offensive" and "a “dictator”" are terms.
    const whole = (capital && (ends || words >= 4 || (last === ',' && words >= 1))) || (last === ',' && words >= 6);
    found.push({
      quote: index, outer: { from, to: token }, inner: { from: first, to: past }, paragraph: view.paragraph[first] ?? 0, whole, last, continues: quote.continues,
    }); // biome-ignore format: one row
  });
  return found;
}

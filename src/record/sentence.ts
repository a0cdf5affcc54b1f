// A place in a text in, the sentence and the paragraph around it out, as far as full stops and line ends tell.
import type { ReadingSpan } from '../reading/schema.ts';

/** A full stop behind which no sentence ends. */
const SHORT = /(?:^|[\s(“"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|St|No|vs|[A-Z]\.[A-Z])$/;

function endsAt(text: string, at: number): boolean {
  if (!/[.!?]/.test(text[at] ?? '')) return false;
  if (text[at] === '.' && SHORT.test(text.slice(Math.max(0, at - 8), at))) return false;
  return /^[”"’')\]]*(?:\s|$)/.test(text.slice(at + 1, at + 6));
}

/** From the end of the sentence before to the end of this one; never over a line's end. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }): ReadingSpan {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n') {
    if (/\s/.test(text[from - 1] ?? '')) {
      let stop = from - 2;
      while (stop > 0 && /[”"’')\]\s]/.test(text[stop] ?? '')) stop--;
      if (stop >= 0 && endsAt(text, stop)) break;
    }
    from--;
  }
  let to = end;
  while (to < text.length && text[to] !== '\n' && !(endsAt(text, to - 1) && /\s/.test(text[to] ?? ''))) to++;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** Offset at which the paragraph of a place in a text begins. */
export const paragraphOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

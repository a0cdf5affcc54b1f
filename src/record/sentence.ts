// A place in a text in, the sentence and the paragraph around it out, as far as full stops and line ends tell.
import type { ReadingSpan } from '../reading/schema.ts';

/** A full stop behind which no sentence ends. */
const SHORT = /(?:^|[\s(“"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|St|No|vs|[A-Z]\.[A-Z])$/;

function endsAt(text: string, at: number): boolean {
  const stop = text[at];
  if (stop !== '.' && stop !== '!' && stop !== '?') return false;
  if (stop === '.' && SHORT.test(text.slice(Math.max(0, at - 8), at))) return false;
  return /^[”"’')\]]*(?:\s|$)/.test(text.slice(at + 1, at + 6));
}

/** Letters are most of a text: only what lies beyond ASCII is looked up. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit === 0x20 || (unit >= 9 && unit <= 13) : /\s/.test(text.charAt(at));
}

/** From the end of the sentence before to the end of this one; never over a line's end. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }): ReadingSpan {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n') {
    if (isSpace(text, from - 1)) {
      let stop = from - 2;
      while (stop > 0 && /[”"’')\]\s]/.test(text[stop] ?? '')) stop--;
      if (stop >= 0 && endsAt(text, stop)) break;
    }
    from--;
  }
  let to = end;
  while (to < text.length && text[to] !== '\n' && !(endsAt(text, to - 1) && isSpace(text, to))) to++;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** Offset at which the paragraph of a place in a text begins. */
export const paragraphOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

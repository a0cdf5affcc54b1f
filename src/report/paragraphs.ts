// A plain text in, its paragraphs and its heading out, all by offset: the text itself stays as it is.
import type { Span } from './span.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Lines without the white space around them; an empty one has start = end. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const line of text.matchAll(/[^\n\r\f\v\u2028\u2029\u0085]*(?:\r\n|[\n\r\f\v\u2028\u2029\u0085]|$)/g)) {
    if (line.index >= text.length) break;
    let start = line.index;
    let end = line.index + line[0].length;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    lines.push({ start, end });
  }
  return lines;
}

const isBlank = (code: number): boolean =>
  code <= 32 ||
  (code >= 0x7f && code <= 0xa0) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfeff ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b);

/**
 * One paragraph a line, unless the text is wrapped by hand: then blank lines part paragraphs, and a paragraph's span
 * runs over its line breaks.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const full = lines.filter(({ start, end }) => end > start);
  if (!isWrapped(text, lines)) return full;
  const paragraphs: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const { start, end } of lines) {
    if (start === end) open = null;
    else if (open && !/^(?:[-*•·–]|\d{1,2}[.)])\s/.test(text.slice(start, start + 5))) open.end = end;
    else {
      open = { start, end };
      paragraphs.push(open);
    }
  }
  return paragraphs;
}

/** Wrapped by hand: most lines that have a neighbour below are of much the same length and end within a sentence. */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  let pairs = 0;
  let within = 0;
  let longest = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || line.start === line.end || next.start === next.end) continue;
    pairs++;
    longest = Math.max(longest, line.end - line.start);
    if (!/[.!?:”"’)\]…]/.test(text[line.end - 1] ?? '')) within++;
  }
  return pairs >= 2 && longest <= 120 && within >= pairs * 0.6;
}

/** A first line that is plainly a heading: short, without a full stop, before a paragraph of sentences. Null otherwise. */
export function headingOf(text: string, paragraphs: readonly Span[]): Span | null {
  const [first, second] = paragraphs;
  if (!first || !second) return null;
  const words = text.slice(first.start, first.end);
  if (words.length > 160 || words.includes('\n') || /[.:;,…—–-]["”’)]?$/.test(words)) return null;
  if ((words.match(/\S+/g)?.length ?? 0) < 2 || /^(?:by|from)\s/i.test(words) || !/\p{Lu}|\p{N}/u.test(words[0] ?? ''))
    return null;
  const body = text.slice(second.start, second.end);
  return /[.!?]["”’)]?$/.test(body) || body.length > 2 * words.length ? first : null;
}

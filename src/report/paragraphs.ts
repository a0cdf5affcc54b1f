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

/** A line of the page between heading and text: who wrote it, when it was put up, how long it takes to read. */
const PAGE_LINE =
  /^(?:(?:by|from|story by|reporting by|written by|text by|photos? by|updated|published|posted|last updated|first published)\b|\d{1,2}:\d{2}\b|\d{1,3} (?:min(?:ute)?s?|hours?) (?:read|ago)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )/i;
/** How many of them are passed over. */
const PAGE_LINES = 3;
const LONGEST_PAGE_LINE = 90;
/** A second line under the heading, in no full sentence. */
const LONGEST_DECK = 200;

/** Null for a paragraph of the report itself. */
const isPageLine = (words: string): boolean =>
  words.length <= LONGEST_PAGE_LINE && !/[.!?]["”’)]?$/.test(words) && PAGE_LINE.test(words);

/** A first line that is plainly a heading: short, without a full stop, before a paragraph of sentences. Null otherwise. */
export function headingOf(text: string, paragraphs: readonly Span[]): Span | null {
  const [first, ...rest] = paragraphs;
  const second = rest.slice(0, PAGE_LINES + 1).find(({ start, end }) => !isPageLine(text.slice(start, end)));
  if (!first || !second) return null;
  const words = text.slice(first.start, first.end);
  if (words.length > 160 || words.includes('\n') || /[.:;,…—–-]["”’)]?$/.test(words)) return null;
  if ((words.match(/\S+/g)?.length ?? 0) < 2 || /^(?:by|from)\s/i.test(words) || !/\p{Lu}|\p{N}/u.test(words[0] ?? ''))
    return null;
  const body = text.slice(second.start, second.end);
  return /[.!?]["”’)]?$/.test(body) || body.length > 2 * words.length ? first : null;
}

/** The paragraphs that may bear the dateline: the first behind the heading, and those behind lines of the page. */
export function openingsOf(text: string, paragraphs: readonly Span[], heading: Span | null): Span[] {
  const openings: Span[] = [];
  for (const paragraph of paragraphs.slice(heading ? 1 : 0, PAGE_LINES + 2)) {
    const words = text.slice(paragraph.start, paragraph.end);
    if (isPageLine(words)) continue;
    openings.push(paragraph);
    if (words.length > LONGEST_DECK || /[.!?]["”’)]?$/.test(words)) break;
  }
  return openings;
}

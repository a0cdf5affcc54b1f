// A Report in, its Text out: paragraphs, sentences, tokens and quotations, in one pass a paragraph.
import type { Issue } from '../report/issue.ts';
import type { Report } from '../report/report.ts';
import { classOf, QUOTE } from './character.ts';
import { pairQuotes, unpaired } from './pair-quotes.ts';
import { scanTokens } from './scan-tokens.ts';
import { SpanList } from './span-list.ts';
import { splitSentences } from './split-sentences.ts';
import type { Pieces, Quote, Text } from './text.ts';
import { textWords } from './words.ts';

/** Cuts a report. Never throws on its text; trouble with it becomes issues. */
export function readText(report: Report): Text {
  const { text, paragraphs } = report;
  const words = textWords();
  const tokens = new SpanList((text.length >> 2) + 16);
  const sentences = new SpanList((text.length >> 6) + 16);
  const range = new SpanList((text.length >> 6) + 16); // first token and one past the last, of each sentence
  const ofParagraph: number[] = [];
  const quotes: Quote[] = [];
  const issues: Issue[] = [];
  let inside: Quote['kind'] | null = null;
  paragraphs.forEach(({ start, end }, paragraph) => {
    const firstQuote = quotes.length;
    // a quotation that is open at a paragraph's end goes on where the next begins with a mark; else a mark is missing
    if (inside !== null && classOf(text.charCodeAt(start)) !== QUOTE) issues.push(unpaired(text, openAt(quotes)));
    inside = pairQuotes(text, start, end, inside, quotes, issues);
    let first = tokens.length;
    scanTokens(text, start, end, words, tokens);
    const endSentence = (last: number) => {
      sentences.push(tokens.start[first] ?? 0, tokens.end[last] ?? 0);
      range.push(first, last + 1);
      ofParagraph.push(paragraph);
      first = last + 1;
    };
    const dateline = datelineEnd(report, tokens, first, start, end);
    if (dateline > first) endSentence(dateline - 1);
    splitSentences(text, tokens, first, tokens.length, quotes.slice(firstQuote), words, endSentence);
  });
  if (inside !== null) issues.push(unpaired(text, openAt(quotes)));
  const sentenceOf = new Int32Array(tokens.length);
  for (let s = 0; s < sentences.length; s++) sentenceOf.fill(s, range.start[s], range.end[s]);
  return {
    report,
    paragraphs: {
      length: paragraphs.length,
      start: Int32Array.from(paragraphs, ({ start }) => start),
      end: Int32Array.from(paragraphs, ({ end }) => end),
    },
    sentences: {
      ...pieces(sentences),
      firstToken: range.start.subarray(0, range.length),
      endToken: range.end.subarray(0, range.length),
      paragraph: Int32Array.from(ofParagraph),
    },
    tokens: { ...pieces(tokens), sentence: sentenceOf },
    quotes,
    issues,
  };
}

/**
 * One past the last token of the dateline where it opens the paragraph, else `first`: “KYIV, April 24 (Outlet) —” is
 * a sentence of its own, since nothing that the report says begins inside it.
 */
function datelineEnd({ dateline }: Report, tokens: SpanList, first: number, start: number, end: number): number {
  if (!dateline || dateline.span.start < start || dateline.span.end >= end) return first;
  let at = first;
  while (at < tokens.length && (tokens.start[at] ?? 0) < dateline.span.end) at++;
  // a token across the edge ("—We", which the scanner did not cut) leaves the sentence whole
  return at < tokens.length && (tokens.end[at - 1] ?? 0) <= dateline.span.end ? at : first;
}

const openAt = (quotes: readonly Quote[]): number => quotes.findLast((quote) => !quote.closed)?.span.start ?? 0;

const pieces = ({ length, start, end }: SpanList): Pieces => ({
  length,
  start: start.subarray(0, length),
  end: end.subarray(0, length),
});

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
    splitSentences(text, tokens, first, tokens.length, quotes.slice(firstQuote), words, (last) => {
      sentences.push(tokens.start[first] ?? 0, tokens.end[last] ?? 0);
      range.push(first, last + 1);
      ofParagraph.push(paragraph);
      first = last + 1;
    });
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

const openAt = (quotes: readonly Quote[]): number => quotes.findLast((quote) => !quote.closed)?.span.start ?? 0;

const pieces = ({ length, start, end }: SpanList): Pieces => ({
  length,
  start: start.subarray(0, length),
  end: end.subarray(0, length),
});

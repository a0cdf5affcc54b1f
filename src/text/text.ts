// A report cut into paragraphs, sentences, tokens and quotations, all by offsets into the one text.
import type { Issue } from '../report/issue.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../report/span.ts';

/** Flat spans: piece `i` is `start[i]..end[i]` in UTF-16 code units of `Report.text`. */
export interface Pieces {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Universal Dependencies words (clitics and punctuation are their own); none owns a string. */
export interface Tokens extends Pieces {
  /** Index of the token's sentence. */
  readonly sentence: Int32Array;
}

export interface Sentences extends Pieces {
  /** First token of each sentence, and one past the last. */
  readonly firstToken: Int32Array;
  readonly endToken: Int32Array;
  /** Index of the sentence's paragraph. */
  readonly paragraph: Int32Array;
}

/** A paired quotation: `span` with its marks, `inner` without. */
export interface Quote {
  readonly span: Span;
  readonly inner: Span;
  readonly kind: 'double' | 'single' | 'guillemet';
  /** 0 for an outermost quotation, 1 for one inside it, and so on. */
  readonly depth: number;
  /** False where the closing mark is missing and the paragraph's end closed it. */
  readonly closed: boolean;
  /** True where this paragraph's quotation goes on from the one before it. */
  readonly continues: boolean;
}

export interface Text {
  readonly report: Report;
  readonly paragraphs: Pieces;
  readonly sentences: Sentences;
  readonly tokens: Tokens;
  readonly quotes: readonly Quote[];
  readonly issues: readonly Issue[];
}

/** The characters of token `index`. Allocates; in hot loops compare character codes of `report.text` instead. */
export function tokenText(text: Text, index: number): string {
  return text.report.text.slice(text.tokens.start[index], text.tokens.end[index]);
}

/** The span of token `index`. Throws RangeError when there is no such token. */
export function tokenSpan(text: Text, index: number): Span {
  const start = text.tokens.start[index];
  const end = text.tokens.end[index];
  if (start === undefined || end === undefined) {
    throw new RangeError(`token ${index} of ${text.tokens.length}`);
  }
  return { start, end };
}

/** The span of sentence `index`. Throws RangeError when there is no such sentence. */
export function sentenceSpan(text: Text, index: number): Span {
  const start = text.sentences.start[index];
  const end = text.sentences.end[index];
  if (start === undefined || end === undefined) {
    throw new RangeError(`sentence ${index} of ${text.sentences.length}`);
  }
  return { start, end };
}

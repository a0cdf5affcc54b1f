// A document in, the grammar of its sentences out: every word with its tag, lemma, head and relation; nothing is kept.
import { z } from 'zod';
import type { Parsed } from '../grammar/parsed.ts';
import { headOf, relationOf, tagOf, uposOf } from '../grammar/tree.ts';
import { tokenText } from '../text/text.ts';
import { Document } from './document.ts';
import { operation } from './operation.ts';
import { parseDocument } from './parse-document.ts';

export const ParsedWord = z
  .object({
    start: z.int().describe('First character in the report’s text'),
    end: z.int(),
    form: z.string(),
    lemma: z.string(),
    upos: z.string().describe('Universal part of speech'),
    tag: z.string().describe('Penn part-of-speech tag'),
    features: z.string().describe('Morphological features, Name=Value|…; empty for none'),
    head: z.int().describe('Place of the head among the sentence’s words, from 0; -1 for the root'),
    relation: z.string().describe('Universal Dependencies relation to the head, with subtype'),
  })
  .meta({ id: 'ParsedWord' });

export const ParsedSentence = z
  .object({
    sentence: z.int().describe('Place among the report’s sentences, from 1'),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    words: z.array(ParsedWord),
  })
  .meta({ id: 'ParsedSentence' });
export type ParsedSentence = z.infer<typeof ParsedSentence>;

export const ParsedReport = z
  .object({
    sentences: z.array(ParsedSentence),
    count: z.int().describe('How many sentences the report has'),
    before: z.int().nullable().describe('Where the sentence before begins, when `at` asks for one; null for none'),
    after: z.int().nullable().describe('Where the next sentence begins, when `at` asks for one; null for none'),
  })
  .meta({ id: 'ParsedReport', description: 'The grammar of a report’s sentences' });
export type ParsedReport = z.infer<typeof ParsedReport>;

/** One sentence of a parsed text, by its index. */
export function sentenceOf(parsed: Parsed, sentence: number): ParsedSentence {
  const { report, sentences, tokens } = parsed.text;
  const first = sentences.firstToken[sentence] as number;
  const start = sentences.start[sentence] as number;
  const end = sentences.end[sentence] as number;
  const count = (sentences.endToken[sentence] as number) - first;
  return {
    sentence: sentence + 1,
    start,
    end,
    text: report.text.slice(start, end),
    words: Array.from({ length: count }, (_, i) => {
      const at = first + i;
      const head = headOf(parsed, at);
      return {
        start: tokens.start[at] as number,
        end: tokens.end[at] as number,
        form: tokenText(parsed.text, at),
        lemma: parsed.words.lemma(at),
        upos: uposOf(parsed, at),
        tag: tagOf(parsed, at),
        features: parsed.words.features(at),
        head: head < 0 ? -1 : head - first,
        relation: relationOf(parsed, at),
      };
    }),
  };
}

/** The sentence that holds a character of the text, or the last one that begins before it; the first for one before all. */
export function sentenceAt({ text: { sentences } }: Parsed, at: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences.start[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const parseOperation = operation({
  name: 'parse',
  summary: 'Give the grammar of a report’s sentences: every word with its tag, lemma, head and relation.',
  input: Document.extend({
    at: z.int().min(0).optional().describe('A character of the text: only the sentence that holds it'),
  }).meta({ id: 'ParseInput' }),
  output: ParsedReport,
  changes: false,
  async run({ text, at, ...about }) {
    const parsed = parseDocument(text, about);
    const { sentences } = parsed.text;
    const count = sentences.length;
    if (at === undefined || count === 0)
      return {
        sentences: Array.from({ length: count }, (_, s) => sentenceOf(parsed, s)),
        count,
        before: null,
        after: null,
      };
    const one = sentenceAt(parsed, at);
    return {
      sentences: [sentenceOf(parsed, one)],
      count,
      before: one > 0 ? (sentences.start[one - 1] as number) : null,
      after: one + 1 < count ? (sentences.start[one + 1] as number) : null,
    };
  },
});

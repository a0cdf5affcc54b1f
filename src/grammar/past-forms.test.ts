// Pasts that look like infinitives, with the shipped model.
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { parse } from './parse.ts';

/** The Penn tag of one word of a sentence. */
function tagOf(word: string, sentence: string): string | undefined {
  const { text, words } = parse(readText(readReport(sentence)));
  for (let i = 0; i < words.length; i++)
    if (sentence.slice(text.tokens.start[i], text.tokens.end[i]) === word) return words.tags[words.tag[i] as number];
  return undefined;
}

describe('pasts that look like infinitives', () => {
  it.each([
    ['beat', 'Police fired tear gas, beat marchers and left.'],
    ['beat', 'The police beat marchers.'],
    ['cut', 'The troops entered Lintz, cut the road and withdrew.'],
  ])('%s is a past: %s', (word, sentence) => expect(tagOf(word, sentence)).toBe('VBD'));
  it.each([
    ['beat', 'Police wanted to chase and beat marchers.'],
    ['cut', 'The troops did not enter Lintz or cut the road.'],
  ])('%s is none: %s', (word, sentence) => expect(tagOf(word, sentence)).not.toBe('VBD'));
});

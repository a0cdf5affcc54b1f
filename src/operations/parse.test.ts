// The operation `parse` on reports whose sentences are known.
import { describe, expect, it } from 'vitest';
import { parseOperation } from './parse.ts';

const TEXT = 'The rebels attacked the village. Two people died. The army sent help.';
const nothing = {
  store: () => Promise.reject(new Error('no record is needed')),
  now: () => '2026-03-05T12:00:00.000Z',
};
const run = (input: { text: string; at?: number; published?: string }) => parseOperation.run(input, nothing);

describe('parse', () => {
  it('gives every sentence with words whose offsets hold', async () => {
    const { sentences, count, before, after } = await run({ text: TEXT });
    expect([sentences.length, count, before, after]).toEqual([3, 3, null, null]);
    for (const { start, end, text, words } of sentences) {
      expect(TEXT.slice(start, end)).toBe(text);
      for (const word of words) expect(TEXT.slice(word.start, word.end)).toBe(word.form);
      expect(words.filter(({ head }) => head === -1)).toHaveLength(1);
      for (const { head } of words) expect(head).toBeLessThan(words.length);
    }
    const attacked = sentences[0]?.words[2];
    expect(attacked).toMatchObject({ form: 'attacked', lemma: 'attack', upos: 'VERB', head: -1, relation: 'root' });
  });

  it('gives the sentence that holds a character, and where its neighbours begin', async () => {
    const at = TEXT.indexOf('people');
    const { sentences, count, before, after } = await run({ text: TEXT, at });
    expect(sentences.map(({ sentence, text }) => [sentence, text])).toEqual([[2, 'Two people died.']]);
    expect([count, before, after]).toEqual([3, 0, TEXT.indexOf('The army')]);
  });

  it.each([
    [0, 1, null],
    [TEXT.length + 99, 3, TEXT.indexOf('Two')],
  ])('at %i gives sentence %i', async (at, sentence, before) => {
    const one = await run({ text: TEXT, at });
    expect(one.sentences[0]?.sentence).toBe(sentence);
    expect(one.before).toBe(before);
  });

  it('gives nothing for a text without words, and refuses a date that is none', async () => {
    expect(await run({ text: ' \n ', at: 3 })).toEqual({ sentences: [], count: 0, before: null, after: null });
    await expect(run({ text: TEXT, published: '2026-02-31' })).rejects.toThrow(/2026-02-31/);
  });
});

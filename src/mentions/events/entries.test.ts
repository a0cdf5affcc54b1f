// The lists of events: every row is an entry, found by its word.
import { describe, expect, it } from 'vitest';
import { entryOf, eventEntries } from './entries.ts';

describe('the entries of events', () => {
  it('are all sound, and those of a word that demand most come first', () => {
    const { verbs, nouns, adjectives } = eventEntries();
    for (const group of [verbs, nouns, adjectives])
      for (const word of group.words()) {
        const demands = (group.get(word) ?? []).map(({ rest, bound }) => rest.length + Number(bound));
        expect(demands.length, word).toBeGreaterThan(0);
        expect(demands, word).toEqual(demands.toSorted((a, b) => b - a));
      }
  });

  it('stand under the word that heads them', () => {
    const { verbs, nouns, adjectives } = eventEntries();
    const under = (group: typeof verbs, word: string) => (group.get(word) ?? []).map(({ words }) => words);
    expect(under(verbs, 'carry')).toContain('carry out massacre on');
    expect(under(nouns, 'cease')).toEqual([]);
    expect(under(nouns, 'attack')).toContain('attack');
    expect(under(adjectives, 'critical')).toContain('critical of');
    expect(verbs.has('there-is-no-such-verb')).toBe(false);
    expect(verbs.get('there-is-no-such-verb')).toBeUndefined();
  });

  it('are refused with the file’s line when they say nothing', () => {
    const bad =
      (...row: string[]) =>
      () =>
        entryOf('ASSAULT', row, () => 'lexicon/x.tsv');
    expect(bad('strike', 'verb', '-', '19', 's>o')).toThrow('lexicon/x.tsv: cameo must have three or four digits');
    expect(bad('strike', 'verb', 'waltz', '190', 's>o')).toThrow('ASSAULT has no mode "waltz"');
    expect(bad('strike', 'verb', '-', '190', 'sideways')).toThrow('unknown frame "sideways"');
    expect(bad('strike', 'noun', '-', '190', 's>o')).toThrow('does not go with a noun');
    expect(bad('strike', 'verb', '-', '190', 's>o', 'o:dragon')).toThrow('unknown kind "dragon"');
  });
});

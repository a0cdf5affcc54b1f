// A map by words against a plain one: the glance refuses nothing that was set.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordMap } from './word-map.ts';

const words = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 40 })));

it('holds what was set, and nothing else', () => {
  fc.assert(
    fc.property(words, words, (known, asked) => {
      const map = new WordMap<number>();
      const plain = new Map<string, number>();
      for (const [i, word] of known.entries()) {
        map.set(word, i);
        plain.set(word, i);
      }
      for (const word of [...known, ...asked]) {
        expect(map.get(word)).toBe(plain.get(word));
        expect(map.has(word)).toBe(plain.has(word));
      }
      expect([...map]).toEqual([...plain]);
    }),
  );
});

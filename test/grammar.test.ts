// The shipped model: it parses, stays linear, and never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childBy, headOf, parse, relationOf, tagOf, uposOf } from '../src/grammar/index.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { tokenText } from '../src/text/text.ts';

const parsed = (text: string) => parse(readText(readReport(text, { type: 'text/plain' })));

describe('the grammar', () => {
  it('finds who did what to whom', () => {
    const p = parsed('The rebels attacked the village and killed three soldiers on Monday.');
    const at = (word: string) =>
      Array.from({ length: p.words.length }, (_, i) => i).find((i) => tokenText(p.text, i) === word) ?? -1;
    expect(relationOf(p, at('attacked'))).toBe('root');
    expect(childBy(p, at('attacked'), 'nsubj')).toBe(at('rebels'));
    expect(childBy(p, at('attacked'), 'obj')).toBe(at('village'));
    expect(headOf(p, at('killed'))).toBe(at('attacked'));
    expect(childBy(p, at('killed'), 'obj')).toBe(at('soldiers'));
    expect([uposOf(p, at('three')), tagOf(p, at('killed'))]).toEqual(['NUM', 'VBD']);
    expect([p.words.lemma(at('soldiers')), p.words.lemma(at('attacked')), p.words.lemma(at('killed'))]).toEqual([
      'soldier',
      'attack',
      'kill',
    ]);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('the', 'THE', 'killed', ',', '“', '”', '12', '.', '(', 'and', 'of', '\n', '🚨'),
  );
  it('gives each word of any text a head in its sentence and no circles', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text, words } = parsed(pieces.join(' '));
        for (let s = 0; s < text.sentences.length; s++) {
          const first = text.sentences.firstToken[s]!;
          const last = text.sentences.endToken[s]!;
          let roots = 0;
          for (let i = first; i < last; i++) {
            if (words.head[i] === -1) roots++;
            let up = i;
            for (let k = 0; k <= last - first && up >= 0; k++) up = words.head[up]!;
            expect(up).toBe(-1);
            expect(words.lemma(i).length).toBeGreaterThan(0);
          }
          expect(roots).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in step with the length of a text without a full stop', () => {
    const time = (count: number) => {
      const text = readText(readReport('and the men of the north said that '.repeat(count), { type: 'text/plain' }));
      const from = process.cpuUsage();
      parse(text);
      const used = process.cpuUsage(from);
      return (used.user + used.system) / 1000;
    };
    const best = (count: number) => Math.min(time(count), time(count), time(count));
    time(200);
    expect(best(3000)).toBeLessThan(Math.max(best(300), 5) * 30);
  });
});

// Every .cases file of this folder, and what must hold for any text: no throw, spans inside, time in step with length.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findFigures } from './find-figures.ts';

const find = (text: string) => findFigures(parse(readText(readReport(text))));

for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.cases'))) {
  testCases(new URL(name, import.meta.url), (text) => {
    const report = readReport(text);
    const parsed = parse(readText(report));
    const word = (token: number | null) =>
      token === null ? null : report.text.slice(parsed.text.tokens.start[token], parsed.text.tokens.end[token]);
    return findFigures(parsed).mentions.map(({ span, value, basis, rule }) => ({
      span,
      kind: value.measure,
      fields: {
        ...value,
        scope: value.scope && report.text.slice(value.scope.start, value.scope.end),
        noun: word(value.noun),
        trigger: word(value.trigger),
        basis,
        rule: rule.slice('figures/'.length),
      },
    }));
  });
}

describe('any text', () => {
  const words = fc.constantFrom(
    'killed', 'at least', '12', 'people', 'and', 'dozens', 'of', ',', 'were', 'between', '3', 'to', '$', '5.4', 'million', '%', 'the', 'death', 'toll',
    'rose', 'from', 'nine', '-', 'year', 'old', 'one', 'a', 'who', 'no', 'casualties', '2,000', '1/2', 'hundred', 'thousand', 'half', '.', '\n\n', '🚨', '“', '”',
    '\u202e', 'e\u0301', 'Smith', 'May', '2014', 'injuring', 'more', 'others', 'shot', 'dead', 'hospital', 'since', 'this', 'among', 'with', 'gunshot', 'wounds',
  ); // biome-ignore format: one table
  const holds = (text: string) => {
    const report = readReport(text);
    const { mentions, issues } = findFigures(parse(readText(report)));
    let last = -1;
    for (const { span, value, head } of mentions) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      last = span.start;
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(report.text.length);
      expect(head).toBeGreaterThanOrEqual(0);
      const { low, best, high } = value;
      expect(low ?? best ?? high).not.toBeNull();
      for (const number of [low, best, high]) if (number !== null) expect(Number.isFinite(number)).toBe(true);
      if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
    }
    for (const { span } of issues) expect(span === null || span.end <= report.text.length).toBe(true);
  };

  it('words of the trade in any order', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => holds(list.join(' '))),
      { numRuns: 400, seed: 7 },
    );
  });

  it('words glued together', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => holds(list.join(''))),
      { numRuns: 300, seed: 8 },
    );
  });

  it('any characters at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 300, seed: 9 });
  });

  it('a numeral of 500 digits is passed over with an issue', () => {
    const { mentions, issues } = find(`Police found ${'7'.repeat(500)} shells and 12 people were killed.`);
    expect(issues.map(({ code }) => code)).toEqual(['figures/not-a-number']);
    expect(mentions.map(({ value }) => [value.measure, value.best])).toEqual([['killed', 12]]);
  });

  it('400 numbers in a sentence, then 800, take time in step', () => {
    const sentence = (n: number) =>
      `${Array.from({ length: n }, (_, i) => `${i + 3} people killed and ${i + 2} wounded`).join(', ')}.`;
    const time = (text: string) => {
      const parsed = parse(readText(readReport(text)));
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < 7; k++) {
        const start = performance.now();
        findFigures(parsed);
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    expect(find(sentence(400)).mentions.length).toBeGreaterThan(700);
    time(sentence(200));
    const ratio = time(sentence(3200)) / time(sentence(400));
    expect(ratio).toBeLessThan(32); // eight times the length; quadratic would be 64
  });

  it('the same text gives the same figures', () => {
    const text = 'At least 12 people died and dozens more were hurt; the toll rose to 14 from nine.';
    expect(find(text)).toEqual(find(text));
  });
});

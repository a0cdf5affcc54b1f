import { expect, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from './read-text.ts';
import { FormTable, formsOf } from './word-forms.ts';

const cut = (text: string) => {
  const { report, tokens } = readText(readReport(text, { type: 'text/plain' }));
  return { ...formsOf(report.text, tokens), tokens };
};

test('a form has one number wherever it stands, in any report, and its lower case is a form too', () => {
  const one = cut('Troops shelled Velmar. The troops left valueOf 12 times.');
  const { forms, numbers } = one;
  const printed = [...numbers].map((number) => forms.printed[number]);
  expect(printed).toEqual(['Troops', 'shelled', 'Velmar', '.', 'The', 'troops', 'left', 'valueOf', '12', 'times', '.']);
  expect(numbers[3]).toBe(numbers[10]);
  expect(forms.lowered[numbers[0] as number]).toBe(numbers[5]);
  expect(forms.lower[numbers[2] as number]).toBe('velmar');
  const other = cut('Velmar said troops left.');
  expect(other.forms).toBe(forms);
  expect(other.numbers[0]).toBe(numbers[2]);
  expect(other.numbers[2]).toBe(numbers[5]);
});

test('a table works out what a form is once', () => {
  const asked: string[] = [];
  const lengths = new FormTable((form) => {
    asked.push(form);
    return form.length;
  });
  const { forms, numbers } = cut('Ansel said Ansel left.');
  expect([...numbers].map((number) => lengths.of(forms, number))).toEqual([5, 4, 5, 4, 1]);
  expect(asked).toEqual(['Ansel', 'said', 'left', '.']);
});

test('a text of more forms than are kept begins a new numbering behind it, and keeps its own', () => {
  const words = Array.from({ length: 33_000 }, (_, i) => `w${10_000 + i}`);
  const tokens = {
    length: words.length,
    start: Int32Array.from(words, (_, i) => 7 * i),
    end: Int32Array.from(words, (_, i) => 7 * i + 6),
  };
  const many = formsOf(words.join(' '), tokens);
  const next = cut('Ansel left.');
  expect(next.forms).not.toBe(many.forms);
  expect(formsOf('', tokens)).toBe(many);
  expect(many.forms.printed[many.numbers[32_999] as number]).toBe('w42999');
});

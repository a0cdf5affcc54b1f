// A text in, its terms out: the same however many other words have been met before.
import { expect, it } from 'vitest';
import { hash, stem, termsOf } from './signature.ts';

it('finds each word of a text by its stem, how often and as what', () => {
  const terms = termsOf(
    'Tarnow burned on Monday. In Tarnow’s harbour ninety crates burned, and the Velm-built crane of 1987.\n🚢 Tarnow’s crates.',
  );
  const of = (word: string) => terms.get(hash(stem(word)));
  expect(of('tarnow')).toMatchObject({ count: 6, name: true, sure: true });
  expect(of('crates')).toMatchObject({ count: 4, name: false });
  expect(of('burned')).toMatchObject({ count: 4, name: false });
  expect(of('velm-built')).toMatchObject({ count: 2, name: true });
  expect(terms.get(hash('1987'))).toMatchObject({ count: 2, weight: 12 });
});

it('tells words apart that stand in one place of what is remembered, and goes on when that is full', () => {
  const text = 'Kern met the harbour masters of Tarnow and Kestria. He said that ninety tugs were laid up.';
  const first = [...termsOf(text)];
  for (let part = 0; part < 30; part++)
    termsOf(
      Array.from(
        { length: 1000 },
        (_, n) => `w${(part * 1000 + n).toString(36).replace(/\d/g, (d) => 'qxyzvjkwbu'[+d] ?? '')}o`,
      ).join(' '),
    );
  expect([...termsOf(text)]).toEqual(first);
});

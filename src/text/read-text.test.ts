import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from './read-text.ts';
import { sentenceSpan, type Text, tokenText } from './text.ts';

const cut = (words: string): Text => readText(readReport(words, { type: 'text/plain' }));
const tokens = (text: Text) => Array.from({ length: text.tokens.length }, (_, i) => tokenText(text, i));
const sentences = (text: Text) =>
  Array.from({ length: text.sentences.length }, (_, i) => {
    const { start, end } = sentenceSpan(text, i);
    return text.report.text.slice(start, end);
  });

describe('words', () => {
  // a bar stands between words
  it.each([
    ['Trump’s envoy didn’t go.', 'Trump|’s|envoy|did|n’t|go|.'],
    ["They can't, won't and cannot.", "They|ca|n't|,|wo|n't|and|can|not|."],
    ["We'll see; I'd say they're gone.", "We|'ll|see|;|I|'d|say|they|'re|gone|."],
    ['the workers’ union', 'the|workers|’|union'],
    ["O'Brien met Ba'athists", "O'Brien|met|Ba'athists"],
    ['The U.S. and the U.N. met at 10:30 a.m. on Jan. 5.', 'The|U.S.|and|the|U.N.|met|at|10:30|a.m.|on|Jan.|5|.'],
    ['No. 5 is closed. No.', 'No.|5|is|closed|.|No|.'],
    ['$2.4 billion, €90,000, US$5m and 12%', '$|2.4|billion|,|€|90,000|,|US$|5|m|and|12|%'],
    ['12,000-15,000 people', '12,000|-|15,000|people'],
    ['a six-month, non-binding e-mail', 'a|six|-|month|,|non-binding|e-mail'],
    ['on 2025-04-24 and 9/11, and/or later', 'on|2025-04-24|and|9/11|,|and|/|or|later'],
    ['call 713-853-3989 or 345-9945', 'call|713-853-3989|or|345-9945'],
    ['“Stop!” he said … —no—', '“|Stop|!|”|he|said|…|—|no|—'],
    ['wait... what?! (yes)', 'wait|...|what|?!|(|yes|)'],
    [
      'see https://a.example/b?c=1. Mail me@a.example, or www.a.example!',
      'see|https://a.example/b?c=1|.|Mail|me@a.example|,|or|www.a.example|!',
    ],
    ['@envoy wrote #ceasefire at 5pm', '@envoy|wrote|#ceasefire|at|5|pm'],
    ['🚨👩🏽‍🚒 Fire', '🚨|👩🏽‍🚒|Fire'],
    ['the end.Next day', 'the|end|.|Next|day'],
    ['Володимир Зеленський і Reşit', 'Володимир|Зеленський|і|Reşit'],
    ['AT&T (the 747) in the 1990s', 'AT&T|(|the|747|)|in|the|1990s'],
  ])('%s', (words, expected) => expect(tokens(cut(words)).join('|')).toBe(expected));
});

describe('sentences', () => {
  it.each([
    ['He left. She stayed.', 2],
    ['Gen. Smith met Sen. Jones of the U.S. Senate.', 1],
    ['They live in the U.S. The others do not.', 2],
    ['“Stop!” the envoy said. Nobody did.', 2],
    ['“We agreed.” The envoy smiled.', 2],
    ['He asked: “Who are you?” Nobody moved.', 2],
    ['It rose 1.5 percent… and fell again.', 1],
    ['J. Smith and K. L. Brown left at 5 p.m. on Friday.', 1],
    ['He won. [6] She lost.', 2],
    ['Was it? Yes! It was.', 3],
    ['Headline without an end\nKYIV, April 24 (Wire) — It began. It ended.', 4],
    ['“First. Second,” he said. "Third." Fourth.', 4],
  ])('%s', (words, count) => expect(sentences(cut(words))).toHaveLength(count));
});

describe('quotations', () => {
  const quotes = (text: Text) =>
    text.quotes.map(
      ({ inner, depth, closed, continues }) =>
        `${depth}${closed ? '' : ' open'}${continues ? ' on' : ''} ${text.report.text.slice(inner.start, inner.end)}`,
    );
  it.each([
    ['“We go,” he said. “Now.”', ['0 We go,', '0 Now.']],
    ['"We go," he said. "Now."', ['0 We go,', '0 Now.']],
    ['“He said ‘no’ twice,” she said.', ['0 He said ‘no’ twice,', '1 no']],
    ["'We go,' Putin's aide said of the dogs' home.", ['0 We go,']],
    ['Putin’s aide, in the ’90s, said the dogs’ home closed.', []],
    ['«Nous partons», he said.', ['0 Nous partons']],
    ['„Wir gehen“, he said.', ['0 Wir gehen']],
    ['“First.\n“Second.”\nThird.', ['0 open First.', '0 on Second.']],
    ['He said “no and left.\nThe next “day” came.', ['0 open no and left.', '0 day']],
    ['He is 5\'10" tall.', []],
    // how wires wrote them
    ["``We go,'' he said. ``It's `now' or never.''", ['0 We go,', "0 It's `now' or never.", '1 now']],
    ["``We go, he said. ``Now.''", ['0 Now.']],
    ["``First.\n``Second.''\nThird.", ['0 open First.', '0 on Second.']],
    ['a stray ” here, then “fine”', ['0 fine']],
  ])('%s', (words, expected) => expect(quotes(cut(words))).toEqual(expected));

  it('tells of a mark without a partner', () => {
    expect(cut('a stray ” here').issues).toMatchObject([
      { code: 'text/unpaired-quotation-mark', span: { start: 8, end: 9 } },
    ]);
    expect(cut('He said “no and left.\nThe next day came.').issues).toMatchObject([
      { code: 'text/unpaired-quotation-mark' },
    ]);
    expect(cut('“First.\n“Second.”\nThird.').issues).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '’',
      '‘',
      '.',
      '...',
      ' ',
      '\n',
      '\n\n',
      'Mr. ',
      'U.S.',
      '12,000',
      '-',
      '—',
      "n't",
      '🚨',
      '\u202e',
      '\u0301',
      'https://',
      '@a.b',
      '(',
      ')',
      'No.',
      '$5m',
    ),
  );
  it('is cut into ordered words that cover all but white space, sentences that cover all words', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = cut(pieces.join(''));
        const { tokens: t, sentences: s, paragraphs: p } = text;
        let at = 0;
        for (let i = 0; i < t.length; i++) {
          expect(t.start[i]).toBeLessThan(t.end[i]!);
          expect(t.start[i]).toBeGreaterThanOrEqual(at);
          at = t.end[i]!;
          const sentence = t.sentence[i]!;
          expect(s.firstToken[sentence]! <= i && i < s.endToken[sentence]!).toBe(true);
          expect(s.start[sentence]! <= t.start[i]! && t.end[i]! <= s.end[sentence]!).toBe(true);
        }
        const covered = new Set(
          Array.from({ length: t.length }, (_, i) => i).flatMap((i) =>
            Array.from({ length: t.end[i]! - t.start[i]! }, (__, k) => t.start[i]! + k),
          ),
        );
        for (let i = 0; i < text.report.text.length; i++)
          if (/[\p{L}\p{N}]/u.test(text.report.text[i]!)) expect(covered.has(i)).toBe(true);
        for (let i = 0; i < s.length; i++) {
          const paragraph = s.paragraph[i]!;
          expect(p.start[paragraph]! <= s.start[i]! && s.end[i]! <= p.end[paragraph]!).toBe(true);
        }
        for (const { span, inner } of text.quotes) {
          expect(
            span.start < inner.start &&
              inner.start <= inner.end &&
              inner.end <= span.end &&
              span.end <= text.report.text.length,
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a', '.', '"', '“', "'", '’', '-', '$', '1,', '@a.', 'U.S. ', '“a” ', '``a', "`a' "])(
    'takes time in step with its length: %j',
    (unit) => {
      const time = (size: number) => {
        const report = readReport(unit.repeat(size / unit.length), { type: 'text/plain' });
        const started = performance.now();
        readText(report);
        return performance.now() - started;
      };
      time(20_000);
      const small = Math.min(time(100_000), time(100_000), time(100_000));
      const large = time(1_000_000);
      expect(large).toBeLessThan(Math.max(small, 2) * 60);
    },
  );
});

describe('a dateline', () => {
  it('is a sentence of its own', () => {
    expect(sentences(cut('PORT AVERIN, Kestria, March 3 (Meridian Wire) — Missiles struck. Nobody slept.'))).toEqual([
      'PORT AVERIN, Kestria, March 3 (Meridian Wire) —',
      'Missiles struck.',
      'Nobody slept.',
    ]);
  });
  it('is not any word before a dash', () => {
    expect(sentences(cut('Missiles struck the port — again. Nobody slept.'))).toHaveLength(2);
  });
});

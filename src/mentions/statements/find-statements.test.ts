// Whatever the text, statements and cast hold together: spans in the text, actors that exist, the same answer twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from '../actors/find-actors.ts';
import { findStatements } from './find-statements.ts';
import { ACTS } from './statement.ts';

function read(text: string, published?: string) {
  const parsed = parse(readText(readReport(text, published ? { published } : {})));
  const cast = findActors(parsed);
  return { text: parsed.text.report.text, cast, ...findStatements(parsed, cast) };
}

const piece = fc.constantFrom(
  'Petrov', 'said', 'told', 'reporters', '“', '”', '"', '‘', '’', "'", ',', '.', ':', '\n\n', 'he', 'she', 'according to', 'the minister', 'on Monday', 'that', 'would', 'leave',
  'and', 'added', 'asked whether', 'accused', 'of', 'Kyiv', 'U.S.', 'officials', 'I', 'they', 'who', '!', '?', '…', '—', '🚨', 'his claim that', 'not', 'to', '’s', '(', ')', 'in an interview with', 'denied',
); // biome-ignore format: one table

describe('any text', () => {
  it('gives statements whose spans lie in it and whose actors exist', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const source = pieces.join(' ');
        const { text, cast, statements } = read(source);
        const inside = ({ start, end }: { start: number; end: number }) =>
          start >= 0 && start < end && end <= text.length;
        for (const { span, value } of statements) {
          expect(inside(span)).toBe(true);
          expect(value.content.length).toBeGreaterThan(0);
          for (const one of [
            ...value.content,
            value.cue,
            value.speakerSpan,
            value.addresseeSpan,
            value.channel,
            value.when,
          ])
            if (one) expect(inside(one)).toBe(true);
          for (const actor of [value.speaker, value.addressee])
            if (actor !== null) expect(cast.actors[actor]).toBeDefined();
          expect(ACTS).toContain(value.act);
        }
        for (const { span, value } of cast.mentions) {
          expect(inside(span)).toBe(true);
          expect(cast.actors[value.actor]).toBeDefined();
        }
        const again = read(source);
        expect(again.statements).toEqual(statements);
        expect(again.cast.actors).toEqual(cast.actors);
      }),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with the text, not faster', () => {
    const time = (n: number) => {
      const text = 'Petrov said “we go, he told them that she said, “no” '.repeat(n);
      const parsed = parse(readText(readReport(text)));
      const started = performance.now();
      findStatements(parsed, findActors(parsed));
      return performance.now() - started;
    };
    time(200);
    expect(time(4000)).toBeLessThan(Math.max(2000, 100 * time(200)));
  });
});

for (const name of [
  'direct',
  'carried',
  'reported',
  'according-to',
  'noun-cues',
  'circumstances',
  'labelled',
  'nested',
]) {
  testCases(new URL(`./${name}.cases`, import.meta.url), (text, settings) => {
    const { statements, cast, text: own } = read(text, settings['published']);
    const words = (span: { start: number; end: number } | null) => (span ? own.slice(span.start, span.end) : null);
    return statements.map(({ value, rule }) => ({
      span: value.content[0] ?? { start: 0, end: 0 },
      kind: value.form,
      fields: {
        speaker: value.speaker === null ? null : cast.actors[value.speaker]?.name,
        as: words(value.speakerSpan),
        cue: words(value.cue),
        act: value.act,
        to: words(value.addresseeSpan),
        channel: words(value.channel),
        when: words(value.when),
        pieces: value.content.length,
        rule: rule.slice('statements/'.length),
      },
    }));
  });
}

// Whatever the text, events hold together: spans in the text, actors that exist, the same answer twice; and their cases.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findMentions } from '../find-mentions.ts';

function read(text: string, published?: string) {
  const mentions = findMentions(parse(readText(readReport(text, published ? { published } : {}))));
  return { text: mentions.parsed.text.report.text, ...mentions };
}

const piece = fc.constantFrom(
  'Russia', 'attacked', 'Kyiv', 'talks', 'between', 'Iran', 'and', 'Israel', 'refused', 'to', 'meet', 'the', 'strike', 'killing', '12 people', 'not', 'will', ',', '.', '\n\n', 'urged',
  'who', 'which', 'said', '“', '”', 'launched', 'an attack on', 'was', 'arrested', 'by', 'police', 'threatened', 'sanctions', 'call for', 'a ceasefire', 'of', 'ending', '🚨', 'at war with',
); // biome-ignore format: one table

describe('any text', () => {
  it('gives events whose spans lie in it and whose links exist', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const source = pieces.join(' ');
        const { text, cast, events, figures, times, statements } = read(source);
        const inside = ({ start, end }: { start: number; end: number }) =>
          start >= 0 && start < end && end <= text.length;
        for (const { value, why, rule } of events.mentions) {
          for (const span of [value.trigger, value.evidence, ...value.wordings]) expect(inside(span)).toBe(true);
          expect(value.evidence.start).toBeLessThanOrEqual(value.trigger.start);
          expect(value.evidence.end).toBeGreaterThanOrEqual(value.trigger.end);
          for (const actor of [...value.actors, ...value.recipients]) expect(cast.actors[actor]).toBeDefined();
          for (const figure of value.figures) expect(figures.mentions[figure]).toBeDefined();
          if (value.time !== null) expect(times.mentions[value.time]).toBeDefined();
          if (value.statement !== null) expect(statements.statements[value.statement]).toBeDefined();
          expect(why).not.toBe('');
          expect(rule).toMatch(/^events\//);
        }
        expect(read(source).events).toEqual(events);
      }),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with the text, not faster', () => {
    const time = (n: number) => {
      const parsed = parse(
        readText(readReport('Russia attacked Ukraine, which urged Iran to stop talks on the strike and '.repeat(n))),
      );
      const started = performance.now();
      findMentions(parsed);
      return performance.now() - started;
    };
    time(100);
    expect(time(2000)).toBeLessThan(Math.max(2000, 100 * time(100)));
  });
});

describe('a headline and its lead', () => {
  const told = (text: string) => read(text).events.mentions.map(({ value }) => `${value.type} ${value.actors.length}`);
  const below = 'OSLO, Jan. 9 (Wire) — Peace talks between Kenya and Togo broke down on Monday.';
  it('tell once of talks of which the headline names one side', () =>
    expect(told(`Kenya talks collapse in Oslo\n\n${below}`)).toEqual(['CONSULT 2', 'REJECT 2']));
  it('tell once of what the same land refused the same people', () =>
    expect(
      told('Kenya blocks inspectors at two ports\n\nOSLO, Jan. 9 — Kenya denied U.N. inspectors access to two ports.'),
    ).toEqual(['REJECT 1']));
  it('tell twice of talks of others', () =>
    expect(told(`Chad talks collapse in Oslo\n\n${below}`)).toEqual(['REJECT 1', 'CONSULT 2', 'REJECT 2']));
});

describe('the count of an event', () => {
  const counted = (text: string) => {
    const { text: all, events, figures } = read(text);
    return events.mentions
      .filter(({ value }) => value.type === 'ASSAULT')
      .flatMap(({ value }) => value.figures.map((one) => figures.mentions[one]?.span))
      .map((span) => span && all.slice(span.start, span.end));
  };
  it('is the number that its toll rises to, not the one that it was', () =>
    expect(
      counted('The number of people killed by the missile strike on the port rose to 17 from 14 overnight.'),
    ).toEqual(['17']));
  it('is no number that something else rises to', () =>
    expect(counted('Prices rose to 17 crowns after rebels attacked the port on Monday.')).toEqual([]));
});

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cases')))
  testCases(new URL(`./${file}`, import.meta.url), (text, settings) => {
    const { cast, events, places, times } = read(text, settings['published']);
    const names = (actors: readonly number[]) => actors.map((actor) => cast.actors[actor]?.name).join(',');
    return events.mentions.map(({ span, value }) => ({
      span,
      kind: value.type,
      fields: {
        ...value,
        actors: names(value.actors),
        recipients: names(value.recipients),
        place: places.places[value.place ?? -1]?.name ?? null,
        time: times.mentions[value.time ?? -1]?.value.value ?? null,
      },
    }));
  });

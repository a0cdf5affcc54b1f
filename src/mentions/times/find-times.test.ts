import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { calendarDay, dayNumber, isoDay, isoWeek, weekday } from './calendar.ts';
import { findTimes, RULES } from './find-times.ts';

const times = (text: string, published?: string) =>
  findTimes(
    parse(readText(readReport(text, { type: 'text/plain', ...(published === undefined ? {} : { published }) }))),
  );

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cases'));
for (const name of files) {
  testCases(new URL(name, import.meta.url), (text, settings) =>
    times(text, settings['published']).mentions.map(({ span, value, basis, rule, why }) => ({
      span,
      kind: value.type.toLowerCase(),
      fields: { ...value, basis, rule, why },
    })),
  );
}

it('every rule has its cases', () => {
  expect(files.map((name) => `times/${name.slice(0, -'.cases'.length)}`).sort()).toEqual(
    RULES.map(([name]) => name).sort(),
  );
});

describe('without a publication date', () => {
  it('what cannot be resolved stays unresolved, and says so', () => {
    const found = times('On Thursday it began; on April 24 it ended; in 2014 it was planned.');
    expect(found.mentions.map(({ value }) => value)).toEqual([
      { type: 'DATE', value: 'XXXX-WXX-4', interval: null },
      { type: 'DATE', value: 'XXXX-04-24', interval: null },
      { type: 'DATE', value: '2014', interval: ['2014-01-01', '2014-12-31'] },
    ]);
    expect(found.issues).toMatchObject([{ code: 'time/no-publication-date' }]);
  });
});

describe('a history', () => {
  const told =
    'The league fell in 1911. Its war began in 1912. In March, Ostrava was lost; on April 3 the fleet sailed. In December 1913 the siege ended. In February the crown was sold. By 1916, 1917 and 1918 all was as in 1812; in May the dead were counted.';
  it('keeps the year told last, goes on into the next, and is not led away by one look back', () => {
    const values = times(told, '2026-03-05').mentions.map(({ value }) => value.value);
    expect(values).toEqual([
      '1911',
      '1912',
      '1912-03',
      '1912-04-03',
      '1913-12',
      '1914-02',
      '1916',
      '1917',
      '1918',
      '1812',
      '1918-05',
    ]);
  });
  it('needs no publication date', () => {
    expect(times(told).issues).toEqual([]);
  });
});

describe('the calendar', () => {
  it('goes from days to dates and back, for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const { year, month, day: of } = calendarDay(day);
        expect(dayNumber(year, month, of)).toBe(day);
        const date = new Date(day * 86_400_000);
        expect([year, month, of, weekday(day)]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          (date.getUTCDay() + 6) % 7,
        ]);
      }),
    );
  });
  it('names ISO weeks', () => {
    for (const [date, week] of [
      ['2025-04-24', '2025-W17'],
      ['2024-12-30', '2025-W01'],
      ['2021-01-03', '2020-W53'],
      ['2026-03-05', '2026-W10'],
    ] as const) {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      expect(isoWeek(dayNumber(year, month, day))).toBe(week);
      expect(isoDay(dayNumber(year, month, day))).toBe(date);
    }
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      'Monday',
      'last',
      'the',
      'a',
      'few',
      'years',
      'ago',
      '24',
      'April',
      '2025',
      '10:30',
      'a.m.',
      'next',
      '-',
      '9'.repeat(500),
      '\u202e',
      'half',
      'the',
      'of',
      'later',
      'that',
      'year',
      'to',
      '5',
      'Easter',
      'night',
      '499',
      'BC',
      '2024-25',
      'and',
      'every',
      '1990s',
      "'90s",
      '31/12/99',
    ),
  );
  it('gives ordered mentions inside it, never a throw', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('2026-03-05', '9999-12-31', '0001-01-01', undefined),
        (pieces, published) => {
          const text = pieces.join(' ');
          let at = 0;
          for (const { span, value } of times(text, published).mentions) {
            expect(span.start >= at && span.start < span.end && span.end <= text.length).toBe(true);
            at = span.end;
            if (value.interval) expect(value.interval[0] <= value.interval[1] || published === '0001-01-01').toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  it('reads years to the ends of the calendar', () => {
    expect(
      times('It ends on December 31, 9999. Next year it begins; three years later it is over.', '9999-06-01').issues,
    ).toEqual([]);
    expect(times('Last year it began, 300 years ago.', '0001-01-01').mentions).toHaveLength(2);
  });
  it('takes marks that turn the writing for what they are', () => {
    const { mentions } = times('On \u202eMarch 3\u202c he fled; on Apr\u0301il 3 nobody did.', '2026-03-05');
    expect(mentions.every(({ span }) => span.start < span.end)).toBe(true);
  });
  it('takes February 29 for no day where no year near has one', () => {
    const { mentions } = times('It was found on February 29, and on Feb. 29 it was lost.', '2026-03-05');
    expect(mentions.every(({ value }) => value.interval === null || value.interval[0] < value.interval[1])).toBe(true);
  });
  it('reads 400 dates in a sentence', () => {
    expect(
      times(`They met on ${Array.from({ length: 400 }, (_, i) => `April ${(i % 28) + 1}, ${1600 + i}`).join(' and ')}.`)
        .mentions,
    ).toHaveLength(400);
  });
});

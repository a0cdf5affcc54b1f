import { describe, expect, it } from 'vitest';
import { madeReading } from '../../test/support/reading.ts';
import { claimsOf, EvidenceError } from './claim.ts';

describe('claimsOf', () => {
  it('gives each value of a reading as a claim with its words', () => {
    const reading = madeReading();
    const claims = claimsOf(reading);
    expect(claims.map(({ kind, id }) => `${kind} ${id.split('.').at(-1)}`)).toEqual([
      'statement s1',
      'figure f1',
      'time t1',
    ]);
    for (const claim of claims) {
      for (const { start, end, quote } of claim.evidence) expect(reading.report.text.slice(start, end)).toBe(quote);
    }
    expect(claims[1]?.fields).toMatchObject({ measure: 'killed', low: 12 });
    expect(claims[1]?.fields).not.toHaveProperty('span');
  });

  it('gives the same ids for the same reading', () => {
    expect(claimsOf(madeReading()).map(({ id }) => id)).toEqual(claimsOf(madeReading()).map(({ id }) => id));
  });

  it('refuses words that do not stand where they are said to', () => {
    const reading = madeReading();
    const moved = {
      ...reading,
      times: reading.times.map((time) => ({ ...time, span: { ...time.span, start: time.span.start + 1 } })),
    };
    expect(() => claimsOf(moved)).toThrow(EvidenceError);
  });

  it('refuses a claim without words', () => {
    const reading = madeReading();
    const bare = {
      ...reading,
      places: [
        {
          id: 'p1',
          name: 'Velmar',
          country: null,
          latitude: null,
          longitude: null,
          geonames: null,
          precision: null,
          mentions: [],
        },
      ],
    };
    expect(() => claimsOf(bare)).toThrow(/p1 .* has no words/);
  });
});

import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fullReading, madeReading } from '../../test/support/reading.ts';
import { checkReading } from '../reading/check-reading.ts';
import { facetsOf } from './claim.ts';
import { claimsOf } from './claims-of.ts';
import { EvidenceError } from './evidence.ts';
import { contentOf } from './fold.ts';

describe('claimsOf', () => {
  it('gives each value of a reading as a claim with its words', () => {
    const reading = madeReading();
    const { claims } = claimsOf(reading);
    expect(claims.map(({ kind, evidence }) => `${kind} ${evidence[0].quote}`)).toEqual([
      'statement We will not sign,',
      'figure At least 12 people',
      'time Thursday',
      'actor President Ilse Varga',
    ]);
    for (const claim of claims) {
      for (const { start, end, quote, prefix, suffix } of claim.evidence) {
        expect(reading.report.text.slice(start, end)).toBe(quote);
        expect(reading.report.text.slice(0, start).endsWith(prefix)).toBe(true);
        expect(reading.report.text.slice(end).startsWith(suffix)).toBe(true);
      }
    }
    expect(claims[1]?.fields).toMatchObject({ measure: 'killed', low: 12 });
    expect(claims[1]?.fields).not.toHaveProperty('span');
  });

  it('have one content, whether their fields are written out already or not', () => {
    for (const claim of [madeReading(), fullReading()].flatMap((reading) => claimsOf(reading).claims)) {
      const { kind, fields, evidence } = claim;
      const { why: _, figures, event, statement, ...own } = fields;
      const said = JSON.stringify([kind, own, evidence.map(({ role, start, end }) => [role, start, end])]);
      const content = hash('sha256', said).slice(0, 16);
      expect(contentOf(claim, JSON.stringify(fields))).toBe(content);
      expect(contentOf(claim)).toBe(content);
    }
  });

  it('turns the references of a reading into those of the record', () => {
    const reading = fullReading();
    expect(checkReading(reading)).toEqual([]);
    const { claims, actors, places } = claimsOf(reading);
    const event = claims.find(({ kind }) => kind === 'event');
    const statement = claims.find(({ kind }) => kind === 'statement');
    const figure = claims.find(({ kind }) => kind === 'figure');
    expect(event?.fields).toMatchObject({
      type: 'ASSAULT',
      actors: ['state:VLM'],
      recipients: ['state:TRN'],
      place: 'geonames:42',
      time: { interval: ['2026-03-02', '2026-03-02'], words: 'Monday' },
      figures: [figure?.id],
    });
    expect(figure?.fields).toMatchObject({ event: event?.id, statement: null });
    expect(statement?.fields).toMatchObject({ speaker: 'person:ilse-varga', addressee: null });
    expect(actors.map(({ id }) => id)).toEqual(['state:VLM', 'state:TRN', 'person:ilse-varga']);
    expect(places).toEqual([expect.objectContaining({ id: 'geonames:42', name: 'Port Averin' })]);
    expect(facetsOf('event', event?.fields ?? {})).toEqual({
      type: 'ASSAULT',
      parties: [
        { role: 'actor', actor: 'state:VLM' },
        { role: 'recipient', actor: 'state:TRN' },
      ],
      place: 'geonames:42',
      days: ['2026-03-02', '2026-03-02'],
    });
  });

  it('gives the same ids for the same words, whatever the reader calls them', () => {
    const ids = (reading = madeReading()) => claimsOf(reading).claims.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(ids(madeReading({ reader: '0.9.0' }))).toEqual(ids());
    expect(new Set(ids(fullReading())).size).toBe(ids(fullReading()).length);
  });

  it('tells two claims on the same words apart', () => {
    const reading = madeReading();
    const [figure] = reading.figures;
    if (!figure) throw new Error('no figure');
    const twice = { ...reading, figures: [figure, { ...figure, id: 'f2', measure: 'injured' as const }] };
    const ids = claimsOf(twice)
      .claims.filter(({ kind }) => kind === 'figure')
      .map(({ id }) => id);
    expect(ids[1]).toBe(`${ids[0]}.2`);
  });

  it('counts code points beside code units', () => {
    const text = `🚨🚨 ${madeReading().report.text}`;
    const { claims } = claimsOf(madeReading({ text }));
    for (const { evidence } of claims)
      for (const { start, end, cpStart, cpEnd, quote } of evidence) {
        expect([...text].slice(cpStart, cpEnd).join('')).toBe(quote);
        expect(start - cpStart).toBe(2);
        expect(end - cpEnd).toBe(2);
      }
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
    const bare = {
      ...madeReading(),
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

// The sample record as a newcomer meets it: one strike with its disputed toll, talks moved and held, a promise kept and one broken.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/operations/read-document.ts';
import { chronicleOf } from '../../src/record/chronicle.ts';
import { dateOf } from '../../src/record/incident/day.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const actors = { content: readFileSync(resolve(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
const { reports } = JSON.parse(readFileSync(resolve(samples, 'reports.json'), 'utf8')) as {
  reports: { file: string }[];
};
const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(resolve(samples, file)), about, actors));
const record = chronicleOf({ readings, decisions: [], today: null });

/** All that the record makes of some readings, as one string. */
function whole(some: typeof readings): string {
  const made = chronicleOf({ readings: some, decisions: [], today: null });
  return JSON.stringify([
    made.incidents.map((one) => [one.id, one.happenings.map(({ ids }) => ids), made.flagsOf(one)]),
    made.meetings.map(({ id, steps }) => [id, steps.map(({ told }) => told.id)]),
    made.commitments.map(({ id, fate }) => [id, fate]),
  ]);
}

describe('the sample record', () => {
  it('is the same in whatever order its reports came', () => {
    const first = whole(readings);
    for (let turn = 1; turn < 20; turn++) {
      const shuffled = readings
        .map((reading, at) => ({ reading, key: (Math.imul(at + 1, 2654435761 + turn * 40503) >>> 0) % 9973 }))
        .sort((a, b) => a.key - b.key)
        .map(({ reading }) => reading);
      expect(whole(shuffled)).toBe(first);
    }
  });

  const strike = record.incidents.find(
    ({ happenings }) =>
      happenings[0].family === 'violence' && happenings.some(({ where }) => where?.name === 'Port Averin'),
  );
  it('has the strike on Port Averin as one incident of several reports', () =>
    expect(new Set(strike?.happenings.map(({ report }) => report)).size).toBeGreaterThanOrEqual(4));
  it('flags its disputed toll, its rise, the reprint and the denial', () => {
    const names = new Set(strike && record.flagsOf(strike).map(({ name }) => name));
    for (const name of ['DISJOINT', 'UPDATE', 'COPY', 'DENIED'] as const) expect(names).toContain(name);
  });
  it('reads the correction: 41 injured stand as corrected, 37 as current', () => {
    const injured = strike ? record.figuresOf(strike).filter(({ measure }) => measure === 'injured') : [];
    const corrected = injured.filter(
      ({ chain, asserted }) => chain.outlet === 'The Velmar Courier' && asserted === '2026-03-10',
    );
    expect(corrected.map(({ best, superseded }) => [best, superseded])).toEqual([
      [41, true],
      [37, false],
    ]);
    expect(corrected[1]?.chain.speaker).toBe('Interior Ministry');
  });
  it('counts the other side’s denial and a look back two weeks later to the same strike', () => {
    const outlets = new Set(strike?.happenings.map(({ report }) => record.readings.get(report)?.report.source));
    expect(outlets).toContain('Sarnow News Agency');
    expect(outlets).toContain('Lakeside Review');
    const others = record.incidents.filter(
      (one) =>
        one !== strike &&
        one.happenings[0].family === 'violence' &&
        one.happenings.some(({ where }) => where?.name === 'Port Averin'),
    );
    expect(others).toEqual([]);
  });
  it('reads a night between two days', () => {
    const report = readings.find(({ report: { source } }) => source === 'Sarnow News Agency');
    expect(report?.times.find(({ span }) => span.text === 'the night of 2 to 3 March')?.interval).toEqual([
      '2026-03-02',
      '2026-03-03',
    ]);
  });
  it('keeps the soldiers of the hills out of the strike on the port, and prosecutors apart from who denies', () => {
    expect(strike && record.figuresOf(strike).filter(({ group }) => group === 'soldiers')).toEqual([]);
    for (const { happenings } of record.incidents)
      if (happenings[0].family === 'words') expect(new Set(happenings.map(({ event }) => event.type)).size).toBe(1);
  });
  it('counts a look back without a town to the strike on the power station, and its four dead', () => {
    const station = record.incidents.find(
      ({ happenings }) =>
        happenings[0].family === 'violence' &&
        happenings.some(({ where }) => where?.name === 'Linden Gap' && happenings.length > 2),
    );
    expect(station && record.figuresOf(station).map(({ best }) => best)).toEqual([3, null, 4, 4]);
    const late = readings.find(({ report: { title } }) => title?.startsWith('Ministers to meet in Istanbul'));
    expect(station?.happenings.map(({ report }) => report)).toContain(late?.report.id);
  });
  it('has the capital of Dorvania in Dorvania', () => {
    const named = readings.flatMap(({ places }) => places.filter(({ name }) => /^Sarn/.test(name)));
    expect(new Set(named.map(({ name, country }) => `${name} ${country}`))).toEqual(new Set(['Sarnow XDO']));
  });
  it('knows the mayor by name in every report', () => {
    const speakers = new Set(strike && record.figuresOf(strike).map(({ chain }) => chain.speaker));
    expect(speakers).toContain('Josip Adler');
    expect([...speakers].filter((name) => /mayor/i.test(name ?? ''))).toEqual([]);
  });
  it('follows the talks from Geneva to Vienna, where they are held', () => {
    const talks = record.meetings.find(({ steps }) => steps.some(({ state }) => state === 'moved'));
    expect(talks).toMatchObject({ state: 'held', place: 'Vienna' });
    expect(talks?.window && dateOf(talks.window[0])).toBe('2026-03-11');
    expect(record.meetings.some(({ state }) => state === 'cancelled')).toBe(true);
  });
  it('has a promise kept and one broken', () => {
    const fates = record.commitments.map(({ kind, fate }) => `${kind} ${fate}`);
    expect(fates).toContain('release kept');
    expect(fates).toContain('truce broken');
    // what was said on a condition is no promise; what was promised in words of no known kind is one
    expect(fates.filter((one) => one.startsWith('signature'))).toEqual([]);
    expect(fates).toContain('other open');
  });
});

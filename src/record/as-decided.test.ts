// Edits, additions and taken cells upon the record: incidents and the ledger hold what people say, and lose it when it is taken back.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { chronicleOf } from './chronicle.ts';
import type { Decision, Detail } from './decision.ts';

const readings = readingsOf(
  '2026-03-03 Meridian Wire: Missiles struck the Ukrainian city of Odesa on Monday, killing nine people, officials said. A school bus was found burnt out near the depot.',
  '2026-03-03 The Courier: Eleven people were killed when missiles struck Odesa on Monday night, the mayor said. Talks were to go on in Vienna.',
);
let made = 0;
const decision = (targets: readonly string[], detail: Detail): Decision => ({
  id: `d${++made}`,
  arrival: made,
  at: '2026-03-04T10:00:00Z',
  by: 'ada',
  why: null,
  targets,
  contents: targets.map(() => null),
  detail,
});
const told = (...decisions: Decision[]) => {
  const record = chronicleOf({ readings, decisions, today: null });
  const strike = record.incidents.find(({ happenings }) => happenings[0].family === 'violence')!;
  return { record, strike, killed: record.figuresOf(strike).filter(({ measure }) => measure === 'killed') };
};
const plain = told();
const report = (n: number) => readings[n]!.report;
const happening = (n: number) => plain.strike.happenings.find((one) => one.report === report(n).id)!;

describe('the record as people decide it', () => {
  it('an edited party, place and day are those of the incident', () => {
    const [target] = [happening(0).id];
    const { strike, record } = told(
      decision([target], { act: 'edit', field: 'actors', value: ['group:northern-front:UKR'] }),
      decision([target], { act: 'edit', field: 'place', value: 'place:port-averin:UKR' }),
      decision([target], {
        act: 'edit',
        field: 'time',
        value: { value: '2026-03-01', interval: ['2026-03-01', '2026-03-01'], words: 'on Monday' },
      }),
    );
    const one = record.index.happeningsOf(report(0).id).find(({ id }) => id === target)!;
    expect([...one.actors]).toEqual(['group:northern-front:UKR']);
    expect(record.nameOf('group:northern-front:UKR')).toBe('Northern Front');
    expect(one.where).toMatchObject({ key: 'place:port-averin:UKR', name: 'port averin' });
    expect(one.window?.[0]).toBe(one.window?.[1]);
    expect(strike).toBeDefined();
  });

  it('a place of another report comes with its coordinates', () => {
    const vienna = readings[1]!.places.find(({ name }) => name === 'Vienna')!;
    const { record } = told(
      decision([happening(0).id], { act: 'edit', field: 'place', value: `geonames:${vienna.geonames}` }),
    );
    const one = record.index.happeningsOf(report(0).id).find(({ id }) => id === happening(0).id)!;
    expect(one.where).toMatchObject({ name: 'Vienna', latitude: vienna.latitude });
  });

  it('a figure and an event that were added stand in the ledger under their own ids, until taken back', () => {
    const { text, id } = report(0);
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const figure = decision([], {
      act: 'add',
      kind: 'figure',
      report: id,
      selections: [at('nine people')],
      fields: { measure: 'injured', unit: null, group: null, low: 9, best: 9, high: 9, per: null, event: happening(0).id, statement: null },
      claim: `${id}.f1-2.d90`,
    }); // biome-ignore format: one row
    const event = decision([], {
      act: 'add',
      kind: 'event',
      report: id,
      selections: [at('found burnt out')],
      fields: { type: 'ASSAULT', mode: null, contexts: [], cameo: null, quad: 'material conflict', score: null, status: 'asserted', actors: [], recipients: [], place: null, time: null, figures: [], statement: null },
      claim: `${id}.e3-4.d91`,
    }); // biome-ignore format: one row
    const with_ = told(figure, event);
    expect(with_.record.figuresOf(with_.strike).find(({ id: claim }) => claim === `${id}.f1-2.d90`)).toMatchObject({
      measure: 'injured',
      best: 9,
      words: { text: 'nine people' },
    });
    expect(with_.record.index.happeningsOf(id).flatMap(({ ids }) => ids)).toContain(`${id}.e3-4.d91`);
    const back = decision([figure.id, event.id], { act: 'withdraw' });
    const after = told(figure, event, back);
    expect(after.record.incidents).toEqual(plain.record.incidents);
    expect(after.record.figuresOf(after.strike)).toEqual(plain.record.figuresOf(plain.strike));
  });

  it('of two taken cells the later stands; taken back, the one before does', () => {
    const [nine, eleven] = plain.killed.map(({ id }) => id) as [string, string];
    const first = decision([`incident:killed:${nine}`], { act: 'accept' });
    const second = decision([`incident:killed:${eleven}`], { act: 'accept' });
    const of = (...some: Decision[]) => {
      const { record, strike } = told(...some);
      return record.takenOf(strike, 'killed')?.claim ?? null;
    };
    expect(plain.killed).toHaveLength(2);
    expect(of()).toBeNull();
    expect(of(first)).toBe(nine);
    expect(of(first, second)).toBe(eleven);
    expect(of(first, second, decision([second.id], { act: 'withdraw' }))).toBe(nine);
  });
});

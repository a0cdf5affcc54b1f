// Events made by hand: meetings and promises followed over reports, and stances with the words of their condition.
import { describe, expect, it } from 'vitest';
import type { ReadingEvent } from '../../reading/schema.ts';
import { dayOf } from '../incident/day.ts';
import { commitmentsOf } from './commitment.ts';
import { meetingsOf } from './meeting.ts';
import { isAbout, positionOf, type Said } from './position.ts';
import type { Told } from './told.ts';

let made = 0;
function told(
  published: string,
  type: string,
  status: ReadingEvent['status'],
  actors: string[],
  words: string,
  more: { mode?: string; on?: string; place?: string } = {},
): Told {
  const span = { start: ++made, end: made + words.length, text: words };
  const event: ReadingEvent = { id: `e${made}`, type, mode: more.mode ?? null, contexts: [], cameo: null, quad: 'verbal cooperation', score: null, status, actors: [], recipients: [], place: null, time: null, figures: [], statement: null, trigger: span, evidence: span, mentions: [] }; // biome-ignore format: one row
  const day = dayOf(more.on ?? null);
  return { id: `r${made}.e${made}`, report: `r${made}`, published, event, actors, recipients: [], countries: [], window: day === null ? null : [day, day], place: more.place ?? null, statement: null, words: span, sentence: span, behind: { windows: day === null ? [] : [[day, day]], places: more.place === undefined ? [] : [more.place] } }; // biome-ignore format: one row
}

const both = ['state:KES', 'state:DOR'];

describe('meetings', () => {
  it('are followed from the first word to the handshake', () => {
    const [meeting, ...none] = meetingsOf([
      told('2026-03-05', 'AGREE', 'future', both, 'agreed to hold talks in Geneva on Monday', {
        on: '2026-03-09',
        place: 'Geneva',
      }),
      told('2026-03-08', 'CONSULT', 'future', both, 'talks were put off until Wednesday and moved to Vienna', {
        on: '2026-03-11',
        place: 'Vienna',
      }),
      told('2026-03-11', 'CONSULT', 'asserted', both, 'met in Vienna on Wednesday', {
        on: '2026-03-11',
        place: 'Vienna',
      }),
    ]);
    expect(none).toEqual([]);
    expect(meeting).toMatchObject({ state: 'held', place: 'Vienna' });
    expect(meeting?.steps.map(({ state }) => state)).toEqual(['scheduled', 'moved', 'held']);
  });
  it('are due without a word on who comes, where day and place are told', () => {
    const words = 'talks will resume in Cairo on Sunday';
    expect(meetingsOf([told('2026-03-05', 'AGREE', 'future', [], words)])).toEqual([]);
    const on = { on: '2026-03-08', place: 'Cairo' };
    expect(meetingsOf([told('2026-03-05', 'AGREE', 'future', [], words, on)])).toMatchObject([
      { state: 'scheduled', place: 'Cairo', parties: [] },
    ]);
  });
  it('are none where somebody brokered a truce', () => {
    const brokered = told('2026-03-05', 'CONSULT', 'asserted', both, 'brokered', { mode: 'third-party' });
    expect(meetingsOf([brokered])).toEqual([]);
  });
  it('may be called off, and a later one is another', () => {
    const found = meetingsOf([
      told('2026-03-12', 'CONSULT', 'future', both, 'are to meet on Monday', { on: '2026-03-16' }),
      told('2026-03-15', 'REJECT', 'asserted', both, 'called off Monday’s meeting', { mode: 'meet', on: '2026-03-16' }),
      told('2026-03-19', 'CONSULT', 'future', both, 'will meet in Istanbul next Thursday', {
        on: '2026-03-26',
        place: 'Istanbul',
      }),
    ]);
    expect(found.map(({ state }) => state)).toEqual(['cancelled', 'scheduled']);
  });
  it('may be a journey to come', () =>
    expect(
      meetingsOf([
        told('2026-03-12', 'AGREE', 'future', both, 'will travel to Vienna for talks', {
          on: '2026-03-16',
          place: 'Vienna',
        }),
      ]),
    ).toMatchObject([{ state: 'scheduled', place: 'Vienna' }]));
  it('of other parties are others', () =>
    expect(
      meetingsOf([
        told('2026-03-12', 'CONSULT', 'future', both, 'are to meet'),
        told('2026-03-12', 'CONSULT', 'future', ['state:FRA', 'state:DEU'], 'are to meet'),
      ]),
    ).toHaveLength(2));
  it('come out the same in any order', () => {
    const events = [
      told('2026-03-05', 'CONSULT', 'future', both, 'are to meet', { on: '2026-03-09' }),
      told('2026-03-09', 'CONSULT', 'asserted', both, 'met', { on: '2026-03-09' }),
    ];
    expect(meetingsOf([...events].reverse())).toEqual(meetingsOf(events));
  });
});

describe('promises', () => {
  const promise = () =>
    told('2026-03-11', 'CONCEDE', 'asserted', ['state:DOR'], 'promised to release 40 detainees by Saturday', {
      on: '2026-03-14',
    });
  it('are kept when the same party does it', () => {
    const [one] = commitmentsOf(
      [
        promise(),
        told('2026-03-14', 'RETREAT', 'asserted', ['state:DOR'], 'released 40 civilians', { mode: 'release' }),
      ],
      null,
    );
    expect(one).toMatchObject({
      kind: 'release',
      fate: 'kept',
      settledBy: { words: { text: 'released 40 civilians' } },
    });
  });
  it('made in the past have no deadline by the day on which they were made', () => {
    const on = { on: '2026-02-19' };
    const [made] = commitmentsOf(
      [told('2026-03-11', 'AGREE', 'asserted', both, 'had agreed to a truce on Feb. 19', on)],
      30000,
    );
    expect(made).toMatchObject({ kind: 'truce', deadline: null, fate: 'open' });
    const [due] = commitmentsOf(
      [told('2026-03-11', 'AGREE', 'asserted', both, 'had agreed to a truce by Feb. 19', on)],
      30000,
    );
    expect(due).toMatchObject({ fate: 'unknown' });
  });
  it('are not kept by another party, nor by what is only planned', () => {
    const [one] = commitmentsOf(
      [
        promise(),
        told('2026-03-13', 'RETREAT', 'asserted', ['state:KES'], 'released twelve soldiers', { mode: 'release' }),
        told('2026-03-13', 'RETREAT', 'future', ['state:DOR'], 'will release them', { mode: 'release' }),
      ],
      dayOf('2026-03-13'),
    );
    expect(one).toMatchObject({ fate: 'open', settledBy: null });
  });
  it('are broken by the act that the list names', () => {
    const [one] = commitmentsOf(
      [
        told('2026-03-11', 'CONCEDE', 'asserted', ['state:DOR'], 'pledged to refrain from strikes on ports'),
        told('2026-03-15', 'ASSAULT', 'asserted', ['state:DOR'], 'struck the port'),
      ],
      null,
    );
    expect(one).toMatchObject({ kind: 'truce', fate: 'broken' });
  });
  it('are unknown once their day has passed and no words settle them', () =>
    expect(commitmentsOf([promise()], dayOf('2026-03-20'))[0]).toMatchObject({ fate: 'unknown', settledBy: null }));
  it('told again within days are one', () => expect(commitmentsOf([promise(), promise()], null)).toHaveLength(1));
});

describe('positions', () => {
  const said = (text: string, act = 'say') =>
    ({
      statement: { act, form: 'indirect', content: [{ start: 5, end: 5 + text.length, text }] },
      words: text,
    }) as unknown as Said;
  it.each([
    ['We accept the plan', 'accepts'],
    ['We will never sign this', 'rejects'],
    ['Kestria would sign a truce only if the guns are pulled back', 'conditional'],
    ['The government had no objection to the distance', 'accepts'],
    ['Distance is arithmetic', 'unclear'],
    // told of others, and of an act that is only threatened
    ['Kestria and Dorvania have agreed to talks', 'unclear'],
    ['She has agreed to talks', 'accepts'],
    ['to suspend the exchange if it refused', 'unclear'],
    ['Dorvania had gone back on its word', 'unclear'],
    ['drones of the Kestrian Support Forces struck the camp', 'unclear'],
  ])('%s: %s', (text, stance) => expect(positionOf(said(text)).stance).toBe(stance));
  it('keep the words of the condition', () => {
    const { condition } = positionOf(said('We are ready to stop if they are out of range.'));
    expect(condition).toEqual({ start: 26, end: 50, text: 'if they are out of range' });
  });
  it('an act that refuses says it outright', () =>
    expect(positionOf(said('the offer', 'reject')).stance).toBe('rejects'));
  it('a topic is whole words', () => {
    expect(isAbout(said('the truce in the gap'), { name: 'x', terms: ['truce'] })).toBe(true);
    expect(isAbout(said('the truces held'), { name: 'x', terms: ['truce'] })).toBe(true);
    expect(isAbout(said('the ceasefire'), { name: 'x', terms: ['fire'] })).toBe(false);
  });
});

describe('promises and breaches', () => {
  const both = ['state:KES', 'state:DOR'];
  it('words that say so break a promise, whoever did it', () => {
    const [one] = commitmentsOf(
      [
        told('2026-03-11', 'AGREE', 'asserted', both, 'promised to refrain from strikes on power stations'),
        told('2026-03-15', 'ASSAULT', 'asserted', [], 'Drones hit a power station, breaking the Vienna pledge'),
      ],
      null,
    );
    expect(one).toMatchObject({ kind: 'truce', fate: 'broken' });
  });
  it('an attack by nobody in particular breaks nothing without such words', () => {
    const [one] = commitmentsOf(
      [
        told('2026-03-11', 'AGREE', 'asserted', both, 'promised to refrain from strikes on power stations'),
        told('2026-03-15', 'ASSAULT', 'asserted', [], 'Drones hit a power station'),
      ],
      null,
    );
    expect(one?.fate).toBe('open');
  });
  it('to go back on a promise is to make none', () =>
    expect(
      commitmentsOf(
        [told('2026-03-11', 'CONCEDE', 'asserted', both, 'had gone back on a promise to withdraw artillery')],
        null,
      ),
    ).toEqual([]));
});

// Two people over the same reports: neither sees the other, both are held against each other once both are done.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { openRecord, type Store } from '../open-record.ts';
import type { Context } from '../operation.ts';
import { permitted } from '../people/role.ts';
import { agreement } from './agreement.ts';
import { coding, codingDone, codingJudge, codingStart } from './coding.ts';

let store: Store;
let context: Context;
const readings = readingsOf(
  '2026-03-03 Meridian Wire: A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.',
  '2026-03-04 Coast Radio: Troops shelled Varnholm on Tuesday. “We will not sign,” President Ilse Varga said.',
);
beforeAll(async () => {
  store = await openRecord(':memory:');
  await store.add(readings, '2026-03-05T10:00:00.000Z');
  context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
});
afterAll(() => store.close());
const reports = readings.map(({ report }) => report.id);
const start = (given: object) =>
  codingStart.run(
    codingStart.input.parse({ coding: 'March', coders: ['Ana', 'Bo'], by: 'Lea', reports, ...given }),
    context,
  );
const list = (given: object) => coding.run(coding.input.parse(given), context);
const judge = (by: string, claim: string, verdict: 'right' | 'wrong' | 'unclear', more: object = {}) =>
  codingJudge.run({ coding: 'March', claim, verdict, by, ...more }, context);

describe('a double coding', () => {
  it('takes reports or a share of them, once under a name', async () => {
    await expect(start({ coders: ['Ana', 'Ana'] })).rejects.toThrow(/named twice/);
    await expect(start({ reports: [] })).rejects.toThrow(/which reports/);
    expect(await start({})).toMatchObject({
      reports: 2,
      open: true,
      coders: [{ name: 'Ana', judged: 0, done: null }, { name: 'Bo' }],
    });
    await expect(start({})).rejects.toThrow(/already/);
    const [one, two] = [await start({ coding: 'S', share: 0.5 }), await start({ coding: 'S2', share: 0.01 })];
    expect([one.reports, two.reports]).toEqual([1, 1]);
  });

  it('shows each coder the own judgements alone, and decisions of the record to none', async () => {
    const { items } = await list({ coding: 'March', coder: 'Ana', limit: 500 });
    expect(items.length).toBeGreaterThan(4);
    const [first] = items;
    const id = first?.claim.id ?? '';
    await store.decide({ targets: [id], detail: { act: 'reject' }, by: 'Bo', why: null, at: context.now() });
    await judge('Bo', id, 'wrong', { note: 'secret' });
    const seen = await list({ coding: 'March', coder: 'Ana', limit: 500 });
    expect(JSON.stringify(seen.items)).not.toMatch(/secret|rejected|wrong/);
    expect((await list({ coding: 'March', coder: 'Bo', left: true, limit: 500 })).items).toHaveLength(items.length - 1);
    await expect(list({ coding: 'March', coder: 'Eve' })).rejects.toThrow(/no coder/);
    await expect(agreement.run({ coding: 'March' }, context)).rejects.toThrow(/Ana and Bo are not done/);
    // who has signed in cannot ask for another's
    const as = { ...context, person: { name: 'Ana', role: 'lead' as const, byToken: false } };
    expect(await permitted(coding as never, { coding: 'March', coder: 'Bo' }, as)).toMatchObject({ coder: 'Ana' });
  });

  it('refuses what is no judgement', async () => {
    await expect(judge('Eve', 'x', 'right')).rejects.toThrow(/no coder/);
    await expect(judge('Ana', `${reports[0]}.e900-901`, 'right')).rejects.toThrow(/not in/);
    await expect(
      codingJudge.run({ coding: 'March', by: 'Ana', report: reports[0], kind: 'event', start: 5, end: 9000 }, context),
    ).rejects.toThrow(/no words/);
    await expect(codingDone.run({ coding: 'March', by: 'Ana' }, context)).rejects.toThrow(/not judged/);
  });

  it('tells agreement and every disagreement once all are done', async () => {
    const { items } = await list({ coding: 'March', coder: 'Ana', limit: 500 });
    const events = items.filter(({ claim }) => claim.kind === 'event').map(({ claim }) => claim);
    expect(events).toHaveLength(2);
    for (const { claim } of items)
      for (const by of ['Ana', 'Bo'])
        await judge(by, claim.id, by === 'Bo' && claim.id === events[0]?.id ? 'wrong' : 'right');
    await judge('Bo', events[1]?.id ?? '', 'right', { type: 'COERCE' });
    const missed = { coding: 'March', report: reports[1], kind: 'event' as const };
    await codingJudge.run({ ...missed, by: 'Ana', start: 0, end: 6, type: 'MOBILIZE' }, context);
    await codingJudge.run({ ...missed, by: 'Bo', start: 2, end: 9 }, context);
    await codingJudge.run({ ...missed, by: 'Bo', start: 20, end: 28 }, context);
    await codingDone.run({ coding: 'March', by: 'Ana' }, context);
    await expect(agreement.run({ coding: 'March' }, context)).rejects.toThrow(/Bo is not done/);
    await expect(judge('Ana', events[0]?.id ?? '', 'wrong')).rejects.toThrow(/stay as they are/);
    expect((await codingDone.run({ coding: 'March', by: 'Bo' }, context)).open).toBe(false);
    const told = await agreement.run({ coding: 'March' }, context);
    const [event, statement] = told.kinds;
    expect(event).toMatchObject({ kind: 'event', verdict: { units: 2, percent: 0.5, kappa: 0 }, type: { percent: 0 } });
    // Ana: two right and one missed; Bo: one right and two missed; one of each is the other's
    expect(event?.match).toBeCloseTo((2 * 2) / (3 + 3), 10);
    expect(statement).toMatchObject({ kind: 'statement', verdict: { percent: 1, kappa: null, alpha: null }, match: 1 });
    expect(told.disagreements.map(({ claim, said }) => [claim, said.map(({ verdict }) => verdict)])).toEqual([
      [events[0]?.id, ['right', 'wrong']],
      [events[1]?.id, ['right', 'right']],
      [null, ['missed', 'not missed']],
    ]);
    for (const { words } of told.disagreements)
      expect(readings.find(({ report }) => report.id === words.report)?.report.text.slice(words.start, words.end)).toBe(
        words.text,
      );
  });
});

// Every operation that looks at another moment against the record of then folded whole: the same incidents, plans and words.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngines } from '../../test/support/stores.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { chronicle } from './chronicle.ts';
import { desk } from './desk.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { plansAsOf } from './followed.ts';
import { detailOf, incident } from './incident.ts';
import { findIncident } from './incidents.ts';
import { shownFlag } from './ledger-shapes.ts';
import type { Context } from './operation.ts';
import { readDocument } from './read-document.ts';
import { sayings } from './sayings.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const actors = { content: readFileSync(resolve(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
const { reports } = JSON.parse(readFileSync(resolve(samples, 'reports.json'), 'utf8')) as {
  reports: { file: string }[];
};
const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(resolve(samples, file)), about, actors));
const hour = (n: number) => `2026-04-01T${String(n).padStart(2, '0')}:00:00.000Z`;

describe.each(await testEngines())('operations as of a moment on $name', ({ fresh }) => {
  let store: Store;
  const context = { store: async () => store, now: () => '2026-04-02T00:00:00.000Z' } as unknown as Context;
  beforeAll(async () => {
    store = await openStore(fresh());
    await store.add(readings.slice(4), hour(1));
    const { incidents } = await store.incidents.list({}, { limit: 100, after: null });
    const { record } = await store.incidents.part(
      incidents.map(({ n }) => n),
      null,
    );
    const several = record.incidents.find(({ happenings }) => happenings.length > 1)?.happenings.map(({ id }) => id);
    const ids = record.incidents.map(({ happenings: [{ id }] }) => id);
    const who = { by: 'ada', why: null };
    await store.decide({ targets: [ids[2] as string], detail: { act: 'reject' }, ...who, at: hour(2) });
    const merged = await store.decide({
      targets: [ids[4] as string],
      detail: { act: 'merge', into: ids[6] as string },
      ...who,
      at: hour(3),
    });
    await store.add(readings.slice(0, 4), hour(4));
    await store.decide({
      targets: [several?.[0] as string],
      detail: { act: 'link', to: several?.[1] as string, relation: 'apart' },
      ...who,
      at: hour(5),
    });
    await store.undo([merged.id], { ...who, at: hour(6) });
  });
  afterAll(() => store.close());

  const days = ['2026-03-03', '2026-03-05', '2026-03-10', '2026-03-15', '2026-03'];
  const moments = [
    ...days.map((asOf) => ({ asOf, knowledge: 'knowable' as const })),
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ asOf: hour(n), knowledge: 'held' as const })),
  ];

  it.each(moments)('incidents, their pages, flags and figures ($asOf, $knowledge)', async (moment) => {
    const record = await chronicle(context, moment);
    expect(record.incidents.length).toBeGreaterThan(0);
    for (const one of record.incidents.filter((_, place) => place % 3 === 0)) {
      const detail = await incident.run({ id: one.id, ...moment }, context);
      expect(detail).toEqual(detailOf(record, findIncident(record, one.id)));
    }
    const found = await flags.run({ ...moment }, context);
    expect(found.flags.map(({ incident: of, name, reason }) => `${name} ${of} ${reason}`).sort()).toEqual(
      record.incidents
        .flatMap((one) => record.flagsOf(one).map((flag) => ({ ...shownFlag(record, flag), of: one.id })))
        .map(({ of, name, reason }) => `${name} ${of} ${reason}`)
        .sort(),
    );
    const ledger = await figures.run({ limit: 1000, ...moment }, context);
    expect(ledger.incidents.map(({ incident: { id } }) => id).reverse()).toEqual(
      record.incidents.filter((one) => detailOf(record, one).series.length > 0).map(({ id }) => id),
    );
    expect(ledger.total).toBe(ledger.incidents.length);
  });

  it('the Desk, as a record has it to which nothing came later', async () => {
    const run = (of: Context, input: Record<string, unknown>) => desk.run(desk.input.parse(input), of);
    const late = await openStore(fresh());
    await late.add(readings, hour(1));
    for (const asOf of days.filter((day) => day.length === 10)) {
      const then = await openStore(fresh());
      const known = readings.filter(({ report: { published } }) => published !== null && published <= asOf);
      await then.add(known, hour(1));
      const as = (of: Store) => ({ store: async () => of, now: () => `${asOf}T12:00:00.000Z` }) as unknown as Context;
      expect(known.length).toBeGreaterThan(0);
      for (const flag of [undefined, 'SAME'])
        expect(await run(as(late), { asOf, limit: 1000, flag })).toEqual(await run(as(then), { limit: 1000, flag }));
      await then.close();
    }
    await late.close();
  });

  it.each(moments)('meetings, promises, statements and issues ($asOf, $knowledge)', async (moment) => {
    const record = await chronicle(context, moment);
    const plans = await plansAsOf(context, moment);
    expect(plans.meetings).toEqual(JSON.parse(JSON.stringify(record.meetings)));
    expect(plans.commitments).toEqual(JSON.parse(JSON.stringify(record.commitments)));
    const all = await sayings(context, moment);
    expect(all.said).toEqual(record.said);
    expect(all.issues()).toEqual(record.issues());
  });
});

// Incidents as rows of the record against the same record folded whole: after any reports, in any order, and any decisions.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generatedReading } from '../../bench/generated-reports.ts';
import { madeReports } from '../../bench/made-reports.ts';
import { testEngines } from '../../test/support/stores.ts';
import { readDocument } from '../operations/read-document.ts';
import type { Reading } from '../reading/schema.ts';
import { type Chronicle, chronicleOf } from '../record/chronicle.ts';
import type { Detail } from '../record/decision.ts';
import { summaryOf } from '../record/incident/summary.ts';
import { FLAGS } from '../record/ledger/flag.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const AT = '2026-03-05T10:00:00.000Z';
const samples = resolve(import.meta.dirname, '../../samples');
const actors = { content: readFileSync(resolve(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
const { reports } = JSON.parse(readFileSync(resolve(samples, 'reports.json'), 'utf8')) as {
  reports: { file: string }[];
};
const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(resolve(samples, file)), about, actors));

/** Five of the samples as four outlets print them on other days: the same sentences, under and above lines of their own. */
const retold = reports.slice(0, 5).flatMap(({ file }, n) => {
  const text = readFileSync(resolve(samples, file), 'utf8').trim();
  return ['Lakeside Review', 'Coastal Herald', 'Evening Post', 'Harbour Times'].map((source, outlet) =>
    readDocument(
      Buffer.from(outlet % 2 === 0 ? `${text}\n\nMore follows.` : `From our desk in Velmar\n\n${text}`),
      { published: `2026-03-0${3 + ((n + outlet) % 3)}`, source },
      actors,
    ),
  );
});

/** All that the rows tell of incidents. */
async function told(store: Store) {
  const { incidents, total } = await store.incidents.list({}, { limit: 1000, after: null });
  const { record } = await store.incidents.part(
    incidents.map(({ n }) => n),
    null,
  );
  const ids = record.incidents.map((one) => [one.id, one.happenings.map(({ id }) => id)]);
  expect(total).toBe(ids.length);
  const flags = await store.incidents.flags(FLAGS);
  return {
    ids,
    summaries: Object.fromEntries(incidents.map(({ summary }) => [summary.id, summary])),
    flags: flags.map(({ incident, name, reason }) => `${incident} ${name} ${reason}`).sort(),
    ties: record.incidents.map((one) => [record.index.tiesOf(one), record.index.proposalsFor(one)]),
    proposals: (await store.incidents.proposalsAt(await store.incidents.proposalHeads()))
      .map(({ a, b }) => [a.claim, b.claim].sort().join('|'))
      .sort(),
  };
}

async function folded(store: Store, some: readonly Reading[]) {
  const { decisions } = await store.decisions({ limit: 1000, after: null });
  const record = chronicleOf({ readings: some, decisions, today: null });
  return {
    ids: record.incidents.map((one) => [one.id, one.happenings.map(({ id }) => id)]),
    summaries: Object.fromEntries(
      record.incidents.map((one) => [one.id, JSON.parse(JSON.stringify(summaryOf(record, one)))]),
    ),
    flags: record.incidents
      .flatMap((one) => record.flagsOf(one).map(({ name, reason }) => `${one.id} ${name} ${reason}`))
      .sort(),
    ties: record.incidents.map((one) => [record.index.tiesOf(one), record.index.proposalsFor(one)]),
    proposals: proposalsOf(record),
  };
}

/** As the Desk asks: of two incidents the strongest tie, but for those that somebody keeps apart. */
function proposalsOf(record: Chronicle): string[] {
  const found = new Set<string>();
  const pair = (a: string, b: string) =>
    [a, b]
      .map((id) => record.index.incidentOf(id)?.id ?? id)
      .sort()
      .join('|');
  const seen = new Set(
    record.links.filter(({ relation }) => relation === 'apart').map(({ from, to }) => pair(from, to)),
  );
  const ties = record.incidents
    .flatMap((one) => record.index.proposalsFor(one))
    .sort((x, y) => y.points - x.points || ([x.a, x.b].sort().join('') < [y.a, y.b].sort().join('') ? -1 : 1));
  for (const { a, b } of ties) {
    if (seen.has(pair(a, b))) continue;
    seen.add(pair(a, b));
    found.add([a, b].sort().join('|'));
  }
  return [...found].sort();
}

function shuffled<T>(list: readonly T[], turn: number): T[] {
  return list
    .map((one, at) => ({ one, key: (Math.imul(at + 1, 2654435761 + turn * 40503) >>> 0) % 9973 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

describe.each(await testEngines())('incidents on $name', ({ fresh }) => {
  const open: Store[] = [];
  const opened = async (address = fresh()) => {
    const store = await openStore(address);
    open.push(store);
    return store;
  };
  afterAll(async () => {
    for (const store of open) await store.close();
  });

  it('are those of the whole record, however its reports came', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const address = fresh();
      let store = await opened(address);
      const some = shuffled(readings, turn);
      const parts = [some.slice(0, 5), ...some.slice(5, 8).map((one) => [one]), some.slice(8)];
      for (const part of turn === 0 ? [some] : parts) {
        await store.add(part, AT);
        // another program that goes on knows only what is kept
        if (turn === 1) store = await opened(address);
      }
      expect(await told(store)).toEqual(await folded(store, readings));
      const hash = await store.hash();
      await store.rebuild();
      expect(await store.hash()).toBe(hash);
    }
  });

  it('are the same however many reports one transaction keeps', async () => {
    const made = [...madeReports(620, 124)];
    // ninety a day of the same few parties: nearly all hangs together, by ties that are not strong enough to be one
    const dense = Array.from({ length: 90 }, (_, n) => generatedReading(n, undefined, 100_000));
    for (const [some, sizes] of [
      [made, [620, 31]],
      [dense, [90, 7]],
    ] as const)
      expect(new Set(await hashesOf(some, sizes)).size).toBe(1);
  });

  it('are the same whichever of two programs keeps a report, and however they take turns', async () => {
    const made = [...madeReports(160, 32), ...readings];
    const alone = await opened();
    for (let at = 0; at < made.length; at += 9) await alone.add(made.slice(at, at + 9), AT);
    const address = fresh();
    const both = [await opened(address), await opened(address)] as const;
    for (let at = 0; at < made.length; at += 9)
      // a few in a row each, so that each finds several of the other's behind what it remembers
      await both[Math.imul(at + 7, 2654435761) >>> 31 ? 1 : 0].add(made.slice(at, at + 9), AT);
    expect(await both[0].hash()).toBe(await alone.hash());
    const { claims } = await both[1].claims({ kind: 'event' }, { limit: 1, after: null });
    const target = claims[0]?.id as string;
    for (const store of [both[1], alone])
      await store.decide({ targets: [target], detail: { act: 'reject' }, by: 'x', why: null, at: AT });
    const late = [...madeReports(200, 32)].slice(160);
    for (const store of [both[0], alone]) await store.add(late, AT);
    expect(await both[1].hash()).toBe(await alone.hash());
  });

  it('are the same whoever tells first of what many tell in the same words', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const store = await opened();
      const some = shuffled([...retold, ...readings.slice(0, 6)], turn);
      for (let at = 0; at < some.length; at += 4 + turn * 5) await store.add(some.slice(at, at + 4 + turn * 5), AT);
      expect(await told(store)).toEqual(await folded(store, some));
      const hash = await store.hash();
      await store.rebuild();
      expect(await store.hash()).toBe(hash);
    }
  });

  it('go on when a newer reader or a person changes the one that stands for those told in the same words', async () => {
    const store = await opened();
    await store.add(retold, AT);
    const { record } = await store.incidents.part(
      (await store.incidents.list({}, { limit: 1000, after: null })).incidents.map(({ n }) => n),
      null,
    );
    const many = record.incidents.filter(({ happenings }) => happenings.length > 3);
    expect(many.length).toBeGreaterThan(3);
    let now: readonly Reading[] = retold;
    for (const [at, { happenings }] of many.entries()) {
      const [first, second] = happenings;
      const [a, b] = [first.id, second?.id as string];
      const detail: Detail = at % 2 === 0 ? { act: 'link', to: b, relation: 'apart' } : { act: 'merge', into: b };
      const made = await store.decide({ targets: [a], detail, by: 'ada', why: null, at: AT });
      expect(await told(store)).toEqual(await folded(store, now));
      if (at % 3 === 0) await store.undo([made.id], { by: 'ada', why: null, at: AT });
      now = now.map((one) =>
        one.report.id === happenings.at(-1)?.report || (at < 2 && one.report.id === first.report)
          ? { ...one, recount: `9.${at}.0`, events: one.events.filter((_, place) => place % 2 === 0) }
          : one,
      );
      await store.add(
        now.filter((one) => one.recount === `9.${at}.0`),
        AT,
      );
      expect(await told(store)).toEqual(await folded(store, now));
    }
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
  });

  async function hashesOf(made: readonly Reading[], sizes: readonly number[]): Promise<string[]> {
    const hashes: string[] = [];
    for (const together of sizes) {
      const store = await opened();
      for (let at = 0; at < made.length; at += together) await store.add(made.slice(at, at + together), AT);
      hashes.push(await store.hash());
      expect((await store.doctor()).troubles).toEqual([]);
    }
    return hashes;
  }

  it('stay with what is left of them when a newer reader finds less in a report', async () => {
    const store = await opened();
    await store.add(readings, AT);
    const { incidents } = await store.incidents.list({}, { limit: 1000, after: null });
    const { record } = await store.incidents.part(
      incidents.map(({ n }) => n),
      null,
    );
    const last = record.incidents.flatMap(({ happenings }) =>
      happenings.at(-1)?.report === happenings[0].report ? [] : [happenings.at(-1)?.report],
    );
    expect(new Set(last).size).toBeGreaterThan(1);
    let now: readonly Reading[] = readings;
    for (const left of [...new Set(last)].slice(0, 5)) {
      now = now.map((one) =>
        one.report.id === left ? { ...one, recount: '99.0.0', events: [], statements: [], figures: [] } : one,
      );
      await store.add(
        now.filter(({ report }) => report.id === left),
        AT,
      );
      expect(await told(store)).toEqual(await folded(store, now));
    }
  });

  it('follow decisions of every kind, and their being taken back', async () => {
    const store = await opened();
    await store.add(readings.slice(0, 12), AT);
    const { incidents } = await store.incidents.list({}, { limit: 100, after: null });
    const { record } = await store.incidents.part(
      incidents.map(({ n }) => n),
      null,
    );
    const several = record.incidents.filter(({ happenings }) => happenings.length > 1);
    const claims = record.incidents.flatMap(({ happenings }) => happenings.map(({ id }) => id));
    const figure = record.incidents.flatMap((one) => record.figuresOf(one)).find(({ measure }) => measure === 'killed');
    const first = several[0]?.happenings.map(({ id }) => id) ?? [];
    const acts: [readonly string[], Detail][] = [
      [[claims[0] as string], { act: 'merge', into: claims[5] as string }],
      [[first[0] as string], { act: 'link', to: first[1] as string, relation: 'apart' }],
      [[claims[3] as string], { act: 'reject' }],
      [[claims[7] as string], { act: 'link', to: claims[8] as string, relation: 'part of' }],
      [[`incident:killed:${figure?.id}`], { act: 'accept' }],
      [[figure?.id as string], { act: 'edit', field: 'best', value: 99 }],
      [[claims[4] as string], { act: 'comment', text: 'to be looked at' }],
    ];
    const made = [];
    for (const [targets, detail] of acts) {
      made.push(await store.decide({ targets, detail, by: 'ada', why: null, at: AT }));
      expect(await told(store), JSON.stringify(detail)).toEqual(await folded(store, readings.slice(0, 12)));
    }
    await store.add(readings.slice(12), AT);
    expect(await told(store)).toEqual(await folded(store, readings));
    const undone = await store.undo([made[0]?.id as string, made[1]?.id as string], {
      by: 'ada',
      why: null,
      at: AT,
      dependants: true,
    });
    expect(await told(store)).toEqual(await folded(store, readings));
    await store.undo([undone.id], { by: 'ada', why: null, at: AT });
    expect(await told(store)).toEqual(await folded(store, readings));
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
  });
});

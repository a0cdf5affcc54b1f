// The record as it stood at a moment, from rows, against all that was known then folded whole: any moment, in both senses.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generatedReading, random } from '../../bench/generated-reports.ts';
import { madeReports } from '../../bench/made-reports.ts';
import { testEngines } from '../../test/support/stores.ts';
import { readDocument } from '../operations/read-document.ts';
import type { Reading } from '../reading/schema.ts';
import { type Chronicle, chronicleOf } from '../record/chronicle.ts';
import type { Decision, Detail } from '../record/decision.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { summaryOf } from '../record/incident/summary.ts';
import { FLAGS } from '../record/ledger/flag.ts';
import { openStore } from './open-store.ts';
import type { Moment, Store } from './store.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const actors = { content: readFileSync(resolve(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
const { reports } = JSON.parse(readFileSync(resolve(samples, 'reports.json'), 'utf8')) as {
  reports: { file: string }[];
};
const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(resolve(samples, file)), about, actors));

/** Some of the samples as another outlet prints them a day later, cut or with a line of its own. */
const reprints = reports.slice(0, 5).flatMap(({ file }, n) => {
  const text = readFileSync(resolve(samples, file), 'utf8').trim();
  return [
    readDocument(
      Buffer.from(`${text}\n\nMore follows.`),
      { published: '2026-03-05', source: 'Lakeside Review' },
      actors,
    ),
    readDocument(Buffer.from(text), { published: `2026-03-0${2 + n}`, source: 'Coastal Herald' }, actors),
  ];
});

const instant = (hour: number): string => new Date(Date.UTC(2026, 2, 5) + hour * 3_600_000).toISOString();

interface Kept {
  readonly store: Store;
  readonly readings: readonly Reading[];
  readonly added: ReadonlyMap<string, string>;
  readonly decisions: Decision[];
  /** Readings by a newer reader, in their order. */
  readonly anew: { readonly reading: Reading; readonly at: string }[];
}

/** What a newer reader finds in the same words: without every third event, and nobody in every fourth. */
const readAnew = (one: Reading, n: number): Reading => ({
  ...one,
  recount: `9.${n}.0`,
  events: one.events
    .filter((_, place) => (place + n) % 3 > 0)
    .map((event, place) => ((place + n) % 4 > 0 ? event : { ...event, actors: [] })),
  statements: one.statements.filter((_, place) => (place + n) % 2 > 0),
});

/** Adds reports some at a time and decides in between, an hour after the other; in an order of its own. */
async function filled(store: Store, all: readonly Reading[], turn: number): Promise<Kept> {
  const next = random(turn);
  const some = all.map((one) => ({ one, key: next() })).sort((a, b) => a.key - b.key);
  const added = new Map<string, string>();
  const decisions: Decision[] = [];
  const anew: Kept['anew'] = [];
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let hour = 0;
  for (let at = 0; at < some.length; ) {
    const part = some.slice(at, at + 1 + Math.floor(next() * (all.length / 4))).map(({ one: reading }) => reading);
    at += part.length;
    hour++;
    await store.add(part, instant(hour));
    for (const { report } of part) added.set(report.id, instant(hour));
    // one of those that are there is read anew: the same way, or not
    const again = anew.length % 4 === 3 ? { ...one(some.slice(0, at)).one, recount: `8.${hour}.0` } : null;
    const reading = again ?? readAnew(one(some.slice(0, at)).one, hour);
    await store.add([reading], instant(++hour));
    anew.push({ reading, at: instant(hour) });
    const { incidents } = await store.incidents.list({}, { limit: 100, after: null });
    const { record } = await store.incidents.part(
      incidents.map(({ n }) => n),
      null,
    );
    const groups = record.incidents.map(({ happenings }) => happenings.map(({ id }) => id));
    const several = groups.filter(({ length }) => length > 1);
    const figures = record.incidents.flatMap((each) => record.figuresOf(each)).map(({ id }) => id);
    const claims = groups.flat();
    const acts: [readonly string[], Detail][] = [
      [[one(claims)], { act: 'merge', into: one(claims) }],
      [[one(claims)], { act: 'reject' }],
      [[one(claims)], { act: 'link', to: one(claims), relation: 'part of' }],
      [[one(claims)], { act: 'comment', text: 'to be looked at' }],
    ];
    if (several.length > 0) {
      const group = one(several);
      acts.push([[group[0] as string], { act: 'link', to: group[1] as string, relation: 'apart' }]);
    }
    if (figures.length > 0) {
      acts.push([[one(figures)], { act: 'edit', field: 'best', value: Math.floor(next() * 100) }]);
      acts.push([[`incident:killed:${one(figures)}`], { act: 'accept' }]);
    }
    for (let n = 0; n < 2; n++) {
      const [targets, detail] = one(acts);
      hour++;
      try {
        const who = { by: 'ada', why: null, at: instant(hour) };
        if (next() < 0.2 && decisions.length > 0)
          decisions.push(await store.undo([one(decisions).id], { ...who, dependants: true }));
        else decisions.push(await store.decide({ targets, detail, ...who }));
      } catch (error) {
        // two that are one already, a claim that was rejected: nothing is decided
        if ((error as Error).name !== 'DecisionError') throw error;
      }
    }
  }
  return { store, readings: all, added, decisions, anew };
}

function folded({ readings: first, added, decisions, anew }: Kept, { at, mode }: Moment): Chronicle {
  const by = (day: string | null | undefined) => day !== null && day !== undefined && day.slice(0, at.length) <= at;
  const last = new Map(
    anew.flatMap((one) => (mode === 'knowable' || by(one.at) ? [[one.reading.report.id, one.reading]] : [])),
  );
  const all = first.map((one) => last.get(one.report.id) ?? one);
  return chronicleOf({
    readings: all.filter(({ report }) => by(mode === 'held' ? added.get(report.id) : report.published)),
    decisions: mode === 'held' ? decisions.filter((one) => by(one.at)) : decisions,
    today: null,
  });
}

/** What changed between two records folded whole: which incidents are new, merged, gone, or read otherwise. */
function changesIn(then: Chronicle, later: Chronicle) {
  const before = new Map<string, Incident[]>();
  const gone: string[] = [];
  for (const one of then.incidents) {
    const heir = one.happenings.map(({ id }) => later.index.incidentOf(id)).find((held) => held !== null);
    if (!heir) gone.push(one.id);
    else before.set(heir.id, [...(before.get(heir.id) ?? []), one]);
  }
  const found = [...later.incidents].reverse().flatMap((one) => {
    const now = plain(summaryOf(later, one));
    const were = (before.get(one.id) ?? []).map((each) => plain(summaryOf(then, each)));
    return were.length === 1 && JSON.stringify(were[0]) === JSON.stringify(now) ? [] : [{ now, before: were }];
  });
  return { gone, found };
}

function knownIn(record: Chronicle) {
  return {
    reports: record.readings.size,
    incidents: record.incidents.length,
    disputed: record.incidents.filter((one) => summaryOf(record, one).status === 'disputed').length,
    statements: record.said.length,
  };
}

async function compareBetween(kept: Kept, mode: Moment['mode'], at: string, until: string | null): Promise<void> {
  const what = `${mode} from ${at} to ${until}`;
  const then = folded(kept, { at, mode });
  const later = until === null ? folded(kept, { at: '~', mode: 'held' }) : folded(kept, { at: until, mode });
  const { gone, found } = changesIn(then, later);
  const between = await kept.store.incidents.between({ at, mode }, until, 1000);
  expect([between.earlier, between.later], what).toEqual([knownIn(then), knownIn(later)]);
  expect(
    between.gone.map(({ id }) => id),
    what,
  ).toEqual(gone);
  expect(
    between.others.filter(
      ({ now, before }) => before.length !== 1 || JSON.stringify(before[0]) !== JSON.stringify(now),
    ),
    what,
  ).toEqual(found);
  expect(between.fresh, what).toBe(found.filter(({ before }) => before.length === 0).length);
  const few = await kept.store.incidents.between({ at, mode }, until, 2);
  expect(few.fresh, what).toBe(between.fresh);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function compareAt(kept: Kept, moment: Moment): Promise<void> {
  const { store } = kept;
  const what = `${moment.mode} at ${moment.at}`;
  const whole = folded(kept, moment);
  const expected = whole.incidents.map((one) => summaryOf(whole, one)).reverse();
  const found: unknown[] = [];
  const numbers: number[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['incidents']['list']>> = await store.incidents.list(
      {},
      { limit: 7, after },
      moment,
    );
    expect(page.total, what).toBe(expected.length);
    found.push(...page.incidents.map(({ summary }) => summary));
    numbers.push(...page.incidents.map(({ n }) => n));
    after = page.next;
    if (after === null) break;
  }
  expect(found, what).toEqual(plain(expected));
  const { record } = await store.incidents.part(numbers, null, moment);
  const shown = (one: Chronicle) =>
    one.incidents.map((each) => ({
      id: each.id,
      members: each.happenings.map(({ id }) => id),
      ties: one.index.tiesOf(each),
      proposals: one.index.proposalsFor(each),
      figures: one.figuresOf(each).map(({ id, best }) => [id, best]),
      taken: one.takenOf(each, 'killed'),
      origins: one
        .originsOf(each)
        .map(({ key }) => key)
        .sort(),
    }));
  expect(shown(record), what).toEqual(shown(whole));
  const flags = await store.incidents.flags(FLAGS, moment);
  expect(
    flags.map(({ incident, name, reason }) => `${incident} ${name} ${reason}`),
    what,
  ).toEqual(
    whole.incidents.flatMap((one) => whole.flagsOf(one).map(({ name, reason }) => `${one.id} ${name} ${reason}`)),
  );
  const filters = [{ type: 'assault' }, { reports: 2 }, { from: '2026-03-02', to: '2026-03-03' }, { words: 'killed' }];
  for (const filter of filters) {
    const { incidents, total } = await store.incidents.list(filter, { limit: 1000, after: null }, moment);
    const wanted = whole.incidents.filter((one) => {
      const { when } = summaryOf(whole, one);
      return (
        (filter.type === undefined || one.happenings.some(({ event }) => event.type === 'ASSAULT')) &&
        (filter.reports === undefined || new Set(one.happenings.map(({ report }) => report)).size > 1) &&
        (filter.from === undefined || (when !== null && when.to >= filter.from && when.from <= filter.to)) &&
        (filter.words === undefined ||
          one.happenings.some(({ event }) => event.evidence.text.toLowerCase().includes('killed')))
      );
    });
    expect([incidents.map(({ summary }) => summary.id), total], `${what} ${JSON.stringify(filter)}`).toEqual([
      wanted.map(({ id }) => id).reverse(),
      wanted.length,
    ]);
  }
  // what stands beside one is all there
  const around = whole.incidents.filter((_, place) => place % 5 === 0);
  for (const one of around) {
    const [found] = await store.incidents.find(one.id, moment);
    expect(found?.id, what).toBe(one.id);
    const part = await store.incidents.around(found?.n as number, null, moment);
    const beside = (record: Chronicle) =>
      [
        ...one.happenings.flatMap(({ report }) => record.index.happeningsOf(report).map(({ id }) => id)),
        ...record.index.proposalsFor(one).map(({ b }) => b),
      ].map((id) => [id, record.index.incidentOf(id)?.id]);
    expect(beside(part.record), what).toEqual(beside(whole));
  }
}

describe.each(await testEngines())('a moment on $name', ({ fresh }) => {
  const open: Store[] = [];
  afterAll(async () => {
    for (const store of open) await store.close();
  });
  const filledAnew = async (all: readonly Reading[], turn: number) => {
    const store = await openStore(fresh());
    open.push(store);
    return filled(store, all, turn);
  };

  const dense = Array.from({ length: 24 }, (_, n) => generatedReading(n * 5, undefined, 1000));
  const records: readonly (readonly [string, readonly Reading[]])[] = [
    ['the samples', readings],
    ['the samples and reprints of them', [...readings, ...reprints]],
    ['made reports of few incidents', [...madeReports(80, 16)]],
    ['reports of the same few parties', dense],
  ];
  for (const [turn, [name, all]] of records.entries())
    it(`is what was known then: ${name}`, { timeout: 120_000 }, async () => {
      const kept = await filledAnew(all, turn + 1);
      const days = [...new Set(all.flatMap(({ report }) => report.published ?? []))].sort();
      const next = random(turn);
      const some = (list: readonly string[], n: number) =>
        Array.from({ length: n }, () => list[Math.floor(next() * list.length)] as string);
      const pairs = [...some(days, 3), '1990-01-01'].sort();
      for (const at of pairs.slice(0, 3))
        for (const until of [pairs[3] as string, null]) await compareBetween(kept, 'knowable', at, until);
      for (const at of ['1990-01-01', ...some(days, 3), '2100']) await compareAt(kept, { at, mode: 'knowable' });
      const hours = [...kept.added.values(), ...[...kept.decisions, ...kept.anew].map(({ at }) => at)].sort();
      const early = hours[Math.floor(hours.length / 4)] as string;
      for (const until of [hours[Math.floor(hours.length / 2)] as string, null])
        await compareBetween(kept, 'held', early, until);
      for (const at of [instant(0), ...some(hours, 4), '2026-03', instant(1000)])
        await compareAt(kept, { at, mode: 'held' });
    });
});

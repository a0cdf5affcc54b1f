// What one asks of a record, on every engine: search, lists, as of, history, changes, verify, doctor, backup, rereading.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { fullReading, madeReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import type { Reading } from '../reading/schema.ts';
import type { Detail } from '../record/decision.ts';
import { isServer, openStore } from './open-store.ts';
import { parseAddress } from './postgres.ts';
import type { HeldClaim, Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const page = { limit: 100, after: null };
const at = (day: number, hour = 10) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const decide = (store: Store, targets: readonly string[], detail: Detail, when: string) =>
  store.decide({ targets, detail, by: 'a.k.', why: null, at: when });
const ids = (claims: readonly HeldClaim[]) => claims.map(({ id }) => id);

/** Changes a record behind the program's back. */
async function tamper(address: string, statement: string, values: readonly string[]): Promise<void> {
  if (!isServer(address)) {
    const database = new DatabaseSync(address);
    database.prepare(statement.replace(/\$\d/g, '?')).run(...values);
    database.close();
    return;
  }
  const { connect, schema } = parseAddress(address);
  const client = new pg.Client({ connectionString: connect, options: `-c search_path=${schema}` });
  await client.connect();
  await client.query(statement, [...values]);
  await client.end();
}

/** The full reading with its event on another day: `day` of March. */
function onDay(n: number, day: number): Reading {
  const reading = fullReading({
    id: reportId(n),
    source: `Wire ${n}`,
    published: `2026-03-${String(day).padStart(2, '0')}`,
  });
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { ...reading, times: reading.times.map((time) => ({ ...time, value: date, interval: [date, date] })) };
}

/** The same reading with `words` before its text. */
function moved(reading: Reading, words: string): Reading {
  const shift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shift);
    if (typeof value !== 'object' || value === null) return value;
    const all = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shift(one)]));
    const { start, end } = all as { start?: unknown; end?: unknown };
    if (typeof start !== 'number' || typeof end !== 'number') return all;
    return { ...all, start: start + words.length, end: end + words.length };
  };
  const { report, ...rest } = reading;
  return { ...(shift(rest) as Omit<Reading, 'report'>), report: { ...report, text: words + report.text } };
}

describe.each(await testEngines())('questions on $name', ({ fresh }) => {
  it('pages through claims by day without a gap, whatever the filter', async () => {
    const store = await openStore(fresh());
    await store.add(
      [5, 1, 9, 3, 7, 3].map((day, n) => onDay(n + 1, day)),
      at(10),
    );
    const walk = async (filter: Parameters<Store['claims']>[0]) => {
      const days: (string | undefined)[] = [];
      let after: string | null = null;
      do {
        const some = await store.claims(filter, { limit: 2, after });
        days.push(...some.claims.map(({ days: of }) => of?.[0]?.slice(8)));
        after = some.next;
      } while (after !== null);
      return days.join(' ');
    };
    expect(await walk({ kind: 'event' })).toBe('09 07 05 03 03 01');
    expect(await walk({ kind: 'event', from: '2026-03-03', to: '2026-03-07' })).toBe('07 05 03 03');
    expect(await walk({ kind: 'event', actors: ['state:VLM'] })).toBe('09 07 05 03 03 01');
    expect(await walk({ kind: 'event', actors: ['state:VLM', 'state:TRN'], type: 'ASSAULT' })).toBe(
      '09 07 05 03 03 01',
    );
    expect(await walk({ kind: 'event', actors: ['state:TRN'], role: 'recipient' })).toBe('09 07 05 03 03 01');
    expect(await walk({ kind: 'event', actors: ['state:TRN'], role: 'actor' })).toBe('');
    expect(await walk({ kind: 'event', places: ['geonames:42'], from: '2026-03-05' })).toBe('09 07 05');
    expect(await walk({ places: ['geonames:42', 'geonames:7'], type: 'ASSAULT' })).toBe('09 07 05 03 03 01');
    expect(await walk({ kind: 'event', words: 'shelled port', to: '2026-03-05' })).toBe('05 03 03 01');
    expect(await walk({ kind: 'event', report: reportId(3) })).toBe('09');
    expect(await walk({ kind: 'event', type: 'PROTEST' })).toBe('');
    expect(await walk({ kind: 'event', actors: ['state:XXX'] })).toBe('');
    expect((await store.claims({}, page)).claims.map(({ kind }) => kind).sort()).toEqual(
      [...Array(6).fill('event'), ...Array(6).fill('figure'), ...Array(6).fill('statement')].sort(),
    );
    expect(await store.counts({ by: ['month', 'source', 'target'], limit: 5 })).toEqual([
      {
        month: '2026-03',
        source: 'state:VLM',
        sourceName: 'Velmar',
        target: 'state:TRN',
        targetName: 'Torenia',
        type: null,
        count: 6,
      },
    ]);
    const between = async (from: string, to: string) =>
      (await store.counts({ by: ['month'], source: ['state:VLM'], from, to, limit: 5 })).map(({ count }) => count);
    expect(await between('2025-11', '2026-03')).toEqual([6]);
    expect(await between('2026-03', '2027-01')).toEqual([6]);
    expect(await between('2025-01', '2026-02')).toEqual([]);
    expect(await between('2026-04', '2026-03')).toEqual([]);
    expect(await between('0001-01', '9999-12')).toEqual([6]);
    expect(await between('2026-00', '2026-99')).toEqual([6]);
    await store.close();
  });

  it('gives a claim with its names and words', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading()], at(10));
    const [event] = (await store.claims({ kind: 'event' }, page)).claims;
    expect(event).toMatchObject({
      type: 'ASSAULT',
      source: 'Meridian Wire',
      reader: '0.1.0',
      names: { 'state:VLM': 'Velmar', 'state:TRN': 'Torenia', 'geonames:42': 'Port Averin' },
    });
    expect(event?.evidence.map(({ role, quote }) => [role, quote])).toEqual([
      ['trigger', 'shelled'],
      ['clause', 'Velmar shelled Port Averin, a Torenian town, on Monday'],
    ]);
    await store.close();
  });

  it('finds words in any form, phrases, beginnings and accents; several words must all be there', async () => {
    const store = await openStore(fresh());
    const text =
      'Żeljko’s envoys\nAt least 12 people were killed on Thursday near Šumar. “We will not sign,” President Ilse Varga said.';
    await store.add([madeReading({ text, title: 'Żeljko’s envoys' }), fullReading({ id: reportId(7) })], at(10));
    const found = async (words: string) =>
      (await store.claims({ words }, page)).claims
        .map(({ kind, report }) => `${kind} ${report.slice(-1)}`)
        .sort()
        .join(', ');
    expect(await found('kill')).toBe('figure 1, figure 7');
    expect(await found('signing varga')).toBe('statement 1, statement 7');
    expect(await found('"will not sign"')).toBe('statement 1');
    expect(await found('"not will sign"')).toBe('');
    expect(await found('shell*')).toBe('event 7');
    expect(await found('envoys shelled')).toBe('');
    expect(await found("a'; drop -- 12")).toBe('');
    await expect(store.claims({ words: '—' }, page)).rejects.toThrow(/no word/);
    const reports = async (words: string) =>
      (await store.searchReports({ words }, page)).reports.map(({ id }) => id.slice(-1)).join('');
    expect(await reports('Żeljko ŠUMAR')).toBe('1');
    expect(await reports('people said')).toBe('71');
    expect((await store.searchReports({ words: 'Averin' }, page)).reports[0]?.extract).toContain('Port Averin');
    await store.close();
  });

  it('folds to what was held at any moment, and to what could be known by then', async () => {
    const store = await openStore(fresh());
    await store.add([onDay(1, 2)], at(3));
    const [first] = (await store.claims({ kind: 'event' }, page)).claims;
    const id = first?.id ?? '';
    const reject = await decide(store, [id], { act: 'reject' }, at(4));
    await store.add([onDay(2, 5)], at(5));
    await store.undo([reject.id], { by: 'b', why: null, at: at(6) });
    await decide(store, [id], { act: 'edit', field: 'mode', value: 'rockets' }, at(7));
    const held = async (when: string, mode: 'held' | 'knowable' = 'held') =>
      (await store.claims({ kind: 'event', asOf: { at: when, mode } }, page)).claims.map(
        (claim) => `${claim.report.slice(-1)} ${String(claim.fields['mode'])}`,
      );
    expect(await held('2026-03-02')).toEqual([]);
    expect(await held('2026-03-03')).toEqual(['1 artillery']);
    expect(await held(at(3, 9))).toEqual([]);
    expect(await held('2026-03-04')).toEqual([]);
    expect(await held('2026-03-05')).toEqual(['2 artillery']);
    expect(await held('2026-03-06')).toEqual(['2 artillery', '1 artillery']);
    expect(await held('2026-03-07')).toEqual(['2 artillery', '1 rockets']);
    expect(await held('2026-03-01', 'knowable')).toEqual([]);
    expect(await held('2026-03-02', 'knowable')).toEqual(['1 rockets']);
    expect(await held(at(2, 12), 'knowable')).toEqual([]);
    expect(await held('2026-03-05', 'knowable')).toEqual(['2 artillery', '1 rockets']);
    expect((await store.claim(id, { at: '2026-03-04', mode: 'held' }))?.status).toBe('rejected');
    await expect(store.claims({ asOf: { at: 'yesterday', mode: 'held' } }, page)).rejects.toThrow(/yesterday/);
    await store.close();
  });

  it('lists whom and where claims name most, without a name', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading(), onDay(2, 5)], at(10));
    const most = await store.findActors('', 2);
    expect(most).toHaveLength(2);
    const named = async (id: string) => (await store.claims({ actors: [id] }, page)).claims.length;
    const [first = 0, second = 0] = await Promise.all(most.map(({ entity }) => named(entity.id)));
    expect(first).toBeGreaterThanOrEqual(second);
    expect(second).toBeGreaterThan(0);
    expect((await store.findPlaces(' ', 5)).map(({ entity }) => entity.id)).toContain('geonames:42');
    await store.close();
  });

  it('tells the history of a claim and what changed since', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading({ id: reportId(1) }), fullReading({ id: reportId(2) })], at(3));
    const [one = '', two = ''] = ids((await store.claims({ kind: 'event' }, page)).claims).sort();
    const merge = await decide(store, [two], { act: 'merge', into: one }, at(4));
    await store.undo([merge.id], { by: 'b', why: 'two towns', at: at(5) });
    const steps = await store.history(two);
    expect(
      steps.map(({ reading, decision, withdrawnBy }) => [reading ? 'read' : decision?.detail.act, withdrawnBy]),
    ).toEqual([
      ['read', null],
      ['merge', 'd4'],
      ['withdraw', null],
    ]);
    expect(steps.map(({ held }) => held?.standing)).toEqual(['current', 'merged', 'current']);
    expect((await store.history(reportId(1))).map(({ reading }) => reading?.reader)).toEqual(['0.1.0']);
    expect(await store.history('r99')).toEqual([]);

    const first = await store.changes({ after: null, limit: 3 });
    expect(first.entries.map(({ act, changes }) => [act, changes.length])).toEqual([
      ['read', 8],
      ['read', 8],
      ['merge', 1],
    ]);
    expect(first.entries[2]?.changes).toEqual([{ change: 'merged', claim: two, kind: 'event', into: one }]);
    expect(first.more).toBe(true);
    const second = await store.changes({ after: first.next, limit: 3 });
    expect(second.entries.map(({ act }) => act)).toEqual(['withdraw']);
    expect(second.more).toBe(false);
    expect(await store.changes({ after: second.next, limit: 3 })).toEqual({
      entries: [],
      next: second.next,
      more: false,
    });
    await store.close();
  });

  it('carries decisions over to a newer reading by words and content, and says what needs another look', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading()], at(3));
    const of = async (kind: string) => (await store.claims({ kind }, page)).claims[0];
    const [event, figure, statement] = [await of('event'), await of('figure'), await of('statement')];
    for (const claim of [event, figure, statement]) await decide(store, [claim?.id ?? ''], { act: 'accept' }, at(4));
    await decide(store, [event?.id ?? ''], { act: 'edit', field: 'mode', value: 'rockets' }, at(4, 11));
    const newer = fullReading({ reader: '0.2.0' });
    const { text } = newer.report;
    const killing = text.indexOf('killing 14 people');
    await store.add(
      [
        {
          ...newer,
          // the same event; a figure in more words; a statement that is now understood otherwise
          figures: newer.figures.map((one) => ({
            ...one,
            span: { start: killing, end: killing + 17, text: 'killing 14 people' },
          })),
          statements: newer.statements.map((one) => ({ ...one, act: 'warn' })),
        },
      ],
      at(5),
    );
    expect(await of('event')).toMatchObject({
      id: event?.id,
      status: 'accepted',
      review: false,
      fields: { mode: 'rockets' },
      reader: '0.2.0',
    });
    const moved = await of('figure');
    expect(moved?.id).not.toBe(figure?.id);
    expect(moved).toMatchObject({ status: 'accepted', review: true, reader: '0.2.0', fields: { best: 14 } });
    expect(await of('statement')).toMatchObject({ id: statement?.id, status: 'accepted', review: true, type: 'warn' });
    expect(ids((await store.claims({ review: true }, page)).claims)).toHaveLength(2);
    expect((await store.history(moved?.id ?? '')).map(({ decision }) => decision?.detail.act ?? 'read')).toEqual([
      'read',
      'accept',
      'read',
    ]);
    // what is taken back upon the older words is taken back upon the newer
    const [accepted] = (await store.decisions({ limit: 10, after: null, target: figure?.id ?? '' })).decisions;
    const undone = await store.undo([accepted?.id ?? ''], { by: 'a.k.', why: null, at: at(6) });
    expect(await of('figure')).toMatchObject({ id: moved?.id, status: 'open', review: false });
    await store.undo([undone.id], { by: 'a.k.', why: null, at: at(7) });
    expect(await of('figure')).toMatchObject({ id: moved?.id, status: 'accepted', review: true });
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
    const both = await store.readByBoth('0.1.0', '0.2.0', { after: 0, limit: 10 });
    expect(both.map(({ readings }) => readings.map(({ recount }) => recount))).toEqual([['0.1.0', '0.2.0']]);
    expect(await store.unreadBy('0.2.0', 0, 10)).toEqual([]);
    expect((await store.unreadBy('0.3.0', 0, 10)).map(({ reading }) => reading.recount)).toEqual(['0.2.0']);
    await store.close();
  });

  it('carries decisions over to a later version of a report by its words, and marks what it says otherwise', async () => {
    const address = fresh();
    const store = await openStore(address);
    const url = 'https://wire.example/strike';
    await store.add([fullReading({ url, published: '2026-03-03T06:00:00Z' })], at(3));
    const of = async (kind: string) => (await store.claims({ kind }, page)).claims[0];
    const [event, figure, statement] = [await of('event'), await of('figure'), await of('statement')];
    const accept = await decide(store, [event?.id ?? '', figure?.id ?? ''], { act: 'accept' }, at(4));
    await decide(store, [event?.id ?? ''], { act: 'edit', field: 'mode', value: 'rockets' }, at(4, 11));
    await decide(store, [statement?.id ?? ''], { act: 'reject' }, at(4, 12));
    const later = (n: number, words: string, published: string) => {
      const reading = moved(fullReading({ id: reportId(n), url, published }), words);
      return { ...reading, figures: reading.figures.map((one) => ({ ...one, best: 13 + n / 2 })) };
    };
    // the same words further down, and another figure in them
    await store.add([later(4, 'Corrected: an earlier version named another town.\n', '2026-03-03T09:00:00Z')], at(5));
    const carried = await of('event');
    expect(carried).toMatchObject({
      report: reportId(4),
      status: 'accepted',
      review: false,
      fields: { mode: 'rockets' },
    });
    expect(await of('figure')).toMatchObject({ report: reportId(4), status: 'accepted', review: true });
    expect(await of('statement')).toBeUndefined();
    await store.add(
      [later(4, '', '2026-03-03T09:30:00Z')].map((one) => ({ ...one, report: { ...one.report, id: reportId(6) } })),
      at(6),
    );
    expect(await of('event')).toMatchObject({ report: reportId(6), status: 'accepted', review: false });
    expect((await store.history((await of('event'))?.id ?? '')).map(({ decision }) => decision?.detail.act)).toContain(
      'edit',
    );
    await store.undo([accept.id], { by: 'a.k.', why: null, at: at(7) });
    expect(await of('event')).toMatchObject({ report: reportId(6), status: 'open', fields: { mode: 'rockets' } });
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
    await store.close();
  });

  it('holds the latest version of a report, and the older ones when they are asked for', async () => {
    const store = await openStore(fresh());
    const url = 'https://www.wire.example/strike?utm_source=x';
    const version = (n: number, published: string, address = url) =>
      fullReading({ id: reportId(n), published, url: address });
    await store.add([version(1, '2026-03-03T06:00:00Z')], at(3));
    await store.add([version(3, '2026-03-03T09:00:00Z', 'http://wire.example/strike/#top')], at(3, 11));
    const events = async () => (await store.claims({ kind: 'event' }, page)).claims.map(({ report }) => report);
    expect(await events()).toEqual([reportId(3)]);
    await store.add([version(2, '2026-03-03T07:00:00Z')], at(3, 12));
    expect(await events()).toEqual([reportId(3)]);
    expect(
      (await store.claims({ kind: 'event', all: true }, page)).claims.map(({ standing }) => standing).sort(),
    ).toEqual(['current', 'superseded', 'superseded']);
    expect((await store.versions(reportId(2))).map(({ id }) => id)).toEqual([reportId(1), reportId(2), reportId(3)]);
    expect(
      (await store.claims({ kind: 'event', asOf: { at: at(3, 10), mode: 'held' } }, page)).claims.map(
        ({ report }) => report,
      ),
    ).toEqual([reportId(1)]);
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
    await store.close();
  });

  it('finds nothing wrong with a sound record, and copies it whole while it is written', async () => {
    const store = await openStore(fresh());
    await store.add([fullReading(), madeReading({ id: reportId(5), text: `🚨 ${madeReading().report.text}` })], at(3));
    await decide(store, [reportId(5)], { act: 'comment', text: 'Ask.' }, at(4));
    expect(await store.verify()).toEqual({ exact: expect.any(Number), changed: [], lost: [], texts: [] });
    expect((await store.doctor()).troubles).toEqual([]);
    const copy = join(folder, `${Math.random()}.db`);
    const hash = await store.hash();
    const writing = store.add([fullReading({ id: reportId(6) })], at(5));
    await store.backup(copy);
    await writing;
    const copied = await openStore(copy);
    expect((await copied.list(page)).total).toBeGreaterThanOrEqual(2);
    expect((await copied.doctor()).troubles).toEqual([]);
    if ((await copied.list(page)).total === 2) expect(await copied.hash()).toBe(hash);
    else expect(await copied.hash()).toBe(await store.hash());
    await copied.close();
    await expect(store.backup(copy)).rejects.toMatchObject({ message: expect.stringContaining('already there') });
    await store.close();
  });

  it('finds what was tampered with', async () => {
    const address = fresh();
    const store = await openStore(address);
    await store.add([fullReading(), madeReading({ id: reportId(5) })], at(3));
    const text = madeReading().report.text;
    await tamper(address, 'update report set text = $1 where id = $2', [`Late ${text}`, reportId(5)]);
    await tamper(address, 'update evidence set quote = $1 where quote = $2', ['shelves', 'shelled']);
    const found = await store.verify();
    expect(found.texts).toEqual([reportId(5)]);
    expect(found.lost.map(({ quote }) => quote)).toEqual(['shelves']);
    expect(found.changed.every(({ start, found: now }) => now === start + 5)).toBe(true);
    expect(found.changed.length).toBeGreaterThan(3);
    await store.close();
  });
});

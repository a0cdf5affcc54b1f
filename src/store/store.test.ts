// The conformance suite: what holds of every store. A new engine is one line in test/support/stores.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { madeReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import { openStore } from './open-store.ts';
import { StoreError } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const file = () => join(folder, `record${++made}.db`);
const AT = '2026-03-05T10:00:00.000Z';
const id = reportId;

describe.each(await testEngines())('a store on $name', ({ fresh }) => {
  it('keeps a reading and gives back the same', async () => {
    const store = await openStore(fresh());
    const reading = madeReading();
    expect(await store.add([reading], AT)).toEqual([{ id: reading.report.id, outcome: 'new' }]);
    expect(await store.show(reading.report.id)).toEqual({ reading, added: AT, readers: ['0.1.0'] });
    await store.close();
  });

  it('keeps what it kept after it is closed', async () => {
    const address = fresh();
    const first = await openStore(address);
    await first.add([madeReading()], AT);
    await first.close();
    const again = await openStore(address);
    expect((await again.show(madeReading().report.id))?.reading).toEqual(madeReading());
    await again.close();
  });

  it('writes the same report once', async () => {
    const store = await openStore(fresh());
    await store.add([madeReading()], AT);
    expect(await store.add([madeReading()], '2026-03-06T00:00:00.000Z')).toEqual([
      { id: madeReading().report.id, outcome: 'known' },
    ]);
    expect((await store.list({ limit: 10, after: null })).total).toBe(1);
    expect((await store.show(madeReading().report.id))?.added).toBe(AT);
    await store.close();
  });

  it('keeps the older reading beside a newer reader’s', async () => {
    const store = await openStore(fresh());
    await store.add([madeReading()], AT);
    expect(await store.add([madeReading({ reader: '0.2.0' })], AT)).toEqual([
      { id: madeReading().report.id, outcome: 'reread' },
    ]);
    const kept = await store.show(madeReading().report.id);
    expect(kept?.readers).toEqual(['0.1.0', '0.2.0']);
    expect(kept?.reading.recount).toBe('0.2.0');
    await store.close();
  });

  it('keeps all readings of one call or none', async () => {
    const store = await openStore(fresh());
    const good = madeReading({ id: id(1) });
    const broken = {
      ...madeReading({ id: id(2) }),
      unread: [],
      times: madeReading().times.map((time) => ({ ...time, span: { ...time.span, text: 'Friday' } })),
    };
    await expect(store.add([good, broken], AT)).rejects.toThrow(/Friday/);
    expect((await store.list({ limit: 10, after: null })).total).toBe(0);
    expect(await store.show(id(1))).toBeNull();
    await store.close();
  });

  it('lists newest publication first, unknown dates last, page by page without a gap', async () => {
    const store = await openStore(fresh());
    const days = ['2026-03-01', null, '2026-03-03', '2026-03-02', '2026-03-03', null, '2026-03-02T08:00:00Z'];
    await store.add(
      days.map((published, n) => madeReading({ id: id(n), published })),
      AT,
    );
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    let after: string | null = null;
    do {
      const page = await store.list({ limit: 2, after });
      expect(page.total).toBe(days.length);
      for (const report of page.reports) {
        seen.push(report.published);
        ids.add(report.id);
      }
      after = page.next;
    } while (after !== null);
    expect(ids.size).toBe(days.length);
    expect(seen).toEqual(['2026-03-03', '2026-03-03', '2026-03-02T08:00:00Z', '2026-03-02', '2026-03-01', null, null]);
    await store.close();
  });

  it('counts what each report holds', async () => {
    const store = await openStore(fresh());
    await store.add([madeReading()], AT);
    const [row] = (await store.list({ limit: 1, after: null })).reports;
    expect(row).toMatchObject({
      statements: 1,
      figures: 1,
      times: 1,
      events: 0,
      unread: 0,
      added: AT,
      title: 'Envoy doubtful',
    });
    await store.close();
  });

  it('refuses a page size or cursor that cannot be, with the value', async () => {
    const store = await openStore(fresh());
    for (const limit of [0, -1, 1001, 1.5, Number.NaN])
      await expect(store.list({ limit, after: null })).rejects.toThrow(new RegExp(`limit is ${limit}`));
    await expect(store.list({ limit: 1, after: 'nonsense' })).rejects.toThrow(/nonsense/);
    await store.close();
  });

  it('finds ids by their beginning', async () => {
    const store = await openStore(fresh());
    await store.add(
      [1, 2, 10].map((n) => madeReading({ id: id(n) })),
      AT,
    );
    expect(await store.startingWith(id(1), 2)).toEqual([id(1)]);
    expect(await store.startingWith('r', 2)).toHaveLength(2);
    expect(await store.startingWith('x', 2)).toEqual([]);
    await store.close();
  });

  it('keeps any text as it is', async () => {
    const store = await openStore(fresh());
    const text = `\u0000'; DROP TABLE report; -- \ud83d\udea8 e\u0301 \u202e\r\n${madeReading().report.text}`;
    const reading = madeReading({ text, title: "O'Brien\u0000", source: '"; DELETE FROM claim' });
    await store.add([reading], AT);
    expect((await store.show(reading.report.id))?.reading).toEqual(reading);
    await store.close();
  });

  it('serves two connections at once', async () => {
    const address = fresh();
    const [one, two] = await Promise.all([openStore(address), openStore(address)]);
    await Promise.all([one.add([madeReading({ id: id(1) })], AT), two.add([madeReading({ id: id(2) })], AT)]);
    expect((await two.list({ limit: 10, after: null })).total).toBe(2);
    await one.close();
    await two.close();
  });
});

describe('the file of a record', () => {
  it('is refused when it is no database, when it is another program’s, and when it is newer', async () => {
    const text = file();
    writeFileSync(text, 'this is a letter, and no database at all'.repeat(100));
    await expect(openStore(text)).rejects.toMatchObject({ name: 'StoreError', code: 'store/unreadable' });

    const foreign = file();
    const other = new DatabaseSync(foreign);
    other.exec('CREATE TABLE moz_bookmarks (id INTEGER)');
    other.close();
    await expect(openStore(foreign)).rejects.toMatchObject({
      code: 'store/unreadable',
      message: expect.stringContaining('another program'),
    });

    const newer = file();
    await (await openStore(newer)).close();
    const future = new DatabaseSync(newer);
    future.exec('PRAGMA user_version = 999');
    future.close();
    await expect(openStore(newer)).rejects.toMatchObject({
      code: 'store/newer',
      message: expect.stringContaining('999'),
    });

    await expect(openStore(join(folder, 'no', 'such', 'folder.db'))).rejects.toBeInstanceOf(StoreError);
  });
});

// Files of every released version come out as today's, and lose nothing on the way.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { madeReading } from '../../test/support/reading.ts';
import { reportId } from '../../test/support/stores.ts';
import { migrate, VERSION } from './migrations.ts';
import { openStore } from './open-store.ts';
import { VIEW_NAMES } from './views.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AT = '2026-03-05T10:00:00.000Z';

/** A file as version 1 wrote it, with a report that two readers have read and one that one has. */
function version1(file: string): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  migrate(database, file, 1);
  const report = database.prepare('INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const reading = database.prepare('INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?)');
  const claim = database.prepare('INSERT INTO claim VALUES (?, ?, ?, ?, ?)');
  const words = database.prepare('INSERT INTO evidence VALUES (?, 0, ?, ?, ?)');
  let arrival = 0;
  for (const made of [
    madeReading({ id: reportId(2), url: 'https://wire.example/a?utm_source=x' }),
    madeReading({ id: reportId(1) }),
    madeReading({ id: reportId(2), url: 'https://wire.example/a?utm_source=x', reader: '0.2.0' }),
  ]) {
    const { report: of, recount, format: _, ...body } = made;
    arrival++;
    if (arrival < 3) report.run(of.id, of.title, of.source, of.url, of.published, of.language, of.text, AT, arrival);
    reading.run(of.id, recount, JSON.stringify(body), AT, '{"statements":1,"figures":1,"times":1}', arrival);
    const id = `${of.id}.${recount}.t1`;
    claim.run(id, of.id, recount, 'time', '{}');
    words.run(id, 3, 6, 'voy');
  }
  database.close();
}

describe('a file of version 1', () => {
  it('is brought to this version with every reading, and its claims made anew', async () => {
    const file = join(folder, 'one.db');
    version1(file);
    const store = await openStore(file);
    expect((await store.list({ limit: 10, after: null })).total).toBe(2);
    const kept = await store.show(reportId(2));
    expect(kept?.readers).toEqual(['0.1.0', '0.2.0']);
    expect(kept?.reading).toEqual(
      madeReading({ id: reportId(2), url: 'https://wire.example/a?utm_source=x', reader: '0.2.0' }),
    );
    expect((await store.claims({}, { limit: 100, after: null })).claims).toHaveLength(4);
    expect(await store.verify()).toMatchObject({ changed: [], lost: [], texts: [] });
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
    await store.close();

    const fresh = await openStore(join(folder, 'fresh.db'));
    await fresh.add(
      [
        madeReading({ id: reportId(2), url: 'https://wire.example/a?utm_source=x' }),
        madeReading({ id: reportId(1) }),
        madeReading({ id: reportId(2), url: 'https://wire.example/a?utm_source=x', reader: '0.2.0' }),
      ],
      AT,
    );
    const claims = async (one: typeof store) => (await one.claims({}, { limit: 100, after: null })).claims;
    const again = await openStore(file);
    expect(await claims(again)).toEqual(await claims(fresh));
    await again.close();
    await fresh.close();
  });

  it('is brought there by one of two programs that open it at once', async () => {
    const file = join(folder, 'two.db');
    version1(file);
    const [a, b] = await Promise.all([openStore(file), openStore(file)]);
    expect(await a.hash()).toBe(await b.hash());
    await a.close();
    await b.close();
    const database = new DatabaseSync(file);
    expect(Object.values(database.prepare('PRAGMA user_version').get() ?? {})).toEqual([VERSION]);
    database.close();
  });
});

describe('a record opened with other programs', () => {
  it('shows views with readable names, each described', async () => {
    const file = join(folder, 'views.db');
    const store = await openStore(file);
    await store.add([madeReading()], AT);
    await store.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const described = database.prepare('SELECT name, says FROM about_these_tables').all();
    expect(described.map(({ name }) => name).sort()).toEqual([...VIEW_NAMES].sort());
    for (const name of VIEW_NAMES) database.prepare(`SELECT * FROM ${name}`).all();
    expect(database.prepare('SELECT speaker, words, source FROM statements').all()).toEqual([
      expect.objectContaining({ speaker: 'person:ilse-varga', words: 'We will not sign,', source: 'Meridian Wire' }),
    ]);
    database.close();
  });

  it('keeps decisions as they were made, whatever program asks', async () => {
    const file = join(folder, 'kept.db');
    const store = await openStore(file);
    await store.add([madeReading()], AT);
    await store.decide({ targets: [reportId(1)], detail: { act: 'comment', text: 'x' }, by: 'a', why: null, at: AT });
    await store.close();
    const database = new DatabaseSync(file);
    expect(() => database.exec("UPDATE decision SET by = 'nobody'")).toThrow(/kept as they were made/);
    expect(() => database.exec('DELETE FROM decision')).toThrow(/kept as they were made/);
    database.close();
  });
});

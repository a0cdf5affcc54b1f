// Copies in a record, on every engine: grouped under the first that came, however they came, and after a rebuild.
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { random } from '../../bench/generated-reports.ts';
import { madeReading } from '../../test/support/reading.ts';
import { reportId as id, testEngines } from '../../test/support/stores.ts';
import type { Reading } from '../reading/schema.ts';
import { openStore } from './open-store.ts';

const AT = '2026-03-05T10:00:00.000Z';
const SAID = madeReading().report.text;
const MORE = [
  'The harbour master said that the fire had been put out by four in the morning, and that two of those who were hurt worked on the tugs that had been tied up beside the store since Sunday.',
  'The ministry in Sarnow denied that its guns had fired upon the town, and said that the harbour had been used to bring in weapons under the cover of grain.',
  'Eleven ships wait outside the bay, among them two that were to bring flour to the islands, where bread has been short since the ferries stopped in the last week of February.',
];
const OTHER =
  'The chamber of deputies voted on Tuesday to move the budget for roads to the autumn, after a debate that went on until midnight and in which nobody asked the minister how the bridges were to be mended before the snow came, or who was to pay for the ferry that has run in their stead since the flood.';
const TEXTS: readonly string[] = [
  [SAID, ...MORE].join('\n'),
  `${SAID}\n${OTHER}`,
  [SAID, ...MORE]
    .join('\n\n')
    .toUpperCase()
    .replace(/.*/s, (text) => `${SAID}\n${text}`), // said twice: a near copy
  [SAID, ...MORE.slice(0, 2)].join('\n'),
  ['Another headline for it', SAID, ...MORE].join('\n'),
  [SAID, ...MORE].join('\n  '),
];
const readings = TEXTS.map((text, at) => madeReading({ id: id(at + 1), text, source: `Outlet ${at + 1}` }));

describe.each(await testEngines())('copies in a store on $name', ({ fresh }) => {
  it('are one group under the first that came, in one batch or in several', async () => {
    const groups: unknown[] = [];
    const hashes: string[] = [];
    for (const batches of [[readings], readings.map((one) => [one])]) {
      const store = await openStore(fresh());
      for (const batch of batches) await store.add(batch, AT);
      const page = await store.list({ limit: 100, after: null });
      expect([page.total, page.origins]).toEqual([6, 2]);
      const rows = new Map(page.reports.map((row) => [row.id, row]));
      expect(TEXTS.map((_, at) => rows.get(id(at + 1))?.copyOf)).toEqual([null, null, id(1), id(1), id(1), id(1)]);
      expect(rows.get(id(1))?.copies).toBe(4);
      expect(await store.copies(id(2))).toEqual([]);
      expect(await store.copies('r-none')).toEqual([]);
      const group = await store.copies(id(4));
      expect(group.map((row) => [row.id, row.kind])).toEqual([
        [id(1), null],
        [id(3), 'near'],
        [id(4), 'near'],
        [id(5), 'near'],
        [id(6), 'exact'],
      ]);
      expect(group[2]).toMatchObject({ source: 'Outlet 4', held: 1 });
      groups.push(group);
      const before = await store.hash();
      await store.rebuild();
      expect(await store.hash()).toBe(before);
      expect(await store.copies(id(4))).toEqual(group);
      hashes.push(before);
      await store.close();
    }
    expect(groups[0]).toEqual(groups[1]);
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('are no pages that hold a headline and one notice or one list of tips', async () => {
    const notice = 'This page cannot be shown at the moment. Please try again.';
    const tips = `${OTHER}\nThose who had come by the ferry waited in the hall and were given soup.`;
    const headlines = ['Envoy meets Kestrian prisoners', 'Shells hit Averin harbour'];
    const pages = [notice, tips].flatMap((frame, at) =>
      headlines.map((title, page) => given(2 * at + page + 1, frame, title)),
    );
    const reprints = headlines.map((title, at) => given(at + 5, [SAID, ...MORE].join('\n'), title));
    const store = await openStore(fresh());
    await store.add([...pages, ...reprints], AT);
    const page = await store.list({ limit: 100, after: null });
    expect([page.total, page.origins]).toEqual([6, 5]);
    expect(page.reports.filter((row) => row.copyOf !== null).map((row) => [row.id, row.copyOf])).toEqual([
      [id(6), id(5)],
    ]);
    await store.close();
  });

  it('are found among hundreds that print the same around every report, which are none', async () => {
    const around =
      'The offices of the five river towns put together every evening what they have told each other about roads, schools, ferries and the price of bread, with a map of the day and letters from those who live there';
    const words = 'oak elm ash yew fir bay box may fig nut rye hay pea bean leek corn plum pear quince sloe'.split(' ');
    const story = (n: number) => {
      const next = random(n);
      return Array.from({ length: 14 }, () => words[Math.floor(next() * words.length)]).join(' ');
    };
    const some = Array.from({ length: 500 }, (_, n) =>
      given(n + 1, `${around}. ${story(n)}. ${story(n + 1000)}.`, `Letter ${n}`),
    );
    const copy = given(900, `${around}. ${story(120)}. ${story(1120)}. Nobody was hurt, they said.`, 'Letter 120');
    const address = fresh();
    const store = await openStore(address);
    for (let at = 0; at < some.length; at += 100) await store.add(some.slice(at, at + 100), AT);
    await store.add([copy], AT);
    expect((await store.copies(id(900))).map((row) => row.id)).toEqual([id(121), id(900)]);
    expect((await store.list({ limit: 1, after: null })).origins).toBe(500);
    const hash = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(hash);
    await store.close();
    if (address.startsWith('postgres:')) return;
    const file = new DatabaseSync(address, { readOnly: true });
    const row = file.prepare('SELECT max(n) AS most FROM (SELECT count(*) AS n FROM band GROUP BY band)').get();
    expect(row?.['most']).toBe(64);
    file.close();
  });
});

/** A reading of words that no claim stands in. */
function given(number: number, text: string, title: string): Reading {
  const { report, ...reading } = madeReading({ id: id(number), source: `Outlet ${number}`, title });
  const none = Object.fromEntries(
    Object.entries(reading).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  ) as typeof reading;
  return { ...none, report: { ...report, text } };
}

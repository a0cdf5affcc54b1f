// Copies in a record, on every engine: grouped under the first that came, however they came, and after a rebuild.
import { describe, expect, it } from 'vitest';
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
});

/** A reading of words that no claim stands in. */
function given(number: number, text: string, title: string): Reading {
  const { report, ...reading } = madeReading({ id: id(number), source: `Outlet ${number}`, title });
  const none = Object.fromEntries(
    Object.entries(reading).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  ) as typeof reading;
  return { ...none, report: { ...report, text } };
}

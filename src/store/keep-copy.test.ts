// What a report is a copy of does not depend on which reports were compared lately.
import { expect, it } from 'vitest';
import { CopyCache, keepCopy } from './keep-copy.ts';
import { wordingOf } from './prepare.ts';
import type { Writing } from './writing.ts';

const SAID = [
  'The harbour master said that the fire had been put out by four in the morning, and that two of those who were hurt worked on the tugs that had been tied up beside the store since Sunday.',
  'The ministry in Sarnow denied that its guns had fired upon the town, and said that the harbour had been used to bring in weapons under the cover of grain.',
];
const MORE =
  'Eleven ships wait outside the bay, among them two that were to bring flour to the islands, where bread has been short since the ferries stopped in the last week of February.';

it('compares a report with one that goes from memory while another is looked up', async () => {
  const texts = new Map([
    [1, [...SAID, MORE].join('\n')],
    [2, [...SAID, 'Nobody else was hurt, the harbour master said on Monday evening.'].join('\n')],
    [3, [...SAID, MORE, 'The wind had turned.'].join('\n')],
  ]);
  const wording = (report: number) => wordingOf(texts.get(report) ?? '', null);
  const copies = new CopyCache(2);
  copies.remember(9, wording(2).shingles);
  copies.remember(1, wording(1).shingles);
  for (const report of [2, 1]) for (const band of wording(report).bands) copies.hold(band, report, report);
  // the third shares more bands with the second than the first has by itself: that is looked up first
  for (const band of wording(3).bands) copies.hold(band, 2, 2);
  const put: { table: string; row: unknown }[] = [];
  const writing = {
    copies,
    alone: new Set(),
    waiting: () => [{ arrival: 2, text: texts.get(2), title: null }],
    put: (table: string, row: unknown) => put.push({ table, row }),
  } as never as Writing;
  await keepCopy(writing, 3, wording(3));
  expect(put.find(({ table }) => table === 'copy')?.row).toMatchObject({ report: 3, origin: 1, kind: 'near' });
});

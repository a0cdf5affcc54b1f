// An open store in, the same with the sample reports of this checkout read and kept.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from '../../src/operations/read-document.ts';
import type { Store } from '../../src/store/store.ts';

const FOLDER = resolve(import.meta.dirname, '../../samples');
/** When the samples are kept, and the moment from which deadlines are seen. */
export const KEPT_AT = '2026-03-19T10:00:00.000Z';
export const SEEN_AT = '2026-03-20T12:00:00.000Z';

export async function addSamples(store: Store): Promise<void> {
  const { reports } = JSON.parse(readFileSync(join(FOLDER, 'reports.json'), 'utf8')) as {
    reports: { file: string }[];
  };
  const actors = { content: readFileSync(join(FOLDER, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
  const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(join(FOLDER, file)), about, actors));
  await store.add(readings, KEPT_AT);
}

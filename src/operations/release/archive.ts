// A release in, one ZIP file of everything that it may hand on out, the same bytes each time; no report's whole text is in it.
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { Store } from '../../store/store.ts';
import type { Context } from '../operation.ts';
import { codebookJson, findRelease, type Release } from './release.ts';

/** The first day that a ZIP file can name, by the machine's own clock as its format wants: the same bytes everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * manifest.json, claims.ndjson with their words, reports.ndjson without their texts, decisions.ndjson, changes.ndjson since
 * the release before (what was merged, rejected, superseded, deleted), codebook.json, LICENCE.txt, CITATION.cff and the
 * hashes of all. Throws OperationError for no such release.
 */
export async function archiveOf(context: Context, name: string): Promise<Uint8Array> {
  const store = await context.store();
  const held = await findRelease(store, name);
  const files: Record<string, string> = {
    'CITATION.cff': cff(held),
    'LICENCE.txt': `${held.licence.trimEnd()}\n`,
    'changes.ndjson': lines(await lost(store, held)),
    'claims.ndjson': lines(await claimsAt(store, held)),
    'codebook.json': `${await codebookJson(context)}\n`,
    'decisions.ndjson': lines(await decisionsUpTo(store, held.arrival)),
    'manifest.json': `${JSON.stringify(held, null, 2)}\n`,
    'reports.ndjson': lines(await reportsAt(store, held)),
  };
  files['SHA256SUMS'] = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, content]) => `${createHash('sha256').update(content).digest('hex')}  ${file}\n`)
    .join('');
  const packed = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, content]) => [`${held.name}/${file}`, [strToU8(content), { mtime: NO_TIME, level: 6 }]]);
  return zipSync(Object.fromEntries(packed));
}

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function claimsAt(store: Store, { at }: Release): Promise<object[]> {
  const found: object[] = [];
  for (const kind of ['event', 'statement', 'figure', 'time', 'place', 'actor'])
    for (let after: string | null = null; ; ) {
      const filter = { kind, asOf: { at, mode: 'held' as const } };
      const page: Awaited<ReturnType<Store['claims']>> = await store.claims(filter, { limit: 500, after });
      found.push(...page.claims);
      after = page.next;
      if (after === null) break;
    }
  return found.sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1));
}

async function reportsAt(store: Store, { at }: Release): Promise<object[]> {
  const found: { id: string; row: object }[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({ limit: 500, after });
    for (const { id, title, source, url, published, language, added, length } of page.reports)
      if (added <= at) found.push({ id, row: { id, title, source, url, published, language, added, length } });
    after = page.next;
    if (after === null) break;
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ row }) => row);
}

async function decisionsUpTo(store: Store, arrival: number): Promise<object[]> {
  const found: { arrival: number; row: object }[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['decisions']>> = await store.decisions({ limit: 500, after });
    for (const { withdrawnBy: _later, ...row } of page.decisions)
      if (row.arrival <= arrival) found.push({ arrival: row.arrival, row });
    after = page.next;
    if (after === null) break;
  }
  return found.sort((a, b) => a.arrival - b.arrival).map(({ row }) => row);
}

/** What a user of the release before must no longer use, or must look at again. */
async function lost(store: Store, { arrival, previous }: Release): Promise<object[]> {
  if (previous === null) return [];
  const found: object[] = [];
  let after = String((await findRelease(store, previous)).arrival);
  while (Number(after) < arrival) {
    const page = await store.changes({ after, limit: Math.min(500, arrival - Number(after)) });
    for (const { cursor, at, by, changes } of page.entries)
      for (const one of changes) if (one.change !== 'added') found.push({ cursor, at, by, ...one });
    if (page.next === after) break;
    after = page.next;
  }
  return found;
}

const quoted = (text: string) => JSON.stringify(text);

function cff({ title, authors, name, at, licence, hash }: Release): string {
  return [
    'cff-version: 1.2.0',
    'message: If you use this data set, please cite it as below.',
    'type: dataset',
    `title: ${quoted(title)}`,
    `version: ${quoted(name)}`,
    `date-released: ${at.slice(0, 10)}`,
    ...(/^[A-Za-z0-9.+-]{2,40}$/.test(licence) ? [`license: ${licence}`] : []),
    'authors:',
    ...authors.map((author) => `  - name: ${quoted(author)}`),
    'identifiers:',
    '  - type: other',
    `    value: sha256:${hash}`,
    '',
  ].join('\n');
}

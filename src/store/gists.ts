// Reports of the record in, what they are compared by out: read once, kept while they are compared often.
import { keysOf } from '../record/incident/blocks.ts';
import { type Gist, readGist } from './gist.ts';
import { HeldCache } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import type { Writing } from './writing.ts';

/** Reports compared lately. */
const MOST_GISTS = 500;

/** What this process remembers between transactions, as of one place in the record's order. */
export class GroupingCache {
  readonly held = new HeldCache();
  readonly gists = new Map<number, Gist>();
  /** Place in the record's order after the last change that this process made; another's change makes all stale. */
  upTo = -1;
  clear(): void {
    this.held.clear();
    this.gists.clear();
    this.upTo = -1;
  }
}

export function remember(writing: Writing, gist: Gist): void {
  const { gists } = writing.grouped;
  gists.delete(gist.report);
  if (gists.size >= MOST_GISTS) gists.delete(gists.keys().next().value as number);
  gists.set(gist.report, gist);
}

/** The keys of a report's happenings, each once. */
export function reportKeys({ happenings }: Gist, which: 'kept' | 'sought'): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { block } of happenings) for (const key of keysOf(block)[which]) keys.add(key);
  return keys;
}

export async function gistsOf(writing: Writing, reports: Iterable<number>): Promise<Map<number, Gist>> {
  const found = new Map<number, Gist>();
  const missing: number[] = [];
  for (const report of reports) {
    const known = writing.grouped.gists.get(report);
    if (known) found.set(report, known);
    else missing.push(report);
  }
  for (const some of inChunks(missing))
    for (const { report, body } of await writing.trx
      .selectFrom('gist')
      .selectAll()
      .where('report', 'in', some)
      .execute()) {
      const gist = readGist(report, body);
      found.set(report, gist);
      remember(writing, gist);
    }
  return found;
}

// Reports of the record in, what they are compared by out: read once, kept while they are compared often.
import type { Account } from '../record/account.ts';
import { keysOf } from '../record/incident/blocks.ts';
import { push } from '../record/lists.ts';
import type { Db } from './engine.ts';
import { type Gist, readGist } from './gist.ts';
import { HeldCache, Lately } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import type { Writing } from './writing.ts';

/** Reports compared lately, and reports of incidents that were written lately. */
const MOST_GISTS = 900;
const MOST_ACCOUNTS = 600;
/** Changes of other processes that are followed one by one; after more, what is remembered is too old to be of use. */
const MOST_FOLLOWED = 2000;

/** What this process remembers between transactions, as of one place in the record's order. */
export class GroupingCache {
  readonly held = new HeldCache();
  readonly accounts = new Lately<Account>(MOST_ACCOUNTS);
  readonly gists = new Lately<Gist>(MOST_GISTS);
  /** Whether anybody has decided anything; null where that is to be asked. */
  decided: boolean | null = null;
  /** Place in the record's order up to which all this is true. */
  upTo = -1;
  forget(report: number): void {
    this.held.delete(report);
    this.accounts.delete(report);
    this.gists.delete(report);
  }
  clear(): void {
    this.held.clear();
    this.accounts.clear();
    this.gists.clear();
    this.decided = null;
    this.upTo = -1;
  }
}

/** Forgets what other processes have changed since. Readings concern their own report; a decision may concern any. */
export async function catchUp(trx: Db, cache: GroupingCache, upTo: number): Promise<void> {
  if (cache.upTo === upTo) return;
  const since = upTo - cache.upTo;
  if (cache.upTo < 0 || since < 0 || since > MOST_FOLLOWED) return cache.clear();
  const others = await trx
    .selectFrom('reading')
    .innerJoin('report', 'report.id', 'reading.report')
    .select('report.arrival')
    .where('reading.arrival', '>', cache.upTo)
    .execute();
  if (others.length < since) return cache.clear();
  for (const { arrival } of others) cache.forget(arrival);
  cache.upTo = upTo;
}

/** What groupings look reports up in. */
export interface Looking extends Pick<Writing, 'trx' | 'grouped'> {
  /** Lets others be served, where nothing is being written. */
  rest?(): Promise<void>;
}

export function remember(writing: Looking, gist: Gist): void {
  writing.grouped.gists.set(gist.report, gist);
}

/** The keys of a report's happenings, each once. */
export function reportKeys({ happenings }: Gist, which: 'kept' | 'sought'): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { block } of happenings) for (const key of keysOf(block)[which]) keys.add(key);
  return keys;
}

export async function gistsOf(writing: Looking, reports: Iterable<number>): Promise<Map<number, Gist>> {
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

/** Adds who is found by each key: reports by what may meet, happenings by their words. */
export async function addHolders(
  { trx }: Looking,
  keys: Iterable<number>,
  holders: Map<number, number[]>,
): Promise<void> {
  for (const some of inChunks([...keys]))
    for (const { key, report } of await trx.selectFrom('spot').selectAll().where('key', 'in', some).execute())
      push(holders, key, report);
}

// Searches that people keep: what matches each, and what has come to match it since somebody last looked.
import { z } from 'zod';
import type { SavedRow } from '../store/saved.ts';
import type { Store } from '../store/store.ts';
import { ClaimFilterInput, claimFilter } from './claim-filter.ts';
import { ClaimShape } from './claim-shape.ts';
import { OperationError, operation } from './operation.ts';

const SearchInput = z
  .object({
    query: z.string().min(1).max(1000).optional().describe('Words, as `search` takes them'),
    ...ClaimFilterInput,
  })
  .omit({ asOf: true, mode: true });
type SearchInput = z.infer<typeof SearchInput>;

/** Matches that are gone through for what is new; the newest come first. */
const MOST = 10_000;
const Id = z.string().regex(/^saved:\d{1,9}$/, 'a saved search is called saved:3 or the like');

const SavedShape = z
  .object({
    id: z.string(),
    name: z.string(),
    by: z.string(),
    at: z.string(),
    search: z.record(z.string(), z.unknown()).describe('Words and filters'),
    fresh: z.int().describe('Claims that have come to match since it was last looked through'),
  })
  .meta({ id: 'SavedSearch' });

/** Claims that were added or changed after a place in the record's order. */
async function changedSince(store: Store, seen: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let after = String(seen); ; ) {
    const page = await store.changes({ after, limit: 1000 });
    for (const { changes } of page.entries)
      for (const { change, claim } of changes) if (change === 'added' || change === 'changed') found.add(claim);
    after = page.next;
    if (!page.more) return found;
  }
}

async function freshOf(store: Store, { body, seen }: SavedRow): Promise<z.infer<typeof ClaimShape>[]> {
  const changed = await changedSince(store, seen);
  if (changed.size === 0) return [];
  const { query, ...filters } = body as SearchInput;
  const filter = { ...(await claimFilter(store, filters)), ...(query === undefined ? {} : { words: query }) };
  const found: z.infer<typeof ClaimShape>[] = [];
  let gone = 0;
  for (let after: string | null = null; gone < MOST; ) {
    const page: Awaited<ReturnType<Store['claims']>> = await store.claims(filter, { limit: 500, after });
    for (const one of page.claims) if (changed.has(one.id)) found.push(one as z.infer<typeof ClaimShape>);
    gone += page.claims.length;
    after = page.next;
    if (after === null) break;
  }
  return found;
}

async function shown(store: Store, row: SavedRow): Promise<z.infer<typeof SavedShape>> {
  // a name that the record no longer knows matches nothing, and must not hide the other searches
  const fresh = await freshOf(store, row).catch((error: Error) => {
    if (error.name === 'OperationError') return [];
    throw error;
  });
  return { id: row.id, name: row.name, by: row.by, at: row.at, search: { ...row.body }, fresh: fresh.length };
}

/** Throws OperationError for none of that id, or one of somebody else. */
async function ownOf(store: Store, id: string, by: string): Promise<SavedRow> {
  const row = (await store.team.saved.list()).find((one) => one.id === id);
  if (!row || row.by !== by) throw new OperationError('saved/unknown', `“${by}” has no saved search “${id}”.`);
  return row;
}

export const saved = operation({
  name: 'saved',
  summary: 'List saved searches, each with how many claims have come to match it since it was last looked through.',
  input: z.object({ by: z.string().min(1).max(200).optional().describe('Whose; everybody’s without') }),
  output: z.object({ saved: z.array(SavedShape) }).meta({ id: 'SavedSearches' }),
  changes: false,
  async run({ by }, context) {
    const store = await context.store();
    const rows = (await store.team.saved.list()).filter((one) => by === undefined || one.by === by);
    return { saved: await Promise.all(rows.map((row) => shown(store, row))) };
  },
});

export const savedAdd = operation({
  name: 'saved-add',
  summary: 'Keep a search under a name; from now on it tells what comes to match it.',
  input: z.object({
    name: z.string().min(1).max(200),
    search: SearchInput,
    by: z.string().min(1).max(200),
  }),
  output: SavedShape,
  changes: true,
  async run({ name, search, by }, context) {
    const store = await context.store();
    const body = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
    if (Object.keys(body).length === 0) throw new OperationError('input/search', 'Say what is searched for.');
    await claimFilter(store, search); // what cannot be searched is told now
    const row = await store.team.saved.add({ by, name, at: context.now(), body, seen: await store.arrival() });
    return shown(store, row);
  },
});

export const savedLook = operation({
  name: 'saved-look',
  summary: 'Give what has come to match a saved search since the last look, and count it as seen.',
  input: z.object({
    id: Id,
    keep: z.boolean().default(false).describe('Leave it unseen'),
    by: z.string().min(1).max(200),
  }),
  output: z.object({ id: z.string(), name: z.string(), claims: z.array(ClaimShape) }).meta({ id: 'Fresh' }),
  changes: true,
  async run({ id, keep, by }, context) {
    const store = await context.store();
    const row = await ownOf(store, id, by);
    // what arrives while this looks is new the next time
    const arrival = await store.arrival();
    const claims = await freshOf(store, row);
    if (!keep) await store.team.saved.see(id, arrival);
    return { id, name: row.name, claims };
  },
});

export const savedRemove = operation({
  name: 'saved-remove',
  summary: 'Forget a saved search.',
  input: z.object({ id: Id, by: z.string().min(1).max(200) }),
  output: z.object({ id: z.string() }).meta({ id: 'SavedRemoved' }),
  changes: true,
  async run({ id, by }, context) {
    const store = await context.store();
    await ownOf(store, id, by);
    await store.team.saved.remove(id, context.now());
    return { id };
  },
});

// Feeds in, visited again and again; their new reports read and kept, what fails told feed by feed.

import type { FeedItem } from '../../report/formats/feed.ts';
import type { Store } from '../../store/store.ts';
import type { FetchLimits } from '../fetch-page.ts';
import type { Input } from '../intake/inputs.ts';
import { intake, type Row } from '../intake/intake.ts';
import type { ReadingPool } from '../intake/reading-pool.ts';
import { OperationError } from '../operation.ts';
import { type PoliteFetch, politeFetch, sleep } from './polite-fetch.ts';
import { pollFeed } from './poll-feed.ts';
import { type FeedState, MOST_SEEN, type WatchState } from './watch-state.ts';

export interface WatchedFeed {
  readonly url: string;
  readonly title: string | null;
}

export interface FeedVisit {
  readonly feed: string;
  /** Reports kept, and items that failed, at this visit. */
  readonly kept: number;
  readonly failed: number;
  readonly unchanged: boolean;
  /** What went wrong with the feed itself. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** ISO instant before which it is not visited again; null when it is gone. */
  readonly next: string | null;
}

export interface WatchOptions {
  readonly store: Store;
  readonly pool: ReadingPool;
  readonly jobs: number;
  readonly state: WatchState;
  readonly limits: FetchLimits;
  /** Minutes between two visits of a feed. */
  readonly every: number;
  /** Seconds between two requests to a host. */
  readonly delay: number;
  /** Fetch the page of an item whose feed carries no more than a summary. */
  readonly pages: boolean;
  /** Visit each feed that is due once, then end. */
  readonly once: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly row: (row: Row) => void;
  readonly visit: (visit: FeedVisit) => void;
}

/** Feeds visited at the same time; one that hangs holds up no others. */
const ABREAST = 8;
/** Visits at which an item that cannot be fetched is tried before it is given up. */
const TRIES = 3;

/** Ends when it is told to, or after one round with `once`. Throws StoreError when the record cannot be written. */
export async function watch(feeds: readonly WatchedFeed[], options: WatchOptions): Promise<void> {
  const { signal, state, now, once } = options;
  const get = politeFetch(options);
  const busy = new Map<string, Promise<void>>();
  let failure: unknown = null;
  const visited = new Set<string>();
  for (;;) {
    for (const { url } of feeds) {
      if (signal.aborted || failure !== null || busy.size >= ABREAST) break;
      const known = state.of(url);
      if (busy.has(url) || known.gone || known.next > now() || (once && visited.has(url))) continue;
      visited.add(url);
      busy.set(
        url,
        visitFeed(url, known, get, options)
          .catch((error) => {
            failure ??= error;
          })
          .finally(() => busy.delete(url)),
      );
    }
    if (failure !== null) {
      await Promise.all(busy.values());
      throw failure;
    }
    if (signal.aborted) {
      await Promise.all(busy.values());
      return;
    }
    if (busy.size >= ABREAST) await Promise.race(busy.values());
    else {
      const due = Math.min(
        ...feeds
          .filter(({ url }) => !busy.has(url) && !state.of(url).gone && !(once && visited.has(url)))
          .map(({ url }) => state.of(url).next),
      );
      if (busy.size === 0 && (once ? !(due <= now()) : due === Number.POSITIVE_INFINITY)) return;
      const wait = sleep(Math.min(Math.max(due - now(), 50), 60_000), signal).catch(() => undefined);
      await Promise.race([wait, ...busy.values()]);
    }
  }
}

async function visitFeed(url: string, known: FeedState, get: PoliteFetch, options: WatchOptions): Promise<void> {
  const { state, now, every, signal } = options;
  const told = (visit: Pick<FeedVisit, 'kept' | 'failed' | 'unchanged' | 'error'>) =>
    options.visit({ feed: url, ...visit, next: known.gone ? null : new Date(known.next).toISOString() });
  try {
    const { etag, modified } = known;
    const { items, changed } = await pollFeed(url, known, get, every * 60_000, now, signal);
    const { kept, failed } = await keepItems(url, items, known, get, options);
    // what is not kept yet must come again, though the feed itself may not change
    if (failed > 0 || signal.aborted) Object.assign(known, { etag, modified });
    told({ kept, failed, unchanged: !changed, error: null });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    if (signal.aborted) return;
    told({ kept: 0, failed: 0, unchanged: false, error: { code: error.code, message: error.message } });
  } finally {
    await state.save();
  }
}

async function keepItems(
  feed: string,
  items: readonly FeedItem[],
  known: FeedState,
  get: PoliteFetch,
  { store, pool, jobs, pages, signal, now, row }: WatchOptions,
): Promise<{ kept: number; failed: number }> {
  const byName = new Map<string, FeedItem>();
  async function* inputs(): AsyncGenerator<Input> {
    for (const [at, item] of items.entries()) {
      if (signal.aborted) return;
      const name = item.url ?? `${feed}#${at + 1}`;
      byName.set(name, item);
      yield { name, size: null, open: () => openItem(item, get, pages) };
    }
  }
  let kept = 0;
  let failed = 0;
  if (items.length === 0) return { kept, failed };
  await intake(inputs(), store, {
    pool,
    jobs,
    about: {},
    signal,
    now: () => new Date(now()).toISOString(),
    row(one) {
      const item = byName.get(one.input);
      if ('error' in one) {
        failed++;
        if (!item || signal.aborted) return row(one); // what was stopped is no failure of its own
        const times = (known.tried[item.id] ?? 0) + 1;
        known.tried[item.id] = times;
        if (times >= TRIES) settle(known, item.id);
      } else if (item) {
        if (one.outcome !== 'known') kept++;
        settle(known, item.id);
      }
      row(one);
    },
  });
  return { kept, failed };
}

function settle(known: FeedState, id: string): void {
  delete known.tried[id];
  known.seen.push(id);
  if (known.seen.length > MOST_SEEN) known.seen.splice(0, known.seen.length - MOST_SEEN);
}

/** The item's own words when the feed carries the whole report, else its page. */
async function openItem(item: FeedItem, get: PoliteFetch, pages: boolean) {
  if (pages && !item.whole && item.url !== null) {
    const { status, headers, bytes, url } = await get(item.url);
    if (status !== 200) throw new OperationError('input/fetch', `${url} answered with status ${status}.`);
    return {
      bytes: chunk(bytes),
      given: { type: headers['content-type'] ?? 'text/html', name: new URL(url).pathname },
      url,
      found: item.found,
    };
  }
  if (item.html === '') throw new OperationError('input/no-text', 'the item has no words.');
  return {
    bytes: chunk(new TextEncoder().encode(item.html)),
    given: { type: item.plain ? 'text/plain' : 'text/html' },
    url: item.url,
    found: item.found,
  };
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

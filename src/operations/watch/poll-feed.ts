// A feed and what is remembered of it in, its new items out; what it answered decides when it is visited next.
import { decode } from '../../report/decode.ts';
import { type FeedItem, readFeed } from '../../report/formats/feed.ts';
import type { Fetched } from '../fetch-page.ts';
import { OperationError } from '../operation.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import type { FeedState } from './watch-state.ts';

export interface Polled {
  /** Items not seen before, oldest first. */
  readonly items: readonly FeedItem[];
  /** False when the feed said that nothing changed. */
  readonly changed: boolean;
}

const DAY = 24 * 3600 * 1000;

/**
 * Visits a feed once and brings its state up to date. Throws OperationError with what went wrong, after noting it:
 * each failure in a row doubles the time to the next visit, up to a day. `every` is in milliseconds.
 */
export async function pollFeed(
  url: string,
  state: FeedState,
  get: PoliteFetch,
  every: number,
  now: () => number,
  signal: AbortSignal,
): Promise<Polled> {
  const failed = (message: string, cause: unknown, wait = 0): never => {
    state.failures++;
    state.failure = message;
    state.next = now() + Math.max(wait, Math.min(DAY, every * 2 ** Math.min(state.failures, 10)));
    throw new OperationError('input/feed', message, { cause });
  };
  let answer: Fetched;
  try {
    answer = await get(url, {
      ...(state.etag === null ? {} : { 'if-none-match': state.etag }),
      ...(state.modified === null ? {} : { 'if-modified-since': state.modified }),
    });
  } catch (error) {
    if (signal.aborted) throw new OperationError('input/stopped', 'the watch was stopped', { cause: error });
    return failed((error as Error).message, error);
  }
  const { status, headers, bytes } = answer;
  const wait = retryAfter(headers['retry-after'], now());
  if (status === 304) {
    settled(state, now() + Math.max(every, wait));
    return { items: [], changed: false };
  }
  if (status === 410) {
    state.gone = true;
    return failed(`${url} is gone for ever (status 410); it is not visited again.`, null);
  }
  if (status !== 200) return failed(`${url} answered with status ${status}.`, null, wait);
  let items: readonly FeedItem[];
  try {
    ({ items } = await readFeed(decode(bytes, headers['content-type'] ?? '').text));
  } catch (error) {
    return failed(`${url}: ${(error as Error).message}.`, error, wait);
  }
  state.etag = headers['etag'] ?? null;
  state.modified = headers['last-modified'] ?? null;
  settled(state, now() + Math.max(every, wait));
  const seen = new Set(state.seen);
  const fresh = new Map<string, FeedItem>();
  for (const item of items) if (!seen.has(item.id) && !fresh.has(item.id)) fresh.set(item.id, item);
  return { items: [...fresh.values()].reverse(), changed: true };
}

function settled(state: FeedState, next: number): void {
  state.failures = 0;
  state.failure = null;
  state.next = next;
}

/** Milliseconds that a server asks to be left alone; seconds or an HTTP date, a day at most. */
export function retryAfter(value: string | undefined, now: number): number {
  if (value === undefined) return 0;
  const seconds = /^\d+$/.test(value.trim())
    ? Number(value) * 1000
    : /^[A-Za-z]{3}/.test(value)
      ? Date.parse(value) - now
      : 0;
  return Number.isFinite(seconds) ? Math.min(DAY, Math.max(0, seconds)) : 0;
}

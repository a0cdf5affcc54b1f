// What others change in the record while it is looked at, kept until it is shown: no row moves by itself.
import { useEffect, useSyncExternalStore } from 'react';
import type { Decision } from './api.ts';

/** One change as the server tells it: a reading or a decision. */
export interface Change {
  readonly by: string;
  readonly act: string;
  readonly decision: Decision | null;
}

interface News {
  readonly decisions: readonly Decision[];
  /** How many reports came. */
  readonly reports: number;
}

const NONE: News = { decisions: [], reports: 0 };
let news: News = NONE;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function set(next: News): void {
  if (next === news) return;
  news = next;
  for (const listener of listeners) listener();
}

/** What has come since the lists were fetched. */
export const useNews = (): News => useSyncExternalStore(subscribe, () => news);
/** All lists are fetched anew: there is nothing left to tell. */
export const clearNews = (): void => set(NONE);

/** Ids of the decisions that this page has sent: what comes back about them is no news. */
const own = new Set<string>();
export const markOwn = (decision: string): void => {
  own.add(decision);
};

/** Adds a change of somebody else. */
export function addNews({ decision, act }: Change): boolean {
  if (decision !== null && own.has(decision.id)) return false;
  if (decision === null && act !== 'read') return false;
  set(
    decision === null
      ? { ...news, reports: news.reports + 1 }
      : { ...news, decisions: [...news.decisions, decision].slice(-1000) },
  );
  return true;
}

/** What somebody else has just decided upon this item: `Bo Lind: accept`; null for nothing. */
export function newsOf({ decisions }: News, id: string): string | null {
  const upon = decisions.findLast(({ targets }) => targets.includes(id));
  return upon ? `${upon.by}: ${upon.act}` : null;
}

/** The answer to one's own decision comes first, mostly. */
const WAIT = 800;
/** After a stream that was refused. */
const AGAIN = 60_000;

/** Follows the record while the page can be seen: a page that nobody sees holds no connection. */
export function useStream(changed: (change: Change) => void): void {
  useEffect(() => {
    let stream: EventSource | null = null;
    let after: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      clearTimeout(timer);
      if (stream || document.hidden) return;
      stream = new EventSource(`/api/events${after === null ? '' : `?after=${after}`}`);
      stream.addEventListener('start', (event) => {
        after ??= event.lastEventId;
      });
      stream.addEventListener('change', (event) => {
        after = event.lastEventId;
        const change = JSON.parse(event.data) as Change;
        setTimeout(() => changed(change), WAIT);
      });
      stream.onerror = () => {
        // a stream that has ended is opened again by the browser; one that was refused is not
        if (stream?.readyState !== EventSource.CLOSED) return;
        stream = null;
        timer = setTimeout(open, AGAIN);
      };
    };
    const close = () => {
      clearTimeout(timer);
      stream?.close();
      stream = null;
    };
    const look = () => (document.hidden ? close() : open());
    document.addEventListener('visibilitychange', look);
    // what the screen itself asks for comes first
    timer = setTimeout(open, WAIT);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [changed]);
}

// The address bar as state: every view has an address that can be shared.
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const told = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname);
export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash.slice(1));

const searchOf = () => window.location.search;

/** A field of the address's query; null when it is not there. */
export function useQueryOf(name: string): string | null {
  const search = useSyncExternalStore(subscribe, searchOf);
  return new URLSearchParams(search).get(name);
}

/** Those of the named fields that the address has. */
export function useQueriesOf(names: readonly string[]): Record<string, string> {
  const query = new URLSearchParams(useSyncExternalStore(subscribe, searchOf));
  return Object.fromEntries([...query].filter(([name, value]) => value !== '' && names.includes(name)));
}

/** Sets a field of the query without a new step in the history; null takes it out. */
export function setQuery(name: string, value: string | null): void {
  const query = new URLSearchParams(window.location.search);
  if (value === null || value === '') query.delete(name);
  else query.set(name, value);
  const { pathname, hash } = window.location;
  window.history.replaceState(null, '', `${pathname}${query.size > 0 ? `?${query}` : ''}${hash}`);
  told();
}

/** Goes to a path of this page and puts the focus on its heading. */
export function go(path: string): void {
  // the moment looked at goes along
  const asOf = new URLSearchParams(window.location.search).get('asOf');
  const [whole = '', hash = ''] = path.split('#');
  const kept =
    asOf === null || whole.includes('asOf=')
      ? whole
      : `${whole}${whole.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`;
  window.history.pushState(null, '', hash === '' ? kept : `${kept}#${hash}`);
  told();
  window.scrollTo(0, 0);
  headingWanted = true;
  focusHeading(document.querySelector('h1'));
}

let headingWanted = false;

/** Ref of every screen's heading: after a step within the page the focus goes there once it is drawn. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading || !headingWanted) return;
  // drawn by the screen that is left, when the next one still loads
  requestAnimationFrame(() => {
    if (!heading.isConnected || !headingWanted) return;
    headingWanted = false;
    heading.focus();
  });
}

/** Names the selected item in the address without a new step in the history. */
export function setHash(hash: string): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', hash === '' ? pathname + search : `#${hash}`);
  told();
}

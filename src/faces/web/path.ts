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

/** Goes to a path of this page and puts the focus on its heading. */
export function go(path: string): void {
  window.history.pushState(null, '', path);
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

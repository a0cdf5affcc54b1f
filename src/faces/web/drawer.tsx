// The drawer beside any screen in which a claim is added or edited, a comment written, incidents tied: opened by keys, left by Escape.
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';

const ClaimForm = lazy(() => import('./claim-form.tsx').then((module) => ({ default: module.ClaimForm })));
const CommentForm = lazy(() => import('./comment-form.tsx').then((module) => ({ default: module.CommentForm })));
const AboutForm = lazy(() => import('./about-form.tsx').then((module) => ({ default: module.AboutForm })));
const TieForm = lazy(() => import('./tie-form.tsx').then((module) => ({ default: module.TieForm })));

/** Words of a report that somebody selected. */
export interface Selected {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Drawn =
  | { readonly what: 'add'; readonly words: Selected; readonly kind: 'event' | 'figure' | 'statement' | null }
  /** `words`, when some are selected, are those that say the new value. */
  | { readonly what: 'edit'; readonly claim: string; readonly words: Selected | null }
  | { readonly what: 'comment'; readonly target: string; readonly about: string }
  /** Puts a statement under an issue. */
  | { readonly what: 'about'; readonly statement: string; readonly called: string }
  /** Merges another incident into that of the claim, or relates the two. */
  | { readonly what: 'tie'; readonly claim: string; readonly incident: string; readonly as: 'merge' | 'relate' };

let drawn: Drawn | null = null;
/** What had the focus when the drawer was opened. */
let before: Element | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function openDrawer(next: Drawn): void {
  if (drawn === null) before = document.activeElement;
  drawn = next;
  for (const listener of listeners) listener();
}

export function closeDrawer(): void {
  drawn = null;
  for (const listener of listeners) listener();
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  else document.querySelector<HTMLElement>('h1')?.focus();
}

export function Drawer() {
  const now = useSyncExternalStore(subscribe, () => drawn);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const leave = () => drawn !== null && closeDrawer();
    window.addEventListener('popstate', leave);
    return () => window.removeEventListener('popstate', leave);
  }, []);
  if (now === null) return null;
  return (
    <aside
      ref={frame}
      className="drawer"
      aria-label={
        now.what === 'add'
          ? 'New claim'
          : now.what === 'edit'
            ? 'Edit the claim'
            : now.what === 'comment'
              ? 'Comment'
              : now.what === 'about'
                ? 'What it is about'
                : now.as === 'merge'
                  ? 'Merge'
                  : 'Relate'
      }
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        closeDrawer();
      }}
    >
      <Suspense fallback={<p role="status">Loading …</p>}>
        {now.what === 'comment' ? (
          <CommentForm key={now.target} {...now} />
        ) : now.what === 'about' ? (
          <AboutForm key={now.statement} {...now} />
        ) : now.what === 'tie' ? (
          <TieForm key={`${now.claim} ${now.as}`} {...now} />
        ) : (
          <ClaimForm key={now.what === 'edit' ? now.claim : `${now.words.start} ${now.words.end}`} asked={now} />
        )}
      </Suspense>
    </aside>
  );
}

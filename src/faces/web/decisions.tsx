// What a person decides, sent to the record; the last act told in one line, and taken back with one key.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Decision, type DecisionInput, decide, undo } from './api.ts';
import { useKeys } from './keys.tsx';
import { clearNews, markOwn } from './news.ts';
import { signedIn } from './session.tsx';

interface Act {
  readonly said: string;
  /** Decisions to take back together; none when the last act was taking back. */
  readonly decisions: readonly string[];
  readonly trouble: string | null;
  /** To send once more what did not arrive. */
  readonly again: (() => void) | null;
}

let last: Act | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function tell(act: Act | null): void {
  last = act;
  for (const listener of listeners) listener();
}

/** What the status line says of the last act that was kept; null before. */
export const useLastAct = (): string | null =>
  useSyncExternalStore(subscribe, () => (last && last.trouble === null ? last.said : null));
/** Tells what was done without a decision: `Copied …`. */
export const tellDone = (said: string): void => tell({ said, decisions: [], trouble: null, again: null });

const NAME = 'recount.name';
/** Who decides: whoever has signed in; where nobody has to, the name that this browser keeps. */
export const deciding = (): string => signedIn() ?? window.localStorage.getItem(NAME) ?? 'analyst';
export const nameDecider = (name: string): void => window.localStorage.setItem(NAME, name.trim() || 'analyst');

/** Items that decisions on their way settle: gone from their lists at once, back when a decision is not kept. */
let settling: ReadonlySet<string> = new Set();
export const useSettling = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => settling);
function settle(wishes: readonly Wish[], on: boolean): void {
  const next = new Set(settling);
  for (const { settles } of wishes)
    if (settles !== undefined) {
      if (on) next.add(settles);
      else next.delete(settles);
    }
  settling = next;
  for (const listener of listeners) listener();
}

export interface Wish extends Omit<DecisionInput, 'by'> {
  /** Id of the item of a list that is done with it. */
  readonly settles?: string;
  /** What the status line says once it is done: "Accepted killed 9". */
  readonly said: string;
}

/**
 * Sends decisions, one after the other, that are one act to whoever made it; every list is fetched anew when they are
 * kept, and what did not arrive can be sent again. Acts made while another is on its way wait for their turn. `done` is
 * told the decisions that were kept.
 */
export function useDecide(): {
  send(wish: Wish | readonly Wish[], done?: (kept: readonly Decision[]) => void): void;
  busy: boolean;
} {
  const client = useQueryClient();
  const mutation = useMutation({
    scope: { id: 'decisions' },
    mutationFn: async ({ wishes, kept }: Sending) => {
      for (const { said: _said, settles: _settles, ...wish } of wishes.slice(kept.length)) {
        const decision = await decide({ ...wish, by: deciding() });
        markOwn(decision.id);
        kept.push(decision);
      }
      return kept;
    },
    onMutate: ({ wishes }) => settle(wishes, true),
    onSuccess: (kept, { wishes, done }) => {
      tell({ said: wishes[0]?.said ?? '', decisions: kept.map(({ id }) => id), trouble: null, again: null });
      done?.(kept);
      // the next act need not wait until every list is here again
      clearNews();
      void client.invalidateQueries().then(() => settle(wishes, false));
    },
    onError: (error: Error, sending) => {
      settle(sending.wishes, false);
      tell({
        said: sending.wishes[0]?.said ?? '',
        decisions: [],
        trouble: error.message,
        again: () => mutation.mutate(sending),
      });
    },
  });
  return {
    send: (wish, done) => mutation.mutate({ wishes: [wish].flat() as readonly Wish[], kept: [], done }),
    busy: mutation.isPending,
  };
}

interface Sending {
  readonly wishes: readonly Wish[];
  /** What has arrived so far: sending again goes on behind it. */
  readonly kept: Decision[];
  readonly done: ((kept: readonly Decision[]) => void) | undefined;
}

export function useUndo(): (decisions: readonly string[], said: string) => void {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ decisions }: { decisions: readonly string[]; said: string }) =>
      undo({ ids: decisions, by: deciding(), dependants: true }),
    scope: { id: 'decisions' },
    onSuccess: async (kept, { said }) => {
      markOwn(kept.id);
      tell({ said: `Taken back: ${said}`, decisions: [], trouble: null, again: null });
      clearNews();
      await client.invalidateQueries();
    },
    onError: (error: Error, asked) =>
      tell({
        said: asked.said,
        decisions: asked.decisions,
        trouble: error.message,
        again: () => mutation.mutate(asked),
      }),
  });
  return (decisions, said) => mutation.mutate({ decisions, said });
}

/** The status line at the foot of the window. */
export function LastAct() {
  const act = useSyncExternalStore(subscribe, () => last);
  const client = useQueryClient();
  const takeBack = useUndo();
  const back = () => {
    if (act && act.decisions.length > 0) takeBack(act.decisions, act.said);
  };
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asking) box.current?.focus();
  }, [asking]);
  const reasonable = act !== null && act.decisions.length > 0 && act.trouble === null;
  useKeys(
    [
      { key: 'u', does: 'Take back the last decision', run: back },
      { key: 'w', does: 'Say why, of the last decision', run: () => reasonable && setAsking(true) },
    ],
    true,
  );
  const explain = useMutation({
    scope: { id: 'decisions' },
    mutationFn: ({ text, decisions }: { text: string; decisions: readonly string[]; said: string }) =>
      decide({ act: 'comment', targets: decisions, text, by: deciding() }),
    onSuccess: async (kept, { text, decisions, said }) => {
      markOwn(kept.id);
      // taken back together: a reason without its decision says nothing
      tell({ said: `${said}, because: ${text}`, decisions: [...decisions, kept.id], trouble: null, again: null });
      await client.invalidateQueries({ queryKey: ['decisions'] });
    },
    onError: (error: Error, asked) =>
      tell({
        said: asked.said,
        decisions: asked.decisions,
        trouble: error.message,
        again: () => explain.mutate(asked),
      }),
  });
  const leave = () => {
    setAsking(false);
    document.getElementById('main')?.focus();
  };
  return (
    <footer className={act === null ? 'unseen' : 'last-act'}>
      <p aria-live="polite">
        {act === null ? '' : act.trouble ? `Not kept: ${act.said}. ${act.trouble}` : `${act.said}.`}
      </p>
      {act?.again ? (
        <button type="button" onClick={act.again}>
          Send again
        </button>
      ) : null}
      {asking && reasonable ? (
        <form
          className="because"
          onSubmit={(event) => {
            event.preventDefault();
            const text = box.current?.value.trim() ?? '';
            if (text !== '') explain.mutate({ text, decisions: act.decisions, said: act.said });
            leave();
          }}
        >
          <label className="line">
            Why{' '}
            <input
              ref={box}
              type="text"
              maxLength={1000}
              onKeyDown={(event) => event.key === 'Escape' && leave()}
              placeholder="in one line, then Enter"
            />
          </label>
        </form>
      ) : reasonable ? (
        <button type="button" className="quiet" onClick={() => setAsking(true)} aria-keyshortcuts="w">
          Say why <kbd>w</kbd>
        </button>
      ) : null}
      {reasonable ? (
        <button type="button" className="quiet" onClick={back} aria-keyshortcuts="u">
          Undo <kbd>u</kbd>
        </button>
      ) : null}
    </footer>
  );
}

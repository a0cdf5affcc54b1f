// What a person decides, sent to the record; the last act told in one line, and taken back with one key.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { type DecisionInput, decide, undo } from './api.ts';
import { useKeys } from './keys.tsx';
import { signedIn } from './session.tsx';

interface Act {
  readonly said: string;
  /** Decision to take back; null when the last act was taking one back. */
  readonly decision: string | null;
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

const NAME = 'recount.name';
/** Who decides: whoever has signed in; where nobody has to, the name that this browser keeps. */
export const deciding = (): string => signedIn() ?? window.localStorage.getItem(NAME) ?? 'analyst';
export const nameDecider = (name: string): void => window.localStorage.setItem(NAME, name.trim() || 'analyst');

export interface Wish extends Omit<DecisionInput, 'by'> {
  /** What the status line says once it is done: "Accepted killed 9". */
  readonly said: string;
}

/** Sends a decision; every list is fetched anew when it is kept, and what did not arrive can be sent again. */
export function useDecide(): { send(wish: Wish): void; busy: boolean } {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ said: _said, ...wish }: Wish) => decide({ ...wish, by: deciding() }),
    onSuccess: async ({ id }, { said }) => {
      tell({ said, decision: id, trouble: null, again: null });
      await client.invalidateQueries();
    },
    onError: (error: Error, wish) =>
      tell({ said: wish.said, decision: null, trouble: error.message, again: () => mutation.mutate(wish) }),
  });
  return { send: (wish) => mutation.mutate(wish), busy: mutation.isPending };
}

export function useUndo(): (decision: string, said: string) => void {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ decision }: { decision: string; said: string }) =>
      undo({ ids: [decision], by: deciding(), dependants: true }),
    onSuccess: async (_, { said }) => {
      tell({ said: `Taken back: ${said}`, decision: null, trouble: null, again: null });
      await client.invalidateQueries();
    },
    onError: (error: Error, { decision, said }) =>
      tell({ said, decision, trouble: error.message, again: () => mutation.mutate({ decision, said }) }),
  });
  return (decision, said) => mutation.mutate({ decision, said });
}

/** The status line at the foot of the window. */
export function LastAct() {
  const act = useSyncExternalStore(subscribe, () => last);
  const takeBack = useUndo();
  const back = () => {
    if (act?.decision) takeBack(act.decision, act.said);
  };
  useKeys([{ key: 'u', does: 'Take back the last decision', run: back }], true);
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
      {act?.decision && !act.trouble ? (
        <button type="button" className="quiet" onClick={back} aria-keyshortcuts="u">
          Undo <kbd>u</kbd>
        </button>
      ) : null}
    </footer>
  );
}

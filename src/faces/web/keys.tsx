// Single keys for what the buttons do: off in text fields, with any modifier, and when the user turned them off.
import { useEffect, useRef, useState } from 'react';

export interface Key {
  readonly key: string;
  readonly does: string;
  /** Goes on while the key is held down. Only for keys that move: what decides does so once a press. */
  readonly held?: boolean;
  run(): void;
}

const STORED = 'recount.keys';
const on = () => window.localStorage.getItem(STORED) !== 'off';

/** When `g` was pressed last, in milliseconds of the page: the next letter then names a screen. */
let went = -10_000;
const SOON = 1500;

/** Keys of what is shown now, but for those that give way. */
const shown = new Set<{ readonly current: readonly Key[] }>();

/**
 * Listens while the component is shown. `g d` is two keys one after the other. `late` gives way to the keys of the
 * screen itself: what they have handled is handled.
 */
export function useKeys(keys: readonly Key[], late = false): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !on()) return;
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return;
      const going = performance.now() - went < SOON;
      const hit = latest.current.find(({ key }) => key === (going ? `g ${event.key}` : event.key));
      if (event.key === 'g' && !going && late && latest.current.some(({ key }) => key.startsWith('g '))) {
        went = performance.now();
        event.preventDefault();
        return;
      }
      if (!hit) return;
      went = -10_000;
      event.preventDefault();
      if (!event.repeat || hit.held) hit.run();
    };
    const where = late ? window : document;
    if (!late) shown.add(latest);
    where.addEventListener('keydown', press as EventListener);
    return () => {
      shown.delete(latest);
      where.removeEventListener('keydown', press as EventListener);
    };
  }, [late]);
}

/** The `?` button with its dialog: this screen's keys, and the switch that turns single keys off. */
export function KeyHelp({ keys }: { keys: readonly Key[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [active, setActive] = useState(on);
  const [listed, setListed] = useState(keys);
  const show = () => {
    // those of the list and the parts of the screen too, each once
    const all = [...keys, ...[...shown].flatMap(({ current }) => current)].filter(({ key }) => key !== '?');
    setListed([...new Map(all.map((one) => [one.key, one])).values()]);
    dialog.current?.showModal();
  };
  useKeys([{ key: '?', does: 'Show the keys of this screen', run: show }]);
  const turn = (value: boolean) => {
    window.localStorage.setItem(STORED, value ? 'on' : 'off');
    setActive(value);
  };
  return (
    <>
      <button type="button" className="quiet" aria-keyshortcuts="?" onClick={show}>
        Keys <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys of this screen</h2>
        <table>
          <tbody>
            {listed.map(({ key, does }) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key === ' ' ? 'Space' : key}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                <kbd>g</kbd> then a letter
              </th>
              <td>
                Go to a screen: d Desk, r Reports, e Incidents, f Figures, s Statements, x Explore, h History, q Quality
              </td>
            </tr>
            <tr>
              <th scope="row">
                <kbd>?</kbd>
              </th>
              <td>Show this list</td>
            </tr>
          </tbody>
        </table>
        <p>
          <label>
            <input type="checkbox" checked={active} onChange={(event) => turn(event.target.checked)} /> Single keys are
            on
          </label>
        </p>
        <p>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </p>
      </dialog>
    </>
  );
}

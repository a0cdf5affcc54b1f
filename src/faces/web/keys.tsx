// Single keys for what the buttons do: off in text fields, with any modifier, and when the user turned them off.
import { useEffect, useRef, useState } from 'react';

export interface Key {
  readonly key: string;
  readonly does: string;
  run(): void;
}

const STORED = 'recount.keys';
const on = () => window.localStorage.getItem(STORED) !== 'off';

/** Listens while the component is shown. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !on()) return;
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return;
      const hit = latest.current.find(({ key }) => key === event.key);
      if (!hit) return;
      event.preventDefault();
      hit.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** The `?` button with its dialog: this screen's keys, and the switch that turns single keys off. */
export function KeyHelp({ keys }: { keys: readonly Key[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [active, setActive] = useState(on);
  useKeys([{ key: '?', does: 'Show the keys of this screen', run: () => dialog.current?.showModal() }]);
  const turn = (value: boolean) => {
    window.localStorage.setItem(STORED, value ? 'on' : 'off');
    setActive(value);
  };
  return (
    <>
      <button type="button" className="quiet" aria-keyshortcuts="?" onClick={() => dialog.current?.showModal()}>
        Keys <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys of this screen</h2>
        <table>
          <tbody>
            {keys.map(({ key, does }) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key === ' ' ? 'Space' : key}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
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

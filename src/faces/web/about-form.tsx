// A statement in, the issue that it is about chosen or named: one decision that can be undone.
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDecide } from './decisions.tsx';
import { closeDrawer } from './drawer.tsx';
import { useIssues } from './issues-panel.tsx';

export function AboutForm({ statement, called }: { statement: string; called: string }) {
  const [typed, setTyped] = useState('');
  const query = useIssues({}, 500);
  const { send } = useDecide();
  const box = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = typed.trim();
    if (name === '') return;
    const known = query.data?.issues.find((one) => one.name.toLowerCase() === name.toLowerCase());
    send({
      act: 'link',
      targets: [statement],
      to: known?.id ?? `issue:${name}`,
      relation: 'about',
      said: `Put ${called} under ${known?.name ?? name}`,
    });
    closeDrawer();
  };
  return (
    <form onSubmit={submit}>
      <h2>What is it about?</h2>
      <label>
        An issue of the record, or a name for one of your own
        <input
          ref={box}
          type="text"
          maxLength={120}
          list={list}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <datalist id={list}>
        {query.data?.issues.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <p className="actions">
        <button type="submit" className="primary">
          Put it there <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={closeDrawer}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

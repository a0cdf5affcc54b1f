// What is commented upon in, a comment out: a decision like any other, kept in the History and undone.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useDecide } from './decisions.tsx';
import { closeDrawer } from './drawer.tsx';

export function CommentForm({ target, about }: { target: string; about: string }) {
  const [text, setText] = useState('');
  const { send } = useDecide();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    send({ act: 'comment', targets: [target], text: text.trim(), said: `Commented on ${about}` });
    closeDrawer();
  };
  return (
    <form onSubmit={submit}>
      <label>
        Comment on <bdi>{about}</bdi>
        <textarea
          ref={box}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && submit(event)}
        />
      </label>
      <p className="actions">
        <button type="submit" className="primary">
          Keep it <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" onClick={closeDrawer}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

// A text pasted or dropped in, read on the spot; kept only when the user says so.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useEffect, useState } from 'react';
import type { Reading } from '../../reading/schema.ts';
import { addReport, type DocumentInput, readText } from './api.ts';
import { focusHeading, go } from './path.ts';
import { Reader } from './reader.tsx';
import { Trouble } from './trouble.tsx';

/** What was typed survives a reload and a lost connection; it is this browser's alone. */
const DRAFT = 'recount.draft';
const EMPTY = { text: '', published: '', source: '', title: '' };

function draft(): typeof EMPTY {
  try {
    return { ...EMPTY, ...(JSON.parse(window.sessionStorage.getItem(DRAFT) ?? '{}') as object) };
  } catch {
    return EMPTY;
  }
}

export function PastePage() {
  const [fields, setFields] = useState(draft);
  const [read, setRead] = useState<Reading | null>(null);
  const queries = useQueryClient();
  useEffect(() => window.sessionStorage.setItem(DRAFT, JSON.stringify(fields)), [fields]);
  const document = (): DocumentInput =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as unknown as DocumentInput;
  const reading = useMutation({ mutationFn: readText, onSuccess: setRead });
  const keeping = useMutation({
    mutationFn: addReport,
    onSuccess: async ({ id }) => {
      window.sessionStorage.removeItem(DRAFT);
      await queries.invalidateQueries({ queryKey: ['reports'] });
      go(`/reports/${id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keeping.reset();
    reading.mutate(document());
  };
  const set = (name: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [name]: event.target.value }));
  const takeFile = async (files: FileList | null) => {
    const file = files?.[0];
    if (file) {
      const text = await file.text();
      setFields((before) => ({ ...before, text }));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void takeFile(event.dataTransfer.files);
  };
  const error = reading.error ?? keeping.error;
  if (read) {
    return (
      <>
        <section className="notice" aria-label="Not kept yet">
          <p>This reading is not kept yet.</p>
          <button
            type="button"
            className="primary"
            onClick={() => keeping.mutate(document())}
            disabled={keeping.isPending}
          >
            Keep it in the record
          </button>
          <button type="button" onClick={() => setRead(null)}>
            Back to the text
          </button>
        </section>
        {error ? <Trouble error={error} /> : null}
        <Reader reading={read} added={null} />
      </>
    );
  }
  return (
    <section className="narrow">
      <h1 ref={focusHeading} tabIndex={-1}>
        Read a text
      </h1>
      <form onSubmit={submit} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label htmlFor="text">Report: paste it, or drop a text or HTML file</label>
        <textarea id="text" required rows={14} value={fields.text} onChange={set('text')} dir="auto" />
        <div className="fields">
          <label>
            Published{' '}
            <input
              type="text"
              inputMode="numeric"
              placeholder="2025-04-24"
              pattern="\d{4}-\d{2}-\d{2}.*"
              title="Year-month-day, such as 2025-04-24"
              value={fields.published}
              onChange={set('published')}
            />
          </label>
          <label>
            Source <input type="text" value={fields.source} onChange={set('source')} dir="auto" />
          </label>
          <label>
            Title <input type="text" value={fields.title} onChange={set('title')} dir="auto" />
          </label>
        </div>
        <p className="muted">
          Without a publication date, “Thursday” and the like stay unresolved: today’s date is never assumed.
        </p>
        <p className="actions">
          <button type="submit" className="primary" disabled={reading.isPending || fields.text.trim() === ''}>
            Read it
          </button>
          <label className="file">
            <span>or choose a file</span>
            <input
              type="file"
              accept=".txt,.html,.htm,.json,text/*"
              onChange={(event) => takeFile(event.target.files)}
            />
          </label>
        </p>
      </form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

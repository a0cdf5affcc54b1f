// A text pasted or dropped in, read on the spot; kept only when the user says so.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useEffect, useState } from 'react';
import type { Reading } from '../../reading/schema.ts';
import { addReport, call, type DocumentInput, queryOf, readText } from './api.ts';
import { Link } from './link.tsx';
import { focusHeading, go } from './path.ts';
import { Reader } from './reader.tsx';
import { ticked } from './tour-steps.ts';
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

interface SentRow {
  /** The report that was kept; absent where there was none. */
  readonly id?: string;
  readonly title?: string | null;
  readonly outcome?: string;
  readonly file: string;
  readonly part?: string;
  readonly error?: { readonly message: string };
}

/** Sends files one after the other; a row for each report that they hold, or for what could not be read. */
async function sendFiles(files: readonly File[]): Promise<SentRow[]> {
  const rows: SentRow[] = [];
  for (const file of files)
    try {
      const { reports } = await call<{ reports: Omit<SentRow, 'file'>[] }>(
        `/api/files${queryOf({ name: file.name })}`,
        {
          method: 'POST',
          body: file,
        },
      );
      rows.push(...reports.map((row) => ({ ...row, file: file.name })));
    } catch (error) {
      if (files.length === 1) throw error;
      rows.push({ file: file.name, error: error as Error });
    }
  return rows;
}

function Kept({ rows }: { rows: readonly SentRow[] }) {
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">{rows.filter(({ id }) => id !== undefined).length} reports from these files</h2>
      <ul>
        {rows.map(({ id, title, outcome, file, part, error }) => (
          <li key={`${file} ${part ?? ''} ${id ?? ''}`}>
            {id === undefined ? (
              <span className="wrong">
                <bdi>{file}</bdi> {part ? <bdi>{part}</bdi> : null}: {error?.message}
              </span>
            ) : (
              <>
                <Link to={`/reports/${id}`}>
                  <bdi>{title ?? file}</bdi>
                </Link>{' '}
                <span className="muted">{outcome === 'known' ? 'was there already' : ''}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PastePage() {
  const [fields, setFields] = useState(draft);
  const [read, setRead] = useState<Reading | null>(null);
  const queries = useQueryClient();
  useEffect(() => window.sessionStorage.setItem(DRAFT, JSON.stringify(fields)), [fields]);
  const document = (): DocumentInput =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as unknown as DocumentInput;
  const reading = useMutation({
    mutationFn: readText,
    onSuccess: (now) => {
      setRead(now);
      ticked('read');
    },
  });
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
  const sending = useMutation({
    mutationFn: sendFiles,
    onSuccess: async (rows) => {
      await queries.invalidateQueries({ queryKey: ['reports'] });
      const [only] = rows;
      if (rows.length === 1 && only?.id !== undefined) go(`/reports/${only.id}`);
    },
  });
  const takeFile = async (files: FileList | null) => {
    const [file, ...others] = files ?? [];
    if (!file) return;
    // what is text can be looked at before it is kept; the bytes of other files are the server's to read
    if (others.length === 0 && /\.(?:txt|text|html?|md)$/i.test(file.name)) {
      const text = await file.text();
      setFields((before) => ({ ...before, text }));
    } else sending.mutate([file, ...others]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void takeFile(event.dataTransfer.files);
  };
  const error = reading.error ?? keeping.error ?? sending.error;
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
        <label htmlFor="text">Report: paste it, or drop a file: text, HTML, PDF, DOCX, mail, JSON and more</label>
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
            <input type="file" multiple onChange={(event) => takeFile(event.target.files)} />
          </label>
        </p>
        <p className="muted">Text and HTML are shown before they are kept; what other files hold is kept at once.</p>
      </form>
      {sending.isPending ? <p role="status">Reading the files …</p> : null}
      {sending.data && sending.data.length !== 1 ? <Kept rows={sending.data} /> : null}
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

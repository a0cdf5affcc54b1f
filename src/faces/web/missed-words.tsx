// What a report says and no claim holds, as one coder sees it: words picked in the report's text, listed, taken back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { coding, Missed as MissedShape } from '../../operations/coding/coding.ts';
import { call, type Failure, post, queryOf, showReport } from './api.ts';
import { Trouble } from './trouble.tsx';

type Codings = z.infer<(typeof coding)['output']>;
type MissedWords = z.infer<typeof MissedShape>;
const KINDS = ['event', 'statement', 'figure'] as const;

interface Props {
  readonly coding: string;
  readonly report: string;
  /** Who codes. */
  readonly me: string;
  /** Address of the coding. */
  readonly path: string;
}

export function Missed({ coding: name, report, me, path }: Props) {
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('event');
  const [trouble, setTrouble] = useState<string | null>(null);
  const shown = useQuery({ queryKey: ['report', report], queryFn: () => showReport(report) });
  const own = useQuery({
    queryKey: ['codings', name, me, 'missed'],
    queryFn: () => call<Codings>(`/api/codings${queryOf({ coding: name, coder: me, limit: 1 })}`),
  });
  const send = useMutation<unknown, Failure, object>({
    mutationFn: (body) => call(`${path}/judgements`, post({ ...body, by: me })),
    onSuccess: async () => {
      setWords('');
      await client.invalidateQueries({ queryKey: ['codings'] });
    },
  });
  const text = shown.data?.reading.report.text ?? '';
  const missed = (own.data?.missed ?? []).filter((one: MissedWords) => one.report === report);
  const pick = () => {
    const selected = window.getSelection()?.toString().trim() ?? '';
    if (selected !== '') setWords(selected);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const start = text.indexOf(words.trim());
    const again = start < 0 ? -1 : text.indexOf(words.trim(), start + 1);
    setTrouble(
      start < 0
        ? `The words “${words.trim()}” do not stand in this report.`
        : again >= 0
          ? `The words “${words.trim()}” stand in it more than once; give more of them.`
          : null,
    );
    if (start >= 0 && again < 0 && !send.isPending)
      send.mutate({ report, kind, start, end: start + words.trim().length });
  };
  return (
    <details className="missed">
      <summary>
        Something is missing in this report{' '}
        {missed.length > 0 ? <span className="muted">{missed.length} named</span> : null}
      </summary>
      {shown.isError ? <Trouble error={shown.error} retry={() => shown.refetch()} /> : null}
      <blockquote className="whole" dir="auto" onMouseUp={pick} tabIndex={0} aria-label="The whole report">
        {text}
      </blockquote>
      <form className="coding-start" onSubmit={submit}>
        <fieldset className="filters">
          <legend>What no claim holds</legend>
          {KINDS.map((one) => (
            <label key={one} className="chip">
              <input type="radio" name="missed" checked={kind === one} onChange={() => setKind(one)} /> {one}
            </label>
          ))}
        </fieldset>
        <label>
          The words that say it, as they stand in the report; selecting them above fills this in{' '}
          <input type="text" required value={words} onChange={(event) => setWords(event.target.value)} dir="auto" />
        </label>
        {trouble ? (
          <p role="alert" className="wrong">
            {trouble}
          </p>
        ) : null}
        {send.isError ? <Trouble error={send.error} /> : null}
        <p>
          <button type="submit" disabled={send.isPending || words.trim() === ''}>
            Name it as missing
          </button>
        </p>
      </form>
      {missed.length > 0 ? (
        <ul aria-label="Named as missing">
          {missed.map(({ kind: of, start, end, words: said }) => (
            <li key={`${of} ${start}`}>
              {of}{' '}
              <q>
                <bdi>{said}</bdi>
              </q>{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`Take back: ${said}`}
                onClick={() => send.mutate({ report, kind: of, start, end, verdict: null })}
              >
                Take back
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

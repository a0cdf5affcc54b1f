// Double codings: start one, judge claim by claim without seeing the others, and how far all agree once all are done.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { agreement } from '../../operations/coding/agreement.ts';
import type { coding } from '../../operations/coding/coding.ts';
import type { words } from '../../operations/words.ts';
import { call, type Failure, post, queryOf } from './api.ts';
import { deciding } from './decisions.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { Missed } from './missed-words.tsx';
import { setQuery, useQueryOf } from './path.ts';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

type Codings = z.infer<(typeof coding)['output']>;
type Coding = Codings['codings'][number];
type Agreement = z.infer<(typeof agreement)['output']>;
type Exact = z.infer<(typeof words)['output']>;

const VERDICTS = [
  ['1', 'right', 'The report says so'],
  ['2', 'wrong', 'It does not say so'],
  ['0', 'unclear', 'It cannot be told'],
] as const;

export function AgreementPanel() {
  const chosen = useQueryOf('coding');
  const query = useQuery({ queryKey: ['codings'], queryFn: () => call<Codings>('/api/codings') });
  const me = deciding();
  const one = query.data?.codings.find(({ name }) => name === chosen) ?? null;
  return (
    <>
      <p>
        Two people or more judge the same reports, and nobody sees what the others say before all are done. What they
        say stands apart from the record.
      </p>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data && query.data.codings.length > 0 ? (
        <ListTable
          label="Double codings"
          columns={codingColumns(me)}
          rows={query.data.codings}
          keyOf={({ name }) => name}
        />
      ) : null}
      {one ? one.open ? <Judge key={one.name} row={one} me={me} /> : <Agreed key={one.name} name={one.name} /> : null}
      <Start />
    </>
  );
}

const codingColumns = (me: string): readonly Column<Coding>[] => [
  { head: 'Coding', cell: ({ name }) => <bdi>{name}</bdi> },
  { head: 'Reports', count: true, cell: ({ reports }) => reports },
  { head: 'Claims', count: true, cell: ({ claims }) => claims },
  {
    head: 'Judged',
    cell: ({ coders }) =>
      coders.map(({ name, judged, done }) => (
        <span key={name} className="chip">
          <bdi>{name}</bdi> {done === null ? judged : 'done'}
        </span>
      )),
  },
  { head: 'Open', cell: (row) => <OpenCoding row={row} me={me} /> },
];

function OpenCoding({ row, me }: { row: Coding; me: string }) {
  const mine = row.coders.find(({ name }) => name === me);
  const says = !row.open ? 'See the agreement' : mine && mine.done === null ? 'Judge' : null;
  return says === null ? (
    <span className="muted">waiting for others</span>
  ) : (
    <button type="button" onClick={() => setQuery('coding', row.name)}>
      {says}
    </button>
  );
}

function Judge({ row, me }: { row: Coding; me: string }) {
  const client = useQueryClient();
  const path = `/api/codings/${encodeURIComponent(row.name)}`;
  const left = useQuery({
    queryKey: ['codings', row.name, me],
    queryFn: () => call<Codings>(`/api/codings${queryOf({ coding: row.name, coder: me, left: 'true', limit: 30 })}`),
  });
  // judged and on its way: the next claim need not wait until it has arrived
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const [lost, setLost] = useState<{ readonly claim: string; readonly error: Failure } | null>(null);
  const item = left.data?.items.find(({ claim }) => !sent.has(claim.id))?.claim ?? null;
  const exact = useQuery({
    queryKey: ['words', item?.id],
    queryFn: () => call<Exact>(`/api/words/${encodeURIComponent(item?.id ?? '')}?around=240`),
    enabled: item !== null,
  });
  const anew = () => client.invalidateQueries({ queryKey: ['codings'] });
  const send = useMutation<unknown, Failure, { claim: string; verdict: string }>({
    scope: { id: `coding ${row.name}` },
    mutationFn: (body) => call(`${path}/judgements`, post({ ...body, by: me })),
    onMutate: ({ claim }) => {
      setSent((before) => new Set(before).add(claim));
      setLost((before) => (before?.claim === claim ? null : before));
    },
    // what did not arrive is asked for once more
    onError: (error, { claim }) => {
      setSent((before) => new Set([...before].filter((one) => one !== claim)));
      setLost({ claim, error });
    },
    // not waited for: the next judgement is sent meanwhile
    onSuccess: () => void anew(),
  });
  const close = useMutation<unknown, Failure>({
    mutationFn: () => call(`${path}/done`, post({ by: me })),
    onSuccess: anew,
  });
  const judge = (verdict: string) => item && send.mutate({ claim: item.id, verdict });
  const keys = VERDICTS.map(([key, verdict, does]) => ({ key, does, run: () => judge(verdict) }));
  useKeys(keys);
  const said = exact.data?.words[0];
  return (
    <article>
      <h2>
        Judge: <bdi>{row.name}</bdi>
      </h2>
      {left.isError ? <Trouble error={left.error} retry={() => left.refetch()} /> : null}
      {lost ? <Trouble error={lost.error} /> : null}
      {close.isError ? <Trouble error={close.error} /> : null}
      {item ? (
        <>
          <p>
            <strong>
              {item.kind} {item.type}
            </strong>{' '}
            <span className="muted">
              <bdi>{item.title ?? item.report}</bdi>
            </span>
          </p>
          <blockquote dir="auto">
            {said ? (
              <>
                {said.before}
                <mark>{said.words}</mark>
                {said.after}
              </>
            ) : (
              (item.evidence[0]?.quote ?? '')
            )}
          </blockquote>
          <dl className="facts">
            {Object.entries(item.fields)
              .filter(([name, value]) => name !== 'why' && value !== null && JSON.stringify(value) !== '[]')
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <bdi>{shown(value, item.names)}</bdi>
                  </dd>
                </div>
              ))}
          </dl>
          <p className="actions">
            {VERDICTS.map(([key, verdict, does]) => (
              <button key={key} type="button" onClick={() => judge(verdict)} aria-keyshortcuts={key}>
                {does} <kbd>{key}</kbd>
              </button>
            ))}
            <KeyHelp keys={keys} />
          </p>
        </>
      ) : null}
      {item ? <Missed key={item.report} coding={row.name} report={item.report} me={me} path={path} /> : null}
      {left.isSuccess && left.data.items.length === 0 ? (
        <p>
          All {row.claims} claims are judged.{' '}
          <button type="button" className="primary" disabled={close.isPending} onClick={() => close.mutate()}>
            Close my part
          </button>
        </p>
      ) : !item && left.isSuccess ? (
        <p className="muted">Keeping what you judged …</p>
      ) : null}
    </article>
  );
}

function shown(value: unknown, names: Readonly<Record<string, string>>): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, names)).join(', ');
  if (typeof value === 'string') return names[value] ?? value;
  return JSON.stringify(value);
}

const number = (value: number | null) => (value === null ? '—' : value.toFixed(2));

const AGREED: readonly Column<Agreement['kinds'][number]>[] = [
  { head: 'Kind', cell: ({ kind }) => kind },
  { head: 'Claims', count: true, cell: ({ verdict }) => verdict.units },
  { head: 'Same', count: true, cell: ({ verdict }) => number(verdict.percent) },
  { head: 'Kappa', count: true, cell: ({ verdict }) => number(verdict.kappa) },
  { head: 'Alpha', count: true, cell: ({ verdict }) => number(verdict.alpha) },
  { head: 'Same type', count: true, cell: ({ type }) => number(type.percent) },
  { head: 'Alpha of type', count: true, cell: ({ type }) => number(type.alpha) },
  { head: 'Match F1', count: true, cell: ({ match }) => number(match) },
];

function Agreed({ name }: { name: string }) {
  const query = useQuery({
    queryKey: ['agreement', name],
    queryFn: () => call<Agreement>(`/api/codings/${encodeURIComponent(name)}/agreement`),
  });
  return (
    <article>
      <h2>
        Agreement: <bdi>{name}</bdi>
      </h2>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data ? (
        <>
          <ListTable
            label="Agreement by kind"
            caption="Same: share of equal judgements. Kappa and alpha: beyond chance; — where they say nothing."
            columns={AGREED}
            rows={query.data.kinds}
            keyOf={({ kind }) => kind}
          />
          <h3>
            {query.data.disagreements.length} disagreement{query.data.disagreements.length === 1 ? '' : 's'}
          </h3>
          <ul>
            {query.data.disagreements.map(({ claim, kind, words: at, said }) => (
              <li key={`${claim ?? ''}${at.report}${at.start}${said[0]?.coder}`}>
                {kind} <Words at={at} />:{' '}
                {said.map(({ coder, verdict, type, note }) => (
                  <span key={coder} className="chip">
                    <bdi>{coder}</bdi> {verdict}
                    {type ? ` (${type})` : ''}
                    {note ? `: ${note}` : ''}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}

function Start() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [coders, setCoders] = useState('');
  const [share, setShare] = useState('15');
  const start = useMutation<Coding, Failure>({
    mutationFn: () =>
      call<Coding>(
        '/api/codings',
        post({
          coding: name.trim(),
          coders: coders
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
          share: Number(share) / 100,
          by: deciding(),
        }),
      ),
    onSuccess: async () => {
      setName('');
      await client.invalidateQueries({ queryKey: ['codings'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!start.isPending) start.mutate();
  };
  return (
    <form onSubmit={send} className="coding-start">
      <h2>Start a double coding</h2>
      <label>
        Name{' '}
        <input type="text" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        Coders, with commas between{' '}
        <input type="text" required value={coders} onChange={(event) => setCoders(event.target.value)} />
      </label>
      <label>
        Per cent of the reports{' '}
        <input
          type="number"
          required
          min={1}
          max={100}
          value={share}
          onChange={(event) => setShare(event.target.value)}
        />
      </label>
      {start.isError ? <Trouble error={start.error} /> : null}
      <p>
        <button type="submit" disabled={start.isPending}>
          Start
        </button>
      </p>
    </form>
  );
}

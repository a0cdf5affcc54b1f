// The happenings of the record as a table: newest first, filtered in place, opened by link or key.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type IncidentRow, listIncidents } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { focusHeading, go, setQuery, useQueryOf } from './path.ts';
import { shownDate } from './shown-date.ts';
import { Trouble } from './trouble.tsx';

const TYPES = [
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'PROTEST',
  'SANCTION',
  'THREATEN',
  'REJECT',
  'ACCUSE',
  'REQUEST',
  'RETREAT',
  'AID',
  'COOPERATE',
  'CONCEDE',
  'SUPPORT',
  'CONSULT',
  'AGREE',
];

export function IncidentsPage() {
  const asOf = useAsOf();
  const fields = {
    type: useQueryOf('type'),
    place: useQueryOf('place'),
    actor: useQueryOf('actor'),
    flag: useQueryOf('flag'),
    reports: useQueryOf('reports'),
  };
  const query = useInfiniteQuery({
    queryKey: ['incidents', asOf, fields],
    queryFn: ({ pageParam }) => listIncidents({ ...fields, asOf, after: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.incidents) ?? [];
  const [at, setAt] = useState(-1);
  const move = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, at + by));
    setAt(next);
    document.querySelectorAll<HTMLElement>('tbody th a')[next]?.focus();
  };
  const keys = [
    { key: 'j', does: 'Next incident', run: () => move(1) },
    { key: 'k', does: 'Incident before', run: () => move(-1) },
    {
      key: 'o',
      does: 'Open the incident',
      run: () => rows[at] && go(`/incidents/${encodeURIComponent((rows[at] as IncidentRow).id)}`),
    },
  ];
  useKeys(keys);
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Incidents
        </h1>
        <KeyHelp keys={keys} />
      </div>
      <div className="fields">
        <label>
          Type
          <select value={fields.type ?? ''} onChange={(event) => setQuery('type', event.target.value)}>
            <option value="">all</option>
            {TYPES.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        </label>
        <Field name="place" label="Place" value={fields.place} />
        <Field name="actor" label="Party" value={fields.actor} />
        <label>
          Told by
          <select value={fields.reports ?? ''} onChange={(event) => setQuery('reports', event.target.value)}>
            <option value="">any number of reports</option>
            <option value="2">two reports or more</option>
            <option value="3">three or more</option>
          </select>
        </label>
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the incidents …</p> : null}
      {query.isSuccess ? <p className="muted">{query.data.pages[0]?.total ?? 0} incidents</p> : null}
      {rows.length > 0 ? (
        <section className="scroll" tabIndex={0} aria-label="Table of incidents">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Where</th>
                <th scope="col">Who → whom</th>
                <th scope="col" className="count">
                  Killed
                </th>
                <th scope="col" className="count">
                  Injured
                </th>
                <th scope="col" className="count">
                  Reports
                </th>
                <th scope="col" className="count">
                  Origins
                </th>
                <th scope="col">Flags</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id} onFocus={() => setAt(index)}>
                  <td className="date">{shownDays(row.when)}</td>
                  <th scope="row">
                    <Link to={`/incidents/${encodeURIComponent(row.id)}`}>
                      {row.type}
                      {row.mode ? ` ${row.mode}` : ''}
                    </Link>
                    <br />
                    <span className="muted clip">
                      <bdi>{row.words.text}</bdi>
                    </span>
                  </th>
                  <td>
                    <bdi>{row.where?.name ?? '—'}</bdi>
                  </td>
                  <td>
                    <bdi>{namesOf(row.who)}</bdi> → <bdi>{namesOf(row.whom)}</bdi>
                  </td>
                  <td className="count">{shownRange(row.killed)}</td>
                  <td className="count">{shownRange(row.injured)}</td>
                  <td className="count">{row.reports}</td>
                  <td className="count">{row.origins}</td>
                  <td>{row.flags.join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {query.hasNextPage ? (
        <button type="button" onClick={() => query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          Show more
        </button>
      ) : null}
    </section>
  );
}

/** A text field of the query, taken over when it is left or Enter is pressed. */
export function Field({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label>
      {label}
      <input
        key={value ?? ''}
        type="text"
        defaultValue={value ?? ''}
        onBlur={(event) => setQuery(name, event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && setQuery(name, event.currentTarget.value.trim())}
      />
    </label>
  );
}

export const namesOf = (list: readonly { name: string }[]): string =>
  list.length === 0 ? '—' : list.map(({ name }) => name).join(', ');

export function shownDays(when: IncidentRow['when']): string {
  if (when === null) return 'day unknown';
  const days = when.from === when.to ? shownDate(when.from) : `${shownDate(when.from)} – ${shownDate(when.to)}`;
  return when.stated ? days : `about ${days}`;
}

/** "9", "9–14", "≥ 12": low, best and high as people write them. */
export function shownRange(one: { low: number | null; best: number | null; high: number | null } | null): string {
  if (one === null) return '';
  const { low, best, high } = one;
  if (high === null) return `≥ ${low ?? 0}`;
  const range = low === high ? String(high) : `${low ?? 0}–${high}`;
  return best === null || best === low || best === high ? range : `${range} (${best})`;
}

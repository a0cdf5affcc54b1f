// The happenings of the record as a table: newest first, filtered in place, opened by link or key.
import { useInfiniteQuery } from '@tanstack/react-query';
import { listIncidents } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { Field } from './field.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { TYPES } from './kinds.ts';
import { Link } from './link.tsx';
import { LongTable, useWalk } from './long-list.tsx';
import { focusHeading, go, setQuery, useQueryOf } from './path.ts';
import { namesOf, shownDays, shownRange } from './shown.ts';
import { Trouble } from './trouble.tsx';
import { addressOf } from './words.tsx';

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
  const walk = useWalk('incident', rows.length, query);
  const now = rows[walk.at];
  const keys = [
    ...walk.keys,
    { key: 'o', does: 'Open the incident', run: () => now && go(`/incidents/${encodeURIComponent(now.id)}`) },
    { key: 'v', does: 'Show the words', run: () => now && go(addressOf(now.words)) },
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
      {query.isSuccess && rows.length === 0 ? <p>No incident matches. Ask for less.</p> : null}
      {rows.length > 0 ? (
        <LongTable
          label="Table of incidents"
          columns={9}
          rows={rows}
          keyOf={(row) => row.id}
          walk={walk}
          pages={query}
          height={84}
          head={
            <>
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
            </>
          }
          cells={(row) => (
            <>
              <td className="date">{shownDays(row.when)}</td>
              <th scope="row">
                <Link to={`/incidents/${encodeURIComponent(row.id)}`}>
                  {row.type}
                  {row.mode ? ` ${row.mode}` : ''}
                </Link>
                <br />
                <Link to={addressOf(row.words)} className="muted clip">
                  <bdi>{row.words.text}</bdi>
                </Link>
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
            </>
          )}
        />
      ) : null}
    </section>
  );
}

// Everything that was read, found by words and facets, as a table, a chart, a map or a network; the view is in the address.
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { type Claim, findClaims } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useDecide } from './decisions.tsx';
import { Field } from './incidents-page.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { focusHeading, setQuery, useQueryOf } from './path.ts';
import { shownDate } from './shown-date.ts';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

const CountsView = lazy(() => import('./counts-view.tsx').then((module) => ({ default: module.CountsView })));
const NetworkView = lazy(() => import('./network-view.tsx').then((module) => ({ default: module.NetworkView })));
const MapView = lazy(() => import('./map-view.tsx').then((module) => ({ default: module.MapView })));
const VIEWS = ['table', 'chart', 'map', 'network'] as const;
const KINDS = ['event', 'statement', 'figure'];

export function ExplorePage() {
  const named = useQueryOf('view');
  const view = VIEWS.find((one) => one === named) ?? 'table';
  const turn = (by: number) =>
    setQuery('view', VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length] ?? null);
  const box = useRef<HTMLInputElement>(null);
  const keys = [
    { key: '/', does: 'Search', run: () => box.current?.focus() },
    { key: '<', does: 'View before', run: () => turn(-1) },
    { key: '>', does: 'Next view', run: () => turn(1) },
  ];
  useKeys(keys);
  const query = useQueryOf('query');
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Explore
        </h1>
        <KeyHelp keys={keys} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery('query', box.current?.value.trim() ?? null);
        }}
      >
        <label>
          Words{' '}
          <input
            key={query ?? ''}
            ref={box}
            type="text"
            defaultValue={query ?? ''}
            placeholder="ceasefire, or “exact words”"
          />
        </label>
      </form>
      <Facets />
      <fieldset className="filters">
        <legend className="unseen">View</legend>
        {VIEWS.map((one) => (
          <label key={one} className="chip">
            <input type="radio" name="view" checked={view === one} onChange={() => setQuery('view', one)} /> {one}
          </label>
        ))}
      </fieldset>
      <Suspense fallback={<p role="status">Loading …</p>}>
        {view === 'table' ? (
          <TableView />
        ) : view === 'chart' ? (
          <CountsView />
        ) : view === 'map' ? (
          <MapView />
        ) : (
          <NetworkView />
        )}
      </Suspense>
    </section>
  );
}

function Facets() {
  const kind = useQueryOf('kind');
  const status = useQueryOf('status');
  return (
    <div className="fields">
      <label>
        Kind
        <select value={kind ?? ''} onChange={(event) => setQuery('kind', event.target.value)}>
          <option value="">events, statements, figures</option>
          {KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <Field name="type" label="Type, act or measure" value={useQueryOf('type')} />
      <Field name="actor" label="Actor" value={useQueryOf('actor')} />
      <Field name="place" label="Place" value={useQueryOf('place')} />
      <Field name="from" label="From, such as 2026-03" value={useQueryOf('from')} />
      <Field name="to" label="To" value={useQueryOf('to')} />
      <label>
        Status
        <select value={status ?? ''} onChange={(event) => setQuery('status', event.target.value)}>
          <option value="">any</option>
          <option>open</option>
          <option>accepted</option>
          <option>rejected</option>
        </select>
      </label>
    </div>
  );
}

function TableView() {
  const asOf = useAsOf();
  const fields = {
    query: useQueryOf('query'), kind: useQueryOf('kind'), type: useQueryOf('type'), actor: useQueryOf('actor'), place: useQueryOf('place'),
    from: useQueryOf('from'), to: useQueryOf('to'), status: useQueryOf('status'),
  }; // biome-ignore format: one list
  const query = useInfiniteQuery({
    queryKey: ['claims', asOf, fields],
    queryFn: ({ pageParam }) =>
      findClaims({ ...fields, ...(asOf === null ? {} : { asOf, mode: 'knowable' }), after: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const claims = query.data?.pages.flatMap((page) => page.claims) ?? [];
  const [at, setAt] = useState(-1);
  const { send } = useDecide();
  const move = (by: number) => {
    const next = Math.min(claims.length - 1, Math.max(0, at + by));
    setAt(next);
    document.querySelectorAll<HTMLElement>('tbody th a')[next]?.focus();
  };
  const now = claims[at];
  const act = (what: 'accept' | 'reject') =>
    now &&
    send({
      act: what,
      targets: [now.id],
      said: `${what === 'accept' ? 'Accepted' : 'Rejected'} ${now.kind} ${now.type}`,
    });
  useKeys([
    { key: 'j', does: 'Next claim', run: () => move(1) },
    { key: 'k', does: 'Claim before', run: () => move(-1) },
    { key: 'a', does: 'Accept', run: () => act('accept') },
    { key: 'x', does: 'Reject', run: () => act('reject') },
  ]);
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Searching …</p> : null}
      {query.isSuccess && claims.length === 0 ? <p>Nothing in the record matches. Ask for less.</p> : null}
      {claims.length > 0 ? (
        <section className="scroll" tabIndex={0} aria-label="Claims">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Claim</th>
                <th scope="col">Parties</th>
                <th scope="col">Source</th>
                <th scope="col">Status</th>
              </tr>
            </thead>
            <tbody>
              {claims.map((claim, index) => (
                <Row key={claim.id} claim={claim} onFocus={() => setAt(index)} />
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
    </>
  );
}

function Row({ claim, onFocus }: { claim: Claim; onFocus(): void }) {
  const { days, published, kind, type, evidence, report, names, source, status, review } = claim;
  const words = evidence.find(({ role }) => role === 'clause' || role === 'content' || role === 'words') ?? evidence[0];
  return (
    <tr onFocus={onFocus}>
      <td className="date">{days ? shownDate(days[0]) : `told ${shownDate(published)}`}</td>
      <th scope="row">
        {kind} · {type}{' '}
        {words ? <Words at={{ report, start: words.start, end: words.end, text: words.quote }} /> : null}
      </th>
      <td>
        <bdi>{Object.values(names).join(', ')}</bdi>
      </td>
      <td>
        <bdi>{source ?? ''}</bdi>
      </td>
      <td>
        {status}
        {review ? ', look again' : ''}
      </td>
    </tr>
  );
}

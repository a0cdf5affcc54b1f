// Everything that was read, found by words and facets, as a table, a chart, a map, a timeline or a network; the view is in the address.
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { type Claim, findClaims } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { carryAway } from './carry.ts';
import { useClaimKeys } from './claim-keys.ts';
import { quoted } from './copied.ts';
import { tellDone } from './decisions.tsx';
import { Field } from './field.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { LongTable, useWalk } from './long-list.tsx';
import { focusHeading, setQuery, useQueryOf } from './path.ts';
import { useSaved, useSearched } from './saved.ts';
import { SavedPanel } from './saved-panel.tsx';
import { shownDate } from './shown.ts';
import { Tabs, useChoice } from './tabs.tsx';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

const CountsView = lazy(() => import('./counts-view.tsx').then((module) => ({ default: module.CountsView })));
const NetworkView = lazy(() => import('./network-view.tsx').then((module) => ({ default: module.NetworkView })));
const MapView = lazy(() => import('./map-view.tsx').then((module) => ({ default: module.MapView })));
const TimelineView = lazy(() => import('./timeline-view.tsx').then((module) => ({ default: module.TimelineView })));
const VIEWS = ['table', 'chart', 'map', 'timeline', 'network'] as const;
const KINDS = ['event', 'statement', 'figure'];

export function ExplorePage() {
  const { now: view, keys: turn } = useChoice('view', VIEWS);
  const box = useRef<HTMLInputElement>(null);
  const keys = [{ key: '/', does: 'Search', run: () => box.current?.focus() }, ...turn];
  useKeys(keys);
  const query = useQueryOf('query');
  // where the window is narrow the facets would push what is found out of it
  const [wide] = useState(() => window.innerWidth > 700);
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
      <details className="facets" open={wide}>
        <summary>Narrow it down</summary>
        <Facets />
      </details>
      <SavedSearches />
      <Tabs name="view" all={VIEWS} now={view} />
      <Suspense fallback={<p role="status">Loading …</p>}>
        {view === 'table' ? (
          <TableView />
        ) : view === 'chart' ? (
          <CountsView />
        ) : view === 'map' ? (
          <MapView />
        ) : view === 'timeline' ? (
          <TimelineView />
        ) : (
          <NetworkView />
        )}
      </Suspense>
    </section>
  );
}

/** Closed until it is wanted; opens by itself where the address asks for one. */
function SavedSearches() {
  const { data } = useSaved();
  const [asked] = useState(useQueryOf('saved') !== null);
  const fresh = (data?.saved ?? []).filter((one) => one.fresh > 0).length;
  return (
    <details className="facets" open={asked}>
      <summary>
        Saved searches{' '}
        {data && data.saved.length > 0 ? (
          <span className="muted">
            {data.saved.length}
            {fresh > 0 ? `, ${fresh} with something new` : ''}
          </span>
        ) : null}
      </summary>
      <SavedPanel />
    </details>
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
  const fields = useSearched();
  const query = useInfiniteQuery({
    queryKey: ['claims', asOf, fields],
    queryFn: ({ pageParam }) =>
      findClaims({ ...fields, ...(asOf === null ? {} : { asOf, mode: 'knowable' }), after: pageParam, limit: 100 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const claims = query.data?.pages.flatMap((page) => page.claims) ?? [];
  const walk = useWalk('claim', claims.length, query);
  const now = claims[walk.at];
  const first = now?.evidence[0];
  const keys = useClaimKeys(
    now
      ? {
          id: now.id,
          called: `${now.kind} ${now.type}`,
          words: first ? { report: now.report, start: first.start, end: first.end, text: first.quote } : null,
          quoted: quoted({
            value: `${now.kind} ${now.type}`,
            source: now.source,
            published: shownDate(now.published),
            words: first?.quote ?? null,
          }),
        }
      : null,
  );
  const [carrying, setCarrying] = useState(false);
  const carry = async () => {
    if (carrying) return;
    setCarrying(true);
    try {
      const { count, more } = await carryAway(
        { ...fields, ...(asOf === null ? {} : { asOf, mode: 'knowable' }) },
        'recount-claims.csv',
      );
      tellDone(`Carried away ${count} claims${more ? '; there are more: recount claims has them all' : ''}`);
    } catch (error) {
      tellDone(`Nothing was carried away: ${(error as Error).message}`);
    } finally {
      setCarrying(false);
    }
  };
  useKeys([
    ...walk.keys,
    ...keys,
    { key: 'E', does: 'Carry all of these away, as CSV with their words', run: () => void carry() },
  ]);
  return (
    <>
      {claims.length > 0 ? (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            onClick={() => void carry()}
            disabled={carrying}
            aria-keyshortcuts="E"
          >
            {carrying ? 'Fetching all …' : 'Carry away'} <kbd>E</kbd>
          </button>
        </p>
      ) : null}
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Searching …</p> : null}
      {query.isSuccess && claims.length === 0 ? <p>Nothing in the record matches. Ask for less.</p> : null}
      {claims.length > 0 ? (
        <LongTable
          label="Claims"
          columns={5}
          rows={claims}
          keyOf={(claim) => claim.id}
          walk={walk}
          pages={query}
          height={62}
          head={
            <>
              <th scope="col">Day</th>
              <th scope="col">Claim</th>
              <th scope="col">Parties</th>
              <th scope="col">Source</th>
              <th scope="col">Status</th>
            </>
          }
          cells={(claim) => <Cells claim={claim} />}
        />
      ) : null}
    </>
  );
}

function Cells({ claim }: { claim: Claim }) {
  const { days, published, kind, type, evidence, report, names, source, status, review } = claim;
  const words = evidence.find(({ role }) => role === 'clause' || role === 'content' || role === 'words') ?? evidence[0];
  return (
    <>
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
    </>
  );
}

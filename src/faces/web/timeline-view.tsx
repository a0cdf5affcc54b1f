// Incidents along one axis of days: a point where the day is known, a bar where only a range is; each row a line of the list.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type IncidentRow, listIncidents } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { LongTable, useWalk } from './long-list.tsx';
import { go, useQueryOf } from './path.ts';
import { namesOf, shownDate, shownDays } from './shown.ts';
import { Trouble } from './trouble.tsx';

const WIDTH = 600;
const HEIGHT = 18;
const DAY = 86_400_000;

export function TimelineView() {
  const asOf = useAsOf();
  const fields = {
    type: useQueryOf('type'),
    place: useQueryOf('place'),
    actor: useQueryOf('actor'),
    from: useQueryOf('from'),
    to: useQueryOf('to'),
  };
  const query = useInfiniteQuery({
    queryKey: ['incidents', 'timeline', asOf, fields],
    queryFn: ({ pageParam }) => listIncidents({ ...fields, asOf, after: pageParam, limit: 500 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const rows = query.data?.pages.flatMap((page) => page.incidents) ?? [];
  const dated = rows
    .filter((row): row is Dated => row.when !== null)
    .sort((a, b) => (a.when.from < b.when.from ? 1 : a.when.from > b.when.from ? -1 : a.id < b.id ? -1 : 1));
  const walk = useWalk('incident', dated.length, query);
  const now = dated[walk.at];
  useKeys([
    ...walk.keys,
    { key: 'o', does: 'Open the incident', run: () => now && go(`/incidents/${encodeURIComponent(now.id)}`) },
  ]);
  const axis = axisOf(dated);
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the timeline …</p> : null}
      {query.isSuccess ? (
        <p className="muted">
          {dated.length} incidents, newest first; {rows.length - dated.length} without a day. A point is a day that the
          words state, a bar the days within which it lies; hollow where only the publication bounds it.
        </p>
      ) : null}
      {axis && dated.length > 0 ? (
        <LongTable
          label="Timeline of incidents"
          columns={3}
          rows={dated}
          keyOf={(row) => row.id}
          walk={walk}
          pages={query}
          height={46}
          head={
            <>
              <th scope="col">When</th>
              <th scope="col">Incident</th>
              <th scope="col" className="axis-head">
                <span>{shownDate(iso(axis.from))}</span>
                <span>{shownDate(iso(axis.to))}</span>
              </th>
            </>
          }
          cells={(row) => (
            <>
              <td className="date">{shownDays(row.when)}</td>
              <th scope="row">
                <Link to={`/incidents/${encodeURIComponent(row.id)}`}>
                  {row.type}
                  {row.mode ? ` ${row.mode}` : ''} · <bdi>{row.where?.name ?? 'place unknown'}</bdi>
                </Link>{' '}
                {row.who.length + row.whom.length > 0 ? (
                  <span className="muted">
                    <bdi>{namesOf(row.who)}</bdi> → <bdi>{namesOf(row.whom)}</bdi>
                  </span>
                ) : null}
              </th>
              <td className="axis-cell">
                <Bar row={row} axis={axis} />
              </td>
            </>
          )}
        />
      ) : null}
    </>
  );
}

type Dated = IncidentRow & { readonly when: NonNullable<IncidentRow['when']> };
interface Axis {
  /** Milliseconds of the first day's beginning and the last day's end. */
  readonly from: number;
  readonly to: number;
}
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The days in which nine of ten lie: what a few reports look back on or ahead to is cut off at the edge. */
function axisOf(rows: readonly Dated[]): Axis | null {
  const days = rows.map(({ when }) => Date.parse(when.from)).sort((a, b) => a - b);
  const first = days[Math.floor(days.length * 0.05)];
  if (first === undefined) return null;
  const ends = rows.map(({ when }) => Date.parse(when.to)).sort((a, b) => a - b);
  const last = ends[Math.floor((ends.length - 1) * 0.95)] as number;
  return { from: first, to: Math.max(first, last) + DAY };
}

function Bar({ row: { when }, axis: { from, to } }: { row: Dated; axis: Axis }) {
  const x = (time: number) => Math.max(0, Math.min(WIDTH, ((time - from) / (to - from)) * WIDTH));
  const start = Date.parse(when.from);
  const end = Date.parse(when.to) + DAY;
  const middle = (x(start) + x(end)) / 2;
  const wide = x(end) - x(start);
  return (
    <svg className="span" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
      <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="rail" />
      {end <= from ? (
        <path d={`M8,${HEIGHT / 2 - 5} L0,${HEIGHT / 2} L8,${HEIGHT / 2 + 5} z`} className="dot" />
      ) : start === end - DAY ? (
        <rect x={middle - 5} y={HEIGHT / 2 - 5} width={10} height={10} rx={5} className={when.stated ? 'dot' : 'hollow'} />
      ) : (
        <rect x={x(start)} y={HEIGHT / 2 - 4} width={Math.max(6, wide)} height={8} className={when.stated ? 'bar' : 'hollow'} />
      )}
    </svg>
  ); // biome-ignore format: one shape a row
}

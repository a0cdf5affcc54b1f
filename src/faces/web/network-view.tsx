// Who acted upon whom, as a drawing laid out the same way every time and as a list.
import { useQuery } from '@tanstack/react-query';
import { type Count, getCounts, queryOf } from './api.ts';
import { Link } from './link.tsx';
import { useQueryOf } from './path.ts';
import { Trouble } from './trouble.tsx';

const SIZE = 560;
/** Actors drawn at most; the list has them all. */
const MOST = 16;

export function NetworkView() {
  const type = useQueryOf('type');
  const query = useQuery({
    queryKey: ['counts', 'source,target', type],
    queryFn: () => getCounts({ by: 'source,target', type, limit: 500 }),
    retry: false,
  });
  const rows = (query.data?.counts ?? []).filter(({ source, target }) => source !== null && target !== null);
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <p>No events with two parties here.</p> : null}
      {rows.length > 0 ? (
        <>
          <Drawing rows={rows} />
          <ul aria-label="Who acted upon whom">
            {rows.map((row) => (
              <li key={`${row.source}-${row.target}`}>
                <Link to={`/explore${queryOf({ kind: 'event', actor: row.source, type })}`}>
                  <bdi>{row.sourceName ?? row.source}</bdi> → <bdi>{row.targetName ?? row.target}</bdi>
                </Link>{' '}
                {row.count} {row.count === 1 ? 'event' : 'events'}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** The actors with most events on a circle, in the order of their names: the same record gives the same drawing. */
function Drawing({ rows }: { rows: readonly Count[] }) {
  const weight = new Map<string, { name: string; count: number }>();
  for (const { source, sourceName, target, targetName, count } of rows)
    for (const [id, name] of [
      [source, sourceName],
      [target, targetName],
    ] as const) {
      const known = weight.get(id as string);
      weight.set(id as string, { name: name ?? (id as string), count: (known?.count ?? 0) + count });
    }
  const shown = [...weight].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, MOST);
  const order = shown.sort(([, x], [, y]) => (x.name < y.name ? -1 : 1));
  const at = new Map(
    order.map(([id], i) => {
      const angle = (i / order.length) * 2 * Math.PI - Math.PI / 2;
      return [
        id,
        { x: SIZE / 2 + Math.cos(angle) * (SIZE / 2 - 110), y: SIZE / 2 + Math.sin(angle) * (SIZE / 2 - 60) },
      ];
    }),
  );
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure className="chart">
      <figcaption>Who acted upon whom: the {order.length} actors with most events</figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label="Network of actors. The list below holds the same.">
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0,0 L8,4 L0,8 z" className="arrow" />
          </marker>
        </defs>
        {rows.map(({ source, target, count }) => {
          const from = at.get(source as string);
          const to = at.get(target as string);
          if (!from || !to || source === target) return null;
          // bent to one side, so that A → B and B → A are two lines
          const bend = {
            x: (from.x + to.x) / 2 + (to.y - from.y) * 0.12,
            y: (from.y + to.y) / 2 - (to.x - from.x) * 0.12,
          };
          return (
            <path
              key={`${source}-${target}`}
              d={`M${from.x},${from.y} Q${bend.x},${bend.y} ${to.x},${to.y}`}
              className="edge"
              strokeWidth={1 + (3 * count) / most}
              markerEnd="url(#arrow)"
            />
          );
        })}
        {order.map(([id, { name }]) => {
          const point = at.get(id) as { x: number; y: number };
          return (
            <g key={id}>
              <circle cx={point.x} cy={point.y} r={6} className="node" />
              <text x={point.x} y={point.y - 10} textAnchor="middle" className="label">
                {name.length > 26 ? `${name.slice(0, 25)}…` : name}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

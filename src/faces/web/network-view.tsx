// Who acted upon whom, as a drawing laid out the same way every time and as a list.
import { useQuery } from '@tanstack/react-query';
import { type Count, getCounts, queryOf } from './api.ts';
import { Link } from './link.tsx';
import { useQueryOf } from './path.ts';
import { Trouble } from './trouble.tsx';

const SIZE = 420;
/** Room for names at either side, and the least distance between two of them. */
const MARGIN = 190;
const LINE = 19;
const RADIUS = SIZE / 2 - 30;
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
      return [id, { x: MARGIN + SIZE / 2 + Math.cos(angle) * RADIUS, y: SIZE / 2 + Math.sin(angle) * RADIUS }];
    }),
  );
  const labels = labelsOf([...at].map(([id, point]) => ({ id, ...point })));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure className="chart">
      <figcaption>Who acted upon whom: the {order.length} actors with most events</figcaption>
      <section className="scroll" tabIndex={0} aria-label="Drawing">
        <svg
          viewBox={`0 0 ${SIZE + 2 * MARGIN} ${SIZE}`}
          className="network"
          role="img"
          aria-label="Network of actors. The list below holds the same."
        >
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
            const { x, y, right } = labels.get(id) as Label;
            return (
              <g key={id}>
                <path d={`M${point.x},${point.y} L${x},${y}`} className="leader" />
                <circle cx={point.x} cy={point.y} r={6} className="node" />
                <text x={right ? x + 4 : x - 4} y={y + 4} textAnchor={right ? 'start' : 'end'} className="label">
                  {name.length > 26 ? `${name.slice(0, 25)}…` : name}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
    </figure>
  );
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly right: boolean;
}

/** Where the names stand: beside the circle, each on a line of its own, in the order in which their dots come down. */
function labelsOf(
  points: readonly { readonly id: string; readonly x: number; readonly y: number }[],
): Map<string, Label> {
  const labels = new Map<string, Label>();
  const middle = MARGIN + SIZE / 2;
  for (const right of [false, true]) {
    const side = points
      .filter(({ x }) => x >= middle - 0.5 === right)
      .sort((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1));
    let last = -Infinity;
    const lines = side.map(({ y }) => {
      last = Math.max(y, last + LINE);
      return last;
    });
    // what was pushed out at the foot is pushed up again
    for (let i = lines.length - 1, most = SIZE - 12; i >= 0; i--, most -= LINE)
      lines[i] = Math.min(lines[i] as number, most);
    for (const [i, { id }] of side.entries())
      labels.set(id, { x: right ? middle + RADIUS + 22 : middle - RADIUS - 22, y: lines[i] as number, right });
  }
  return labels;
}

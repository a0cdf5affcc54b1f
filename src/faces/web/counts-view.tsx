// Events by month and type as bars, with the same numbers as a table.
import { useQuery } from '@tanstack/react-query';
import { getCounts } from './api.ts';
import { useQueryOf } from './path.ts';
import { Trouble } from './trouble.tsx';

const WIDTH = 720;
const HEIGHT = 220;

export function CountsView() {
  const fields = {
    from: useQueryOf('from')?.slice(0, 7) ?? null,
    to: useQueryOf('to')?.slice(0, 7) ?? null,
    type: useQueryOf('type'),
  };
  const query = useQuery({
    queryKey: ['counts', 'month,type', fields],
    queryFn: () => getCounts({ by: 'month,type', ...fields }),
    retry: false,
  });
  const rows = query.data?.counts ?? [];
  const months = [...new Set(rows.flatMap(({ month }) => month ?? []))].sort();
  const total = (month: string) => rows.filter((row) => row.month === month).reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...months.map(total));
  const step = (WIDTH - 40) / Math.max(1, months.length);
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <p>No events here.</p> : null}
      {months.length > 0 ? (
        <>
          <figure className="chart">
            <figcaption>Asserted events by month</figcaption>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              role="img"
              aria-label="Asserted events by month. The table below holds the same numbers."
            >
              {months.map((month, i) => {
                const height = (total(month) / most) * (HEIGHT - 50);
                return (
                  <g key={month}>
                    <rect
                      x={40 + i * step + step * 0.1}
                      y={HEIGHT - 26 - height}
                      width={Math.min(60, step * 0.8)}
                      height={height}
                      className="bar-fill"
                    />
                    <text x={40 + i * step + step * 0.1} y={HEIGHT - 30 - height} className="label">
                      {total(month)}
                    </text>
                    <text x={40 + i * step + step * 0.1} y={HEIGHT - 8} className="tick">
                      {months.length <= 14 || i % Math.ceil(months.length / 14) === 0 ? month : ''}
                    </text>
                  </g>
                );
              })}
            </svg>
          </figure>
          <section className="scroll" tabIndex={0} aria-label="Events by month and type">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  <th scope="col">Type</th>
                  <th scope="col" className="count">
                    Events
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...rows]
                  .sort((a, b) =>
                    (a.month ?? '') < (b.month ?? '') ? 1 : (a.month ?? '') > (b.month ?? '') ? -1 : b.count - a.count,
                  )
                  .map((row) => (
                    <tr key={`${row.month}-${row.type}`}>
                      <td>{row.month ?? 'unknown'}</td>
                      <th scope="row">{row.type}</th>
                      <td className="count">{row.count}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
    </>
  );
}

// The record's reports as a table: newest first, opened by link or key.
import { useInfiniteQuery } from '@tanstack/react-query';
import { listReports } from './api.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { LongTable, useWalk } from './long-list.tsx';
import { focusHeading, go } from './path.ts';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';

export function ReportsPage() {
  const query = useInfiniteQuery({
    queryKey: ['reports'],
    queryFn: ({ pageParam }) => listReports(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const reports = query.data?.pages.flatMap((page) => page.reports) ?? [];
  const walk = useWalk('report', reports.length, query);
  const open = () => {
    const report = reports[walk.at];
    if (report) go(`/reports/${report.id}`);
  };
  const keys = [
    ...walk.keys,
    { key: 'o', does: 'Open the report', run: open },
    { key: 'n', does: 'Read a new text', run: () => go('/read') },
  ];
  useKeys(keys);
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Reports
        </h1>
        <KeyHelp keys={keys} />
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the list …</p> : null}
      {query.isSuccess && reports.length === 0 ? (
        <p>
          No reports yet. <Link to="/read">Read a text</Link> (<kbd>n</kbd>), or on the command line:{' '}
          <code>recount add report.txt</code>
        </p>
      ) : null}
      {reports.length > 0 ? (
        <>
          <p className="muted">
            {total} {total === 1 ? 'report' : 'reports'}, newest first. Numbers count what was read from each.
          </p>
          <LongTable
            label="Table of reports"
            columns={8}
            rows={reports}
            keyOf={(report) => report.id}
            walk={walk}
            pages={query}
            height={40}
            head={
              <>
                <th scope="col">Published</th>
                <th scope="col">Report</th>
                <th scope="col">Source</th>
                {['Said', 'Events', 'Figures', 'Places', 'Unread'].map((name) => (
                  <th key={name} scope="col" className="count">
                    {name}
                  </th>
                ))}
              </>
            }
            cells={(report) => (
              <>
                <td className="date">{shownDate(report.published)}</td>
                <th scope="row">
                  <Link to={`/reports/${report.id}`}>
                    <bdi>{report.title ?? 'No title'}</bdi>
                  </Link>
                </th>
                <td>
                  <bdi>{report.source ?? ''}</bdi>
                </td>
                <td className="count">{report.statements}</td>
                <td className="count">{report.events}</td>
                <td className="count">{report.figures}</td>
                <td className="count">{report.places}</td>
                <td className="count">{report.unread}</td>
              </>
            )}
          />
        </>
      ) : null}
    </section>
  );
}

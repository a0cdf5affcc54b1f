// The record's reports as a table: newest first, opened by link or key.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listReports, type ReportSummary } from './api.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { focusHeading, go } from './path.ts';
import { shownDate } from './shown-date.ts';
import { Trouble } from './trouble.tsx';

export function ReportsPage() {
  const query = useInfiniteQuery({
    queryKey: ['reports'],
    queryFn: ({ pageParam }) => listReports(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const reports = query.data?.pages.flatMap((page) => page.reports) ?? [];
  const [at, setAt] = useState(-1);
  const move = (by: number) => {
    const next = Math.min(reports.length - 1, Math.max(0, at + by));
    setAt(next);
    document.querySelectorAll<HTMLElement>('tbody a')[next]?.focus();
  };
  const open = () => {
    const report = reports[at];
    if (report) go(`/reports/${report.id}`);
  };
  const keys = [
    { key: 'j', does: 'Next report', run: () => move(1) },
    { key: 'k', does: 'Report before', run: () => move(-1) },
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
          <section className="scroll" tabIndex={0} aria-label="Table of reports">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Published</th>
                  <th scope="col">Report</th>
                  <th scope="col">Source</th>
                  <th scope="col" className="count">
                    Said
                  </th>
                  <th scope="col" className="count">
                    Events
                  </th>
                  <th scope="col" className="count">
                    Figures
                  </th>
                  <th scope="col" className="count">
                    Places
                  </th>
                  <th scope="col" className="count">
                    Unread
                  </th>
                </tr>
              </thead>
              <tbody>
                {reports.map((report, index) => (
                  <Row key={report.id} report={report} onFocus={() => setAt(index)} />
                ))}
              </tbody>
            </table>
          </section>
          {query.hasNextPage ? (
            <button type="button" onClick={() => query.fetchNextPage()} disabled={query.isFetchingNextPage}>
              Show more
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Row({ report, onFocus }: { report: ReportSummary; onFocus: () => void }) {
  return (
    <tr onFocus={onFocus}>
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
    </tr>
  );
}

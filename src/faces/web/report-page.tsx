// The Reader on a kept report: fetched by its id.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { claimsUpon, showReport } from './api.ts';
import { Link } from './link.tsx';
import { focusHeading, useQueryOf } from './path.ts';
import { Reader } from './reader.tsx';
import { Trouble } from './trouble.tsx';

const VersionsView = lazy(() => import('./versions-view.tsx').then((module) => ({ default: module.VersionsView })));

const NONE: readonly never[] = [];

export function ReportPage({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['report', id], queryFn: () => showReport(id) });
  const claims = useQuery({ queryKey: ['report claims', id], queryFn: () => claimsUpon(id) });
  const other = useQueryOf('with');
  if (query.isPending) {
    return (
      <p role="status" className="wide">
        Loading the report …
      </p>
    );
  }
  if (query.isError) {
    return (
      <section className="wide">
        <h1 ref={focusHeading} tabIndex={-1}>
          No report to show
        </h1>
        <Trouble error={query.error} retry={() => query.refetch()} />
        <Link to="/">Back to the reports</Link>
      </section>
    );
  }
  const { reading, added, versions } = query.data;
  if (other !== null)
    return (
      <Suspense fallback={<p role="status">Loading …</p>}>
        <VersionsView here={query.data} other={other} />
      </Suspense>
    );
  return <Reader reading={reading} added={added} claims={claims.data ?? NONE} versions={versions} />;
}

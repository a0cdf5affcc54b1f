// The Reader on a kept report: fetched by its id.
import { useQuery } from '@tanstack/react-query';
import { showReport } from './api.ts';
import { Link } from './link.tsx';
import { focusHeading } from './path.ts';
import { Reader } from './reader.tsx';
import { Trouble } from './trouble.tsx';

export function ReportPage({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['report', id], queryFn: () => showReport(id) });
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
  return <Reader reading={query.data.reading} added={query.data.added} />;
}

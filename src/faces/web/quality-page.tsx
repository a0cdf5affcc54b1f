// The codebook, how well the reader does by people's own decisions, agreement, the sources of the record, and its people.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type Claim, findClaims, listReports } from './api.ts';
import { CodebookPanel } from './codebook-panel.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { focusHeading } from './path.ts';
import { Tabs, useChoice } from './tabs.tsx';
import { Trouble } from './trouble.tsx';

const AgreementPanel = lazy(() =>
  import('./agreement-panel.tsx').then((module) => ({ default: module.AgreementPanel })),
);
const PeoplePanel = lazy(() => import('./people-panel.tsx').then((module) => ({ default: module.PeoplePanel })));
const TABS = ['codebook', 'accuracy', 'agreement', 'sources', 'people'] as const;

export function QualityPage() {
  const { now: tab, keys } = useChoice('tab', TABS);
  useKeys(keys);
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Quality
        </h1>
        <KeyHelp keys={keys} />
      </div>
      <Tabs name="tab" all={TABS} now={tab} />
      <Suspense fallback={<p role="status">Loading …</p>}>
        {tab === 'codebook' ? (
          <CodebookPanel />
        ) : tab === 'accuracy' ? (
          <Accuracy />
        ) : tab === 'agreement' ? (
          <AgreementPanel />
        ) : tab === 'sources' ? (
          <Sources />
        ) : (
          <PeoplePanel />
        )}
      </Suspense>
    </section>
  );
}

/** Claims of one status, at most as many as one page holds: enough for a share, and said when there are more. */
const LIMIT = 1000;
function useDecided(status: 'accepted' | 'rejected') {
  return useQuery({ queryKey: ['claims', status], queryFn: () => findClaims({ status, all: 'true', limit: LIMIT }) });
}

interface Judged {
  readonly type: string;
  right: number;
  wrong: number;
}
const JUDGED: readonly Column<Judged>[] = [
  { head: 'Kind and type', cell: ({ type }) => type },
  { head: 'Accepted', count: true, cell: ({ right }) => right },
  { head: 'Rejected', count: true, cell: ({ wrong }) => wrong },
  { head: 'Precision', count: true, cell: ({ right, wrong }) => `${Math.round((100 * right) / (right + wrong))} %` },
];

function Accuracy() {
  const accepted = useDecided('accepted');
  const rejected = useDecided('rejected');
  const rows = new Map<string, Judged>();
  const count = (claims: readonly Claim[], which: 'right' | 'wrong') => {
    for (const { kind, type: of } of claims) {
      const type = `${kind} · ${of}`;
      const row = rows.get(type) ?? { type, right: 0, wrong: 0 };
      row[which]++;
      rows.set(type, row);
    }
  };
  count(accepted.data?.claims ?? [], 'right');
  count(rejected.data?.claims ?? [], 'wrong');
  const more = Boolean(accepted.data?.next ?? rejected.data?.next);
  return (
    <>
      {accepted.isError ? <Trouble error={accepted.error} retry={() => accepted.refetch()} /> : null}
      <p>Precision of the reader on what people here have accepted and rejected: nothing else is measured by it.</p>
      {rows.size === 0 ? <p>Nothing has been accepted or rejected yet.</p> : null}
      {more ? <p className="muted">Only the newest {LIMIT} of each are counted.</p> : null}
      {rows.size > 0 ? (
        <ListTable
          label="Precision by kind and type"
          columns={JUDGED}
          rows={[...rows.values()].sort((a, b) => (a.type < b.type ? -1 : 1))}
          keyOf={({ type }) => type}
        />
      ) : null}
    </>
  );
}

interface Source {
  readonly outlet: string;
  reports: number;
  statements: number;
  figures: number;
  unread: number;
}
const SOURCE: readonly Column<Source>[] = [
  { head: 'Outlet', cell: ({ outlet }) => <bdi>{outlet}</bdi> },
  { head: 'Reports', count: true, cell: ({ reports }) => reports },
  { head: 'Statements', count: true, cell: ({ statements }) => statements },
  { head: 'Figures', count: true, cell: ({ figures }) => figures },
  { head: 'Sentences not read', count: true, cell: ({ unread }) => unread },
];

function Sources() {
  const query = useQuery({ queryKey: ['reports', 'sources'], queryFn: () => listReports(null) });
  const rows = new Map<string, Source>();
  for (const { source, statements, figures, unread } of query.data?.reports ?? []) {
    const outlet = source ?? 'not named';
    const row = rows.get(outlet) ?? { outlet, reports: 0, statements: 0, figures: 0, unread: 0 };
    row.reports++;
    row.statements += statements;
    row.figures += figures;
    row.unread += unread;
    rows.set(outlet, row);
  }
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data && query.data.total > query.data.reports.length ? (
        <p className="muted">Of the newest {query.data.reports.length} reports.</p>
      ) : null}
      <ListTable label="Sources" columns={SOURCE} rows={[...rows.values()]} keyOf={({ outlet }) => outlet} />
    </>
  );
}

// The frame of every screen: the rail that leads from one to another, the moment looked at, and the screen itself.
import { lazy, Suspense, useEffect, useState } from 'react';
import { AsOfField } from './as-of.tsx';
import { LastAct } from './decisions.tsx';
import { Drawer } from './drawer.tsx';
import { useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { NewsLine } from './news-line.tsx';
import { focusHeading, go, usePath } from './path.ts';
import { ReportPage } from './report-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { useSaved } from './saved.ts';
import { SCREENS, screenOf } from './screens.ts';
import { Account, Door } from './session.tsx';
import { Tour } from './tour.tsx';
import { useWork } from './work.ts';

const load = {
  desk: () => import('./desk-page.tsx'),
  figures: () => import('./figures-page.tsx'),
  incidents: () => import('./incidents-page.tsx'),
  read: () => import('./paste-page.tsx'),
  statements: () => import('./statements-page.tsx'),
  explore: () => import('./explore-page.tsx'),
  history: () => import('./history-page.tsx'),
  quality: () => import('./quality-page.tsx'),
};
const DeskPage = lazy(() => load.desk().then((module) => ({ default: module.DeskPage })));
const FiguresPage = lazy(() => load.figures().then((module) => ({ default: module.FiguresPage })));
const IncidentsPage = lazy(() => load.incidents().then((module) => ({ default: module.IncidentsPage })));
const PastePage = lazy(() => load.read().then((module) => ({ default: module.PastePage })));
const StatementsPage = lazy(() => load.statements().then((module) => ({ default: module.StatementsPage })));
const ExplorePage = lazy(() => load.explore().then((module) => ({ default: module.ExplorePage })));
const HistoryPage = lazy(() => load.history().then((module) => ({ default: module.HistoryPage })));
const QualityPage = lazy(() => load.quality().then((module) => ({ default: module.QualityPage })));
const IncidentPage = lazy(() => import('./incident-page.tsx').then((module) => ({ default: module.IncidentPage })));
// the screen that is asked for comes while the door still asks who is there
const [, asked = ''] = window.location.pathname.split('/');
if (asked in load) void load[asked as keyof typeof load]();

/** The screens, for whoever may see them. */
export function App() {
  return (
    <Door>
      <Screens />
    </Door>
  );
}

function Screens() {
  const path = usePath();
  const screen = screenOf(path);
  const work = useWork();
  useKeys(
    SCREENS.map(({ path: to, name, key }) => ({ key: `g ${key}`, does: `Go to ${name}`, run: () => go(to) })),
    true,
  );
  useKeys([{ key: '/', does: 'Search', run: () => go('/explore') }], true);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <Link to={work?.start ?? '/desk'} className="brand">
          Recount
        </Link>
        <nav aria-label="Screens">
          {SCREENS.map(({ path: to, name }) => (
            <Link key={to} to={to} current={screen?.path === to}>
              {name}
              {to === '/explore' ? <Alert /> : null}
            </Link>
          ))}
        </nav>
        <AsOfField />
        <Account />
      </header>
      <Tour />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p role="status">Loading …</p>}>{pageOf(path)}</Suspense>
      </main>
      <Drawer />
      <div className="foot">
        <NewsLine />
        <LastAct />
      </div>
    </>
  );
}

/** Beside Explore: how many saved searches have something new. Asked for when the screen itself is there. */
function Alert() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 2000);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useSaved(late);
  const fresh = (data?.saved ?? []).filter((one) => one.fresh > 0).length;
  return fresh > 0 ? (
    <span className="alert">
      {' '}
      {fresh} <span className="unseen">saved {fresh === 1 ? 'search' : 'searches'} with something new</span>
    </span>
  ) : null;
}

function pageOf(path: string) {
  const part = (screen: string) => {
    const found = new RegExp(`^/${screen}/([^/]+)$`).exec(path)?.[1];
    return found === undefined ? null : decodeURIComponent(found);
  };
  const report = part('reports');
  if (report !== null) return <ReportPage key={report} id={report} />;
  const incident = part('incidents');
  if (incident !== null) return <IncidentPage key={incident} id={incident} />;
  const series = part('figures');
  if (series !== null) return <FiguresPage key={series} incident={series} />;
  switch (path) {
    case '/':
      return <ReportsPage />;
    case '/desk':
      return <DeskPage />;
    case '/incidents':
      return <IncidentsPage />;
    case '/figures':
      return <FiguresPage incident={null} />;
    case '/statements':
      return <StatementsPage />;
    case '/explore':
      return <ExplorePage />;
    case '/history':
      return <HistoryPage />;
    case '/quality':
      return <QualityPage />;
    case '/read':
      return <PastePage />;
    default:
      return <Lost path={path} />;
  }
}

function Lost({ path }: { path: string }) {
  return (
    <section className="narrow">
      <h1 ref={focusHeading} tabIndex={-1}>
        There is no such page
      </h1>
      <p>
        <bdi>{path}</bdi> is no part of Recount. <Link to="/desk">Go to the Desk.</Link>
      </p>
    </section>
  );
}

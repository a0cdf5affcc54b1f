// The frame of every screen: where one is, where one may go, and the screen itself.
import { Link } from './link.tsx';
import { PastePage } from './paste-page.tsx';
import { focusHeading, usePath } from './path.ts';
import { ReportPage } from './report-page.tsx';
import { ReportsPage } from './reports-page.tsx';

export function App() {
  const path = usePath();
  const report = /^\/reports\/([^/]+)$/.exec(path)?.[1];
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <Link to="/" className="brand">
          Recount
        </Link>
        <nav aria-label="Screens">
          <Link to="/" current={path === '/' || report !== undefined}>
            Reports
          </Link>
          <Link to="/read" current={path === '/read'}>
            Read a text
          </Link>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {report !== undefined ? (
          <ReportPage key={report} id={decodeURIComponent(report)} />
        ) : path === '/read' ? (
          <PastePage />
        ) : path === '/' ? (
          <ReportsPage />
        ) : (
          <Lost path={path} />
        )}
      </main>
    </>
  );
}

function Lost({ path }: { path: string }) {
  return (
    <section className="narrow">
      <h1 ref={focusHeading} tabIndex={-1}>
        There is no such page
      </h1>
      <p>
        <bdi>{path}</bdi> is no part of Recount. <Link to="/">Go to the reports.</Link>
      </p>
    </section>
  );
}

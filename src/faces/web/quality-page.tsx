// The codebook, how well the reader does by people's own decisions, and the sources of the record.
import { useQuery } from '@tanstack/react-query';
import { AgreementPanel } from './agreement-panel.tsx';
import { type Claim, findClaims, getCodebook, listReports } from './api.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { focusHeading, setQuery, useQueryOf } from './path.ts';
import { Tabs, useChoice } from './tabs.tsx';
import { Trouble } from './trouble.tsx';

const TABS = ['codebook', 'accuracy', 'agreement', 'sources'] as const;

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
      {tab === 'codebook' ? (
        <Codebook />
      ) : tab === 'accuracy' ? (
        <Accuracy />
      ) : tab === 'agreement' ? (
        <AgreementPanel />
      ) : (
        <Sources />
      )}
    </section>
  );
}

function Codebook() {
  const of = useQueryOf('of');
  const all = useQuery({ queryKey: ['codebook', null], queryFn: () => getCodebook(null) });
  const one = useQuery({ queryKey: ['codebook', of], queryFn: () => getCodebook(of), enabled: of !== null });
  // without a type the same answer holds all of them
  const type = of === null ? undefined : one.data?.types[0];
  return (
    <>
      {all.isError ? <Trouble error={all.error} retry={() => all.refetch()} /> : null}
      <label className="inline">
        Entry{' '}
        <select value={of ?? ''} onChange={(event) => setQuery('of', event.target.value)}>
          <option value="">choose a type</option>
          {all.data?.types.map((entry) => (
            <option key={entry.type}>{entry.type}</option>
          ))}
        </select>
      </label>
      {type ? (
        <article>
          <h2>{type.type}</h2>
          <p>
            {type.definition}{' '}
            <span className="muted">
              {type.quad}, score {type.score}
            </span>
          </p>
          {type.modes.length > 0 ? (
            <section className="scroll" tabIndex={0} aria-label="Table">
              <table className="list">
                <thead>
                  <tr>
                    <th scope="col">Mode</th>
                    <th scope="col" className="count">
                      Score
                    </th>
                    <th scope="col">Meaning</th>
                  </tr>
                </thead>
                <tbody>
                  {type.modes.map((mode) => (
                    <tr key={mode.mode}>
                      <th scope="row">{mode.mode}</th>
                      <td className="count">{mode.score ?? ''}</td>
                      <td>{mode.definition}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ) : null}
          <h3>Examples</h3>
          <ul>
            {one.data?.examples.slice(0, 12).map(({ sentence, cameo }) => (
              <li key={sentence}>
                {sentence} <span className="muted">CAMEO {cameo}</span>
              </li>
            ))}
          </ul>
        </article>
      ) : null}
      {of === null ? (
        <dl className="codebook">
          {all.data?.types.map((entry) => (
            <div key={entry.type}>
              <dt>
                <button type="button" className="quiet" onClick={() => setQuery('of', entry.type)}>
                  {entry.type}
                </button>
              </dt>
              <dd>{entry.definition}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

/** Claims of one status, at most as many as one page holds: enough for a share, and said when there are more. */
const LIMIT = 1000;
function useDecided(status: 'accepted' | 'rejected') {
  return useQuery({ queryKey: ['claims', status], queryFn: () => findClaims({ status, all: 'true', limit: LIMIT }) });
}

function Accuracy() {
  const accepted = useDecided('accepted');
  const rejected = useDecided('rejected');
  const rows = new Map<string, { right: number; wrong: number }>();
  const count = (claims: readonly Claim[], which: 'right' | 'wrong') => {
    for (const { kind, type } of claims) {
      const key = `${kind} · ${type}`;
      const row = rows.get(key) ?? { right: 0, wrong: 0 };
      row[which]++;
      rows.set(key, row);
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
        <section className="scroll" tabIndex={0} aria-label="Table">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">Kind and type</th>
                <th scope="col" className="count">
                  Accepted
                </th>
                <th scope="col" className="count">
                  Rejected
                </th>
                <th scope="col" className="count">
                  Precision
                </th>
              </tr>
            </thead>
            <tbody>
              {[...rows]
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, { right, wrong }]) => (
                  <tr key={key}>
                    <th scope="row">{key}</th>
                    <td className="count">{right}</td>
                    <td className="count">{wrong}</td>
                    <td className="count">{Math.round((100 * right) / (right + wrong))} %</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

function Sources() {
  const query = useQuery({ queryKey: ['reports', 'sources'], queryFn: () => listReports(null) });
  const rows = new Map<string, { reports: number; statements: number; figures: number; unread: number }>();
  for (const { source, statements, figures, unread } of query.data?.reports ?? []) {
    const key = source ?? 'not named';
    const row = rows.get(key) ?? { reports: 0, statements: 0, figures: 0, unread: 0 };
    rows.set(key, {
      reports: row.reports + 1,
      statements: row.statements + statements,
      figures: row.figures + figures,
      unread: row.unread + unread,
    });
  }
  return (
    <>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data && query.data.total > query.data.reports.length ? (
        <p className="muted">Of the newest {query.data.reports.length} reports.</p>
      ) : null}
      <section className="scroll" tabIndex={0} aria-label="Table">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col" className="count">
                Reports
              </th>
              <th scope="col" className="count">
                Statements
              </th>
              <th scope="col" className="count">
                Figures
              </th>
              <th scope="col" className="count">
                Sentences not read
              </th>
            </tr>
          </thead>
          <tbody>
            {[...rows].map(([source, row]) => (
              <tr key={source}>
                <th scope="row">
                  <bdi>{source}</bdi>
                </th>
                <td className="count">{row.reports}</td>
                <td className="count">{row.statements}</td>
                <td className="count">{row.figures}</td>
                <td className="count">{row.unread}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

// One happening, all reports cell by cell, its figures under each profile, its flags; merged, parted and decided here.
import { useQuery } from '@tanstack/react-query';
import { getIncident, type Incident } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useDecide } from './decisions.tsx';
import { FlagList, SeriesView } from './figure-series.tsx';
import { namesOf, shownDays } from './incidents-page.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { focusHeading, go } from './path.ts';
import { shownDate } from './shown-date.ts';
import { Trouble } from './trouble.tsx';
import { Words } from './words.tsx';

type Cells = Incident['cells'][number];
const ROWS = ['what', 'who', 'whom', 'when', 'where'] as const;

export function IncidentPage({ id }: { id: string }) {
  const asOf = useAsOf();
  const query = useQuery({ queryKey: ['incident', id, asOf], queryFn: () => getIncident(id, { asOf }) });
  const keys = [
    { key: 'f', does: 'Its figures with the chart', run: () => go(`/figures/${encodeURIComponent(id)}`) },
    { key: 'p', does: 'Print', run: () => window.print() },
    { key: 'Escape', does: 'Back to the incidents', run: () => go('/incidents') },
  ];
  useKeys(keys);
  return (
    <section className="wide">
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          {query.data ? titleOf(query.data) : 'Incident'}
        </h1>
        <KeyHelp keys={keys} />
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the incident …</p> : null}
      {query.data ? <Detail detail={query.data} /> : null}
    </section>
  );
}

const titleOf = ({ incident: { type, mode, where } }: Incident): string =>
  `${type}${mode ? ` ${mode}` : ''}${where ? ` · ${where.name}` : ''}`;

function Detail({ detail }: { detail: Incident }) {
  const { incident, cells, series, flags } = detail;
  return (
    <>
      <p className="muted">
        {shownDays(incident.when)} · <bdi>{namesOf(incident.who)}</bdi> → <bdi>{namesOf(incident.whom)}</bdi> ·{' '}
        {incident.reports} {incident.reports === 1 ? 'report' : 'reports'}
        {incident.copies > 0 ? `, ${incident.copies} of them copies` : ''} · {incident.origins}{' '}
        {incident.origins === 1 ? 'origin' : 'origins'} · {incident.status}
      </p>
      <Grid cells={cells} />
      <FlagList flags={flags} />
      {series.map((one) => (
        <SeriesView key={`${one.measure}-${one.group}-${one.scope}`} series={one} chart={false} />
      ))}
      <Together detail={detail} />
    </>
  );
}

function Grid({ cells }: { cells: readonly Cells[] }) {
  const { send, busy } = useDecide();
  const differ = (row: (typeof ROWS)[number]) => new Set(cells.flatMap((one) => one[row]?.value ?? [])).size > 1;
  return (
    <section className="scroll" tabIndex={0} aria-label="Reports side by side">
      <table className="list grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Cell</span>
            </th>
            {cells.map((one) => (
              <th key={one.claim} scope="col">
                <Link to={`/reports/${encodeURIComponent(one.report)}`}>
                  <bdi>{one.source ?? 'source unknown'}</bdi>
                </Link>
                <br />
                {shownDate(one.published)}
                {one.copyOf ? <> · a copy</> : null}
                <br />
                <bdi>{one.title ?? ''}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">
                {row}
                {differ(row) ? <span className="differ"> ≠ differ</span> : null}
              </th>
              {cells.map((one) => {
                const cell = one[row];
                return (
                  <td key={one.claim}>
                    {cell ? (
                      <>
                        <bdi>{cell.value}</bdi>
                        <br />
                        <Words at={cell.words} />
                      </>
                    ) : (
                      <span className="muted">—</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          {(['killed', 'injured'] as const).map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map((one) => (
                <td key={one.claim}>
                  {one[row].length === 0 ? <span className="muted">—</span> : null}
                  {one[row].map((cell) => (
                    <div key={cell.words.start}>
                      <Words at={cell.words} />
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">on whose word</th>
            {cells.map((one) => (
              <td key={one.claim}>
                <bdi>{one.chain?.speaker ?? one.chain?.printed ?? 'the report itself'}</bdi>
                <br />
                <span className="muted">{one.chain?.class}</span>
              </td>
            ))}
          </tr>
          <tr className="no-print">
            <th scope="row">decide</th>
            {cells.map((one, index) => (
              <td key={one.claim}>
                <button
                  type="button"
                  disabled={busy}
                  onClick={() =>
                    send({
                      act: 'accept',
                      targets: [one.claim],
                      said: `Accepted the event of ${one.source ?? one.report}`,
                    })
                  }
                >
                  Accept
                </button>{' '}
                <button
                  type="button"
                  disabled={busy}
                  onClick={() =>
                    send({
                      act: 'reject',
                      targets: [one.claim],
                      said: `Rejected the event of ${one.source ?? one.report}`,
                    })
                  }
                >
                  Reject
                </button>{' '}
                {index > 0 ? (
                  <button
                    type="button"
                    disabled={busy}
                    onClick={() =>
                      send({
                        act: 'link',
                        targets: [one.claim],
                        to: cells[0]?.claim ?? '',
                        relation: 'apart',
                        said: `Split off the event of ${one.source ?? one.report}`,
                      })
                    }
                  >
                    Split off
                  </button>
                ) : null}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** Why its reports are one, what may belong to it, and what stands beside it. */
function Together({ detail: { ties, proposals, parts, cells } }: { detail: Incident }) {
  const { send, busy } = useDecide();
  const source = (claim: string) => cells.find((one) => one.claim === claim)?.source ?? claim.slice(0, 9);
  const first = cells[0]?.claim ?? '';
  return (
    <>
      {ties.length > 0 ? (
        <section aria-labelledby="why-one">
          <h2 id="why-one">Why these are one</h2>
          <ul>
            {ties.slice(0, 12).map((tie) => (
              <li key={`${tie.a}-${tie.b}`}>
                <bdi>{source(tie.a)}</bdi> and <bdi>{source(tie.b)}</bdi>: <bdi>{tie.reasons.join(', ')}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {proposals.length > 0 ? (
        <section aria-labelledby="maybe-one">
          <h2 id="maybe-one">May be the same</h2>
          <ul>
            {proposals.map((one) => (
              <li key={one.incident}>
                <Link to={`/incidents/${encodeURIComponent(one.incident)}`}>another incident</Link>:{' '}
                <bdi>{one.reasons.join(', ')}</bdi>{' '}
                <button
                  type="button"
                  disabled={busy}
                  onClick={() =>
                    send({
                      act: 'merge',
                      targets: [one.incident.replace(/^i/, '')],
                      into: first,
                      said: 'Merged two incidents',
                    })
                  }
                >
                  Merge
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {parts.length > 0 ? (
        <section aria-labelledby="beside">
          <h2 id="beside">Beside it</h2>
          <ul>
            {parts.slice(0, 20).map((one) => (
              <li key={one.incident}>
                {one.relation}:{' '}
                <Link to={`/incidents/${encodeURIComponent(one.incident)}`}>
                  <bdi>{one.reason}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

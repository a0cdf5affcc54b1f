// One happening, all reports cell by cell, its figures under each profile, its flags; merged, parted and decided here.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getIncident, type Incident } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useDecide } from './decisions.tsx';
import { openDrawer } from './drawer.tsx';
import { FlagList, SeriesView, seriesNotes } from './figure-series.tsx';
import { IncidentGrid, useGrid } from './incident-grid.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { type Note, Noted } from './notes.tsx';
import { focusHeading, go } from './path.ts';
import { namesOf, shownDays } from './shown.ts';
import { Trouble } from './trouble.tsx';

export function IncidentPage({ id }: { id: string }) {
  const asOf = useAsOf();
  const query = useQuery({ queryKey: ['incident', id, asOf], queryFn: () => getIncident(id, { asOf }) });
  return (
    <section className="wide">
      {query.data ? null : (
        <h1 ref={focusHeading} tabIndex={-1}>
          Incident
        </h1>
      )}
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
  const first = cells[0]?.claim ?? '';
  const grid = useGrid(detail);
  const tie = (as: 'merge' | 'relate') => openDrawer({ what: 'tie', claim: first, incident: incident.id, as });
  const own = [
    { key: 'm', does: 'Merge another incident into this one', run: () => tie('merge') },
    { key: 'r', does: 'Relate it to another: part of, response to …', run: () => tie('relate') },
    { key: 'f', does: 'Its figures with the chart', run: () => go(`/figures/${encodeURIComponent(incident.id)}`) },
    { key: 'p', does: 'Print, with the words as notes', run: () => window.print() },
    { key: 'Escape', does: 'Back to the incidents', run: () => go('/incidents') },
  ];
  useKeys(own);
  const arrows = { key: 'Arrows', does: 'From cell to cell; Enter takes a cell for the record', run: () => {} };
  const notes = useMemo(() => notesOf(detail), [detail]);
  return (
    <Noted notes={notes}>
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          {titleOf(detail)}
        </h1>
        <p className="actions">
          <button type="button" className="quiet" onClick={() => tie('merge')} aria-keyshortcuts="m">
            Merge <kbd>m</kbd>
          </button>
          <button type="button" className="quiet" onClick={() => tie('relate')} aria-keyshortcuts="r">
            Relate <kbd>r</kbd>
          </button>
          <button type="button" className="quiet" onClick={() => window.print()} aria-keyshortcuts="p">
            Print <kbd>p</kbd>
          </button>
          <KeyHelp keys={[arrows, ...grid.keys, ...own]} />
        </p>
      </div>
      <p className="muted">
        {shownDays(incident.when)} · <bdi>{namesOf(incident.who)}</bdi> → <bdi>{namesOf(incident.whom)}</bdi> ·{' '}
        {incident.reports} {incident.reports === 1 ? 'report' : 'reports'}
        {incident.copies > 0 ? `, ${incident.copies} of them copies` : ''} · {incident.origins}{' '}
        {incident.origins === 1 ? 'origin' : 'origins'} · {incident.status}
      </p>
      <IncidentGrid cells={cells} grid={grid} />
      <FlagList flags={flags} />
      {series.map((one) => (
        <SeriesView key={`${one.measure}-${one.group}-${one.scope}`} series={one} chart={false} />
      ))}
      <Together detail={detail} />
    </Noted>
  );
}

/** Every word of the screen, in the order in which it stands there. */
function notesOf({ cells, series, flags }: Incident): Note[] {
  const about = new Map(cells.map(({ report, source, published }) => [report, { source, published }]));
  const figures = series.flatMap(seriesNotes);
  for (const { report, source, published } of figures) if (!about.has(report)) about.set(report, { source, published });
  const note = (at: { report: string; start: number; end: number; text: string }): Note => ({
    source: null,
    published: null,
    ...about.get(at.report),
    ...at,
  });
  const rows = (['what', 'who', 'whom', 'when', 'where'] as const).flatMap((row) =>
    cells.flatMap((one) => (one[row] ? [note(one[row].words)] : [])),
  );
  return [...rows, ...flags.flatMap(({ words }) => words.map(note)), ...figures];
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
              <li key={`${one.incident} ${one.relation}`}>
                {one.relation}:{' '}
                <Link to={`/incidents/${encodeURIComponent(one.incident)}`}>
                  <bdi>{one.reason}</bdi>
                </Link>
                {one.decision ? <span className="muted"> by {one.decision}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

// Two versions of a report in, side by side with what changed in the words, and what is read differently.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type KeptReading, showReport } from './api.ts';
import { itemsOf, KINDS } from './items.ts';
import { KeyHelp, useKeys } from './keys.tsx';
import { Link } from './link.tsx';
import { focusHeading, go } from './path.ts';
import { shownDate } from './shown.ts';
import { Trouble } from './trouble.tsx';
import { differences, type Piece } from './version-diff.ts';
import { addressOf } from './words.tsx';

export function VersionsView({ here, other }: { here: KeptReading; other: string }) {
  const query = useQuery({ queryKey: ['report', other], queryFn: () => showReport(other) });
  const back = { key: 'Escape', does: 'Back to the report', run: () => go(`/reports/${here.reading.report.id}`) };
  return (
    <article className="wide">
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.data ? <Both a={here} b={query.data} back={back} /> : <p role="status">Loading the other version …</p>}
    </article>
  );
}

function Both({ a, b, back }: { a: KeptReading; b: KeptReading; back: { key: string; does: string; run(): void } }) {
  const [older, newer] = order(a) <= order(b) ? [a, b] : [b, a];
  const [all, setAll] = useState(false);
  const [at, setAt] = useState(-1);
  const rows = useMemo(() => differences(older.reading.report.text, newer.reading.report.text), [older, newer]);
  const changed = rows.filter(({ same }) => !same).length;
  const move = (by: number) => {
    const next = Math.max(0, Math.min(changed - 1, at + by));
    setAt(next);
    document.querySelectorAll<HTMLElement>('tr.changed')[next]?.focus();
  };
  const keys = [
    { key: 'j', does: 'Next difference', held: true, run: () => move(1) },
    { key: 'k', does: 'Difference before', held: true, run: () => move(-1) },
    { key: 't', does: 'The whole text, or only what differs', run: () => setAll((now) => !now) },
    back,
  ];
  useKeys(keys);
  return (
    <>
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Two versions
        </h1>
        <p className="actions">
          <button type="button" className="quiet" aria-pressed={all} aria-keyshortcuts="t" onClick={() => setAll(!all)}>
            Whole text <kbd>t</kbd>
          </button>
          <KeyHelp keys={keys} />
        </p>
      </div>
      <p>
        {changed === 0
          ? 'The words are the same.'
          : `${changed} ${changed === 1 ? 'paragraph differs' : 'paragraphs differ'}.`}{' '}
        Words taken out are <del>struck through</del>, words put in are <ins>underlined</ins>.
      </p>
      <section className="scroll" tabIndex={0} aria-label="Both texts">
        <table className="list versions-table">
          <thead>
            <tr>
              {[older, newer].map(({ reading: { report } }, index) => (
                <th key={report.id} scope="col">
                  {index === 0 ? 'Older' : 'Newer'}:{' '}
                  <Link to={`/reports/${report.id}`}>
                    <bdi>{report.title ?? 'No title'}</bdi>
                  </Link>
                  <br />
                  <bdi>{report.source ?? ''}</bdi> {shownDate(report.published)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.same && !all ? null : (
                <tr key={row.key} className={row.same ? undefined : 'changed'} tabIndex={row.same ? undefined : -1}>
                  <td dir="auto">{row.older.map(shown)}</td>
                  <td dir="auto">{row.newer.map(shown)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
      <ReadDifferently older={older} newer={newer} />
    </>
  );
}

const order = ({ reading, added }: KeptReading) => `${reading.report.published ?? '9'} ${added}`;

function shown({ text, as, key }: Piece) {
  if (as === 'out') return <del key={key}>{text}</del>;
  if (as === 'in') return <ins key={key}>{text}</ins>;
  return <span key={key}>{text}</span>;
}

/** Values of one version that the other does not have, each with its words. */
function ReadDifferently({ older, newer }: { older: KeptReading; newer: KeptReading }) {
  const values = ({ reading }: KeptReading) =>
    itemsOf(reading)
      .filter(({ kind }) => kind === 'event' || kind === 'figure' || kind === 'statement')
      .map((item) => ({ ...item, said: `${item.kind} ${item.title} ${item.spans[0]?.text ?? ''}` }));
  const [a, b] = [values(older), values(newer)];
  const [inA, inB] = [new Set(a.map(({ said }) => said)), new Set(b.map(({ said }) => said))];
  const only = [
    { name: 'Only in the older', report: older.reading.report.id, items: a.filter(({ said }) => !inB.has(said)) },
    { name: 'Only in the newer', report: newer.reading.report.id, items: b.filter(({ said }) => !inA.has(said)) },
  ];
  return (
    <section aria-labelledby="read-differently">
      <h2 id="read-differently">What is read differently</h2>
      <div className="halves">
        {only.map(({ name, report, items }) => (
          <div key={name}>
            <h3>{name}</h3>
            {items.length === 0 ? <p className="muted">Nothing.</p> : null}
            <ul>
              {items.map(({ key, kind, title, spans: [first] }) => (
                <li key={key}>
                  {KINDS[kind].name.replace(/s$/, '')}: <bdi>{title}</bdi>{' '}
                  {first ? (
                    <Link to={addressOf({ report, ...first })} className="words">
                      <q>
                        <bdi dir="auto">{first.text}</bdi>
                      </q>
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

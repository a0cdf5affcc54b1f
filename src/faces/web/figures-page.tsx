// The figures ledger: every count by who claims it and when, with its steps and a slider that goes back in time.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getFigures } from './api.ts';
import { useAsOf } from './as-of.tsx';
import { useClaimKeys } from './claim-keys.ts';
import { csvOf, download, quoted } from './copied.ts';
import { tellDone } from './decisions.tsx';
import { Field } from './field.tsx';
import { SeriesView, seriesNotes } from './figure-series.tsx';
import { KeyHelp, useKeys } from './keys.tsx';
import { MEASURES } from './kinds.ts';
import { Link } from './link.tsx';
import { useWalk } from './long-list.tsx';
import { Noted } from './notes.tsx';
import { focusHeading, setQuery, useQueryOf } from './path.ts';
import { namesOf, shownDate, shownDays, shownRange } from './shown.ts';
import { Trouble } from './trouble.tsx';
import { columnsNow } from './work.ts';

/** What the ledger keeps. */
const COUNTED = MEASURES.filter((measure) => !['people', 'money', 'other'].includes(measure));

export function FiguresPage({ incident }: { incident: string | null }) {
  const asOf = useAsOf();
  const fields = { measure: useQueryOf('measure'), by: useQueryOf('by'), place: useQueryOf('place') };
  const query = useQuery({
    queryKey: ['figures', incident, asOf, fields],
    queryFn: () => getFigures({ ...fields, incident, asOf, limit: 50 }),
  });
  // the moments that can be gone back to are those of all claims, whatever moment is shown
  const whole = useQuery({
    queryKey: ['figures', incident, null, fields],
    queryFn: () => getFigures({ ...fields, incident, limit: 50 }),
  });
  const moments = [
    ...new Set(
      (whole.data?.incidents ?? []).flatMap(({ series }) =>
        series.flatMap(({ claims }) => claims.flatMap(({ asserted }) => asserted ?? [])),
      ),
    ),
  ].sort();
  const at =
    asOf === null ? moments.length - 1 : moments.findLastIndex((moment) => moment.slice(0, asOf.length) <= asOf);
  const step = (by: number) => {
    const next = Math.max(0, Math.min(moments.length - 1, at + by));
    setQuery('asOf', next === moments.length - 1 ? null : (moments[next] ?? null));
  };
  const keys = [
    { key: 'ArrowLeft', does: 'Back in time, claim by claim', held: true, run: () => step(-1) },
    { key: 'ArrowRight', does: 'On in time', held: true, run: () => step(1) },
    {
      key: 'M',
      does: 'Next measure',
      run: () =>
        setQuery(
          'measure',
          COUNTED[(COUNTED.indexOf(fields.measure as (typeof COUNTED)[number]) + 1) % COUNTED.length] ?? null,
        ),
    },
    { key: 'p', does: 'Print, with the words as notes', run: () => window.print() },
  ];
  const claims = (query.data?.incidents ?? []).flatMap(({ series }) => series.flatMap((one) => one.claims));
  const walk = useWalk('figure', claims.length);
  const now = claims[walk.at];
  const claimKeys = useClaimKeys(
    now
      ? {
          id: now.id,
          called: `${now.measure} ${shownRange(now)}`,
          words: now.words,
          quoted: quoted({
            value: `${now.measure} ${shownRange(now)}`,
            speaker: now.chain.speaker ?? now.chain.printed,
            source: now.chain.outlet,
            published: shownDate(now.asserted),
            words: now.words.text,
          }),
        }
      : null,
  );
  const carry = {
    key: 'E',
    does: 'Carry the figures listed away, as CSV with their words',
    run: () => {
      const rows = claims.map((one) => ({
        kind: 'figure', type: one.measure, group: one.group, low: one.low, best: one.best, high: one.high,
        speaker: one.chain.speaker ?? one.chain.printed, source: one.chain.outlet, published: one.asserted,
        words: one.words.text, report: one.words.report, start: one.words.start, end: one.words.end, claim: one.id,
      })); // biome-ignore format: one row
      download('recount-figures.csv', csvOf(columnsNow(), rows));
      tellDone(`Carried away ${rows.length} figures`);
    },
  };
  useKeys([...keys, carry, ...walk.keys, ...claimKeys]);
  let counted = 0;
  const notes = useMemo(
    () => (query.data?.incidents ?? []).flatMap(({ series }) => series.flatMap(seriesNotes)),
    [query.data],
  );
  return (
    <section className="wide" ref={walk.body}>
      <div className="title-row">
        <h1 ref={focusHeading} tabIndex={-1}>
          Figures
        </h1>
        <p className="actions">
          <button type="button" className="quiet" onClick={carry.run} aria-keyshortcuts="E">
            Carry away <kbd>E</kbd>
          </button>
          <KeyHelp keys={keys} />
        </p>
      </div>
      <div className="fields">
        <label>
          Measure
          <select value={fields.measure ?? ''} onChange={(event) => setQuery('measure', event.target.value)}>
            <option value="">all</option>
            {COUNTED.map((measure) => (
              <option key={measure}>{measure}</option>
            ))}
          </select>
        </label>
        <Field name="by" label="Who says so" value={fields.by} />
        <Field name="place" label="Place" value={fields.place} />
        {moments.length > 1 ? (
          <label>
            As of {asOf === null ? 'now' : shownDate(asOf)}
            <input
              type="range"
              min={0}
              max={moments.length - 1}
              value={Math.max(0, at)}
              aria-valuetext={shownDate(moments[Math.max(0, at)] ?? null)}
              onChange={(event) => step(Number(event.target.value) - at)}
            />
          </label>
        ) : null}
      </div>
      {query.isError ? <Trouble error={query.error} retry={() => query.refetch()} /> : null}
      {query.isPending ? <p role="status">Loading the ledger …</p> : null}
      {query.isSuccess && query.data.incidents.length === 0 ? (
        <p>No figures here. Ask for less, or go on in time.</p>
      ) : null}
      <Noted notes={notes}>
        {query.data?.incidents.map(({ incident: row, series }) => (
          <article key={row.id} className="ledger">
            <h2>
              <Link to={`/incidents/${encodeURIComponent(row.id)}`}>
                {row.type}
                {row.mode ? ` ${row.mode}` : ''} · <bdi>{row.where?.name ?? 'place unknown'}</bdi>
              </Link>
            </h2>
            <p className="muted">
              {shownDays(row.when)} · <bdi>{namesOf(row.who)}</bdi> → <bdi>{namesOf(row.whom)}</bdi>
            </p>
            {series.map((one) => {
              const from = counted;
              counted += one.claims.length;
              return (
                <SeriesView
                  key={`${one.measure}-${one.group}-${one.scope}`}
                  series={one}
                  chart
                  from={from}
                  onFocus={walk.setAt}
                />
              );
            })}
          </article>
        ))}
      </Noted>
    </section>
  );
}

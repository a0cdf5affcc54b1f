// One series of figures: who claims how many, by which words, what each profile makes of it, as a table and a step chart.
import type { Flag, Series } from './api.ts';
import type { Note } from './notes.tsx';
import { shownDate, shownRange } from './shown.ts';
import { StepChart } from './step-chart.tsx';
import { Words } from './words.tsx';
import { useWork } from './work.ts';

/** The words of a series, as notes on paper. */
export const seriesNotes = ({ claims }: Series): Note[] =>
  claims.map(({ words, chain, asserted }) => ({ ...words, source: chain.outlet, published: asserted }));

interface Props {
  readonly series: Series;
  readonly chart: boolean;
  /** Place of its first claim in a walk through many series, and who is told where the focus is. */
  readonly from?: number;
  readonly onFocus?: (index: number) => void;
}

export function SeriesView({ series, chart, from = 0, onFocus }: Props) {
  const work = useWork();
  // one's own rules stand first
  const estimates = [...series.estimates].sort(
    (a, b) => Number(b.profile === work?.profile) - Number(a.profile === work?.profile),
  );
  const name = [series.measure, series.group ?? 'all persons', series.scope && `“${series.scope}”`]
    .filter(Boolean)
    .join(' · ');
  return (
    <section aria-label={name} className="series">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {chart ? <StepChart series={series} /> : null}
      <section className="scroll" tabIndex={0} aria-label={`Claims: ${name}`}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">Asserted</th>
              <th scope="col">Value</th>
              <th scope="col">Who says so</th>
              <th scope="col">Via</th>
              <th scope="col">Kind of origin</th>
              <th scope="col">State</th>
              <th scope="col">Flags</th>
            </tr>
          </thead>
          <tbody>
            {series.claims.map((claim, index) => (
              <tr key={claim.id} data-index={from + index} onFocus={() => onFocus?.(from + index)}>
                <td className="date">{shownDate(claim.asserted)}</td>
                <th scope="row">
                  {shownRange(claim)} <Words at={claim.words} />
                </th>
                <td>
                  <bdi>{claim.chain.speaker ?? claim.chain.printed ?? 'the report itself'}</bdi>
                </td>
                <td>
                  <bdi>{[claim.chain.via, claim.chain.outlet].filter(Boolean).join(' ← ')}</bdi>
                </td>
                <td>{claim.chain.class}</td>
                <td>
                  {claim.superseded ? 'corrected' : claim.denied ? 'denied' : claim.current ? 'current' : 'older'}
                </td>
                <td>{claim.flags.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {series.estimates.length > 0 ? (
        <dl className="profiles">
          {estimates.map((one) => (
            <div key={one.profile} className={one.profile === work?.profile ? 'own' : undefined}>
              <dt>{one.profile}</dt>
              <dd>
                {shownRange(one)} {one.grade ? <span className="muted">{one.grade}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {series.differences.length > 0 ? (
        <details>
          <summary>Why they differ</summary>
          <ul>
            {series.differences.map((rule) => (
              <li key={rule}>
                <bdi>{rule}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

export function FlagList({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="flags-title">
      <h2 id="flags-title">Where accounts differ</h2>
      <ul className="flag-list">
        {flags.map((flag) => (
          <li key={`${flag.name}-${flag.words.map(({ claim }) => claim).join('-')}`}>
            <strong className="flag">{flag.name}</strong> <bdi>{flag.reason}</bdi>
            {flag.words.map((at) => (
              <span key={at.claim}>
                {' '}
                <Words at={at} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

// How the bounds of a series moved over time, as steps; the table beside it holds the same data.
import type { Series } from './api.ts';
import { shownDate } from './shown.ts';

const WIDTH = 720;
const HEIGHT = 180;
const LEFT = 40;
const BOTTOM = 28;

export function StepChart({ series: { steps, measure } }: { series: Series }) {
  // one step is a number, which the table already tells
  if (steps.length < 2) return null;
  const times = steps.map(({ at }) => Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at));
  const from = Math.min(...times);
  const to = Math.max(...times) + Math.max(86_400_000, (Math.max(...times) - from) * 0.15);
  const top = Math.max(1, ...steps.map(({ low, high }) => high ?? low)) * 1.1;
  const x = (time: number) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT - 90);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - 12);
  const path = (of: (step: (typeof steps)[number]) => number) =>
    steps
      .map((step, i) => {
        const next = times[i + 1] ?? to;
        return `${i === 0 ? 'M' : 'L'}${x(times[i] as number).toFixed(1)},${y(of(step)).toFixed(1)} L${x(next).toFixed(1)},${y(of(step)).toFixed(1)}`;
      })
      .join(' ');
  const last = steps.at(-1) as (typeof steps)[number];
  const high = last.high ?? last.low;
  const title = `${measure}: ${last.low === last.high ? last.low : last.high === null ? `at least ${last.low}` : `${last.low} to ${last.high}`} as of ${shownDate(last.at)}`;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. The table below holds the same values.`}
      >
        <line x1={LEFT} x2={WIDTH - 90} y1={y(0)} y2={y(0)} className="axis" />
        {[0, Math.round(top / 2.2), Math.round(top / 1.1)].map((value) => (
          <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end" className="tick">
            {value}
          </text>
        ))}
        {steps.map((step, i) => (
          <text key={step.claim} x={x(times[i] as number)} y={HEIGHT - 8} className="tick" textAnchor="start">
            {i === 0 || i === steps.length - 1 ? shownDate(step.at).replace(/ \d{4}.*/, '') : ''}
          </text>
        ))}
        <path d={path(({ low }) => low)} className="step low" />
        <path d={path(({ low, high: most }) => most ?? low)} className="step high" />
        <text x={WIDTH - 84} y={y(high) + 4} className="label">
          highest {high}
        </text>
        {high === last.low ? null : (
          <text x={WIDTH - 84} y={y(last.low) + 4} className="label">
            lowest {last.low}
          </text>
        )}
      </svg>
    </figure>
  );
}

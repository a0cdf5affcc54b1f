// A reading in, its figure claims out: who says how many, by which words, through whom and when.
import type { Reading, ReadingFigure, ReadingSpan } from '../../reading/schema.ts';
import { claimIdsOf } from '../claims-of.ts';
import { type Chain, chainOf, partiesOf } from '../origin.ts';

/** How loosely the words count: what a rule of another house may read otherwise. */
export type Vague = 'couple' | 'few' | 'several' | 'tens' | 'dozens' | 'scores' | 'hundreds' | 'thousands';

export interface FigureClaim {
  /** Claim id of the figure. */
  readonly id: string;
  readonly report: string;
  /** Claim id of the event it counts; null where the words tie it to none. */
  readonly event: string | null;
  readonly measure: ReadingFigure['measure'];
  /** civilians, children, soldiers …; null for all. */
  readonly group: string | null;
  /** What the words say it covers; null for this event. */
  readonly scope: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly vague: Vague | null;
  readonly per: string | null;
  /** The report itself gives a newer value. */
  readonly superseded: boolean;
  readonly chain: Chain;
  /** When the report that says so came out, an ISO date or instant; null if unknown. */
  readonly asserted: string | null;
  readonly words: ReadingSpan;
  /** The sentence around them, for rules that need what stands beside the number. */
  readonly sentence: ReadingSpan;
  /** Whether the words deny it. */
  readonly denied: boolean;
}

const VAGUE: readonly [RegExp, Vague][] = [
  [/\bcouple\b/i, 'couple'],
  [/\bfew\b|\bhandful\b/i, 'few'],
  [/\bseveral\b/i, 'several'],
  [/\btens\b/i, 'tens'],
  [/\bdozens\b/i, 'dozens'],
  [/\bscores\b/i, 'scores'],
  [/\bhundreds\b/i, 'hundreds'],
  [/\bthousands\b/i, 'thousands'],
];

/** The figures of a reading that the ledger keeps: counts of people harmed, moved, held or sent, and of attacks. */
export function figureClaimsOf(reading: Reading): FigureClaim[] {
  const parties = partiesOf(reading);
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  const ids = claimIdsOf(reading);
  return reading.figures
    .filter(({ minor, measure }) => !minor && measure !== 'money' && measure !== 'other')
    .map((figure): FigureClaim => {
      const statement = figure.statement === null ? null : (statements.get(figure.statement) ?? null);
      return {
        id: ids.get(figure.id) as string,
        report: reading.report.id,
        event: figure.event === null ? null : (ids.get(figure.event) ?? null),
        measure: figure.measure,
        group: figure.group,
        scope: figure.scope ?? null,
        low: figure.low,
        best: figure.best,
        high: figure.high,
        vague: VAGUE.find(([words]) => words.test(figure.span.text))?.[1] ?? null,
        per: figure.per,
        superseded: figure.superseded === true,
        chain: chainOf(reading, statement, parties),
        asserted: reading.report.published,
        words: figure.span,
        sentence: sentenceAround(reading.report.text, figure.span),
        denied: statement?.act === 'deny',
      };
    });
}

/** From the end of the sentence before to the end of this one, as far as full stops tell. */
function sentenceAround(text: string, { start, end }: ReadingSpan): ReadingSpan {
  let from = start;
  while (
    from > 0 &&
    !(
      /[\n]/.test(text[from - 1] ?? '') ||
      (/[.!?”"]/.test(text[from - 2] ?? '') &&
        /\s/.test(text[from - 1] ?? '') &&
        /[.!?]/.test(text.slice(Math.max(0, from - 3), from)))
    )
  )
    from--;
  let to = end;
  while (
    to < text.length &&
    !/\n/.test(text[to] ?? '') &&
    !(/[.!?]/.test(text[to - 1] ?? '') && /\s/.test(text[to] ?? ''))
  )
    to++;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** Lowest and highest value that a claim's own words allow; null for an open end. */
export function boundsOf({ low, best, high }: Pick<FigureClaim, 'low' | 'best' | 'high'>): [number, number | null] {
  const least = low ?? best ?? 0;
  return [least, high ?? (low === null || best !== null ? best : null)];
}

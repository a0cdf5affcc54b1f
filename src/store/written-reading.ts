// A reading in, the same as the record writes it out, and back: what stands beside its report is one string.
import type { Reading } from '../reading/schema.ts';

/** A reading with all but its report as the record keeps it. */
export interface WrittenReading extends Pick<Reading, 'format' | 'recount' | 'report'> {
  /** JSON. */
  readonly body: string;
}

export function writtenReading(reading: Reading): WrittenReading {
  const { report, recount, format, ...body } = reading;
  return { format, recount, report, body: JSON.stringify(body) };
}

export const withReport = ({ format, recount, report, body }: WrittenReading): Reading => ({
  format,
  recount,
  report,
  ...(JSON.parse(body) as Omit<Reading, keyof Omit<WrittenReading, 'body'>>),
});

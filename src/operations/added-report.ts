// A reading that was just kept in, what faces say of it out; without the reader, which whoever only keeps need not load.
import { z } from 'zod';
import type { Reading } from '../reading/schema.ts';

export const AddedReport = z
  .object({
    id: z.string().describe('Identifier of the report in the record'),
    outcome: z
      .enum(['new', 'reread', 'known'])
      .describe('new; reread by a newer reader; or known already, and nothing written'),
    title: z.string().nullable(),
    counts: z.record(z.string(), z.int()).describe('Claims read, by kind'),
    issues: z.int().describe('Troubles found in the text'),
  })
  .meta({ id: 'AddedReport' });

/** What a face says of a report that was just kept. */
export function describeAdded(
  reading: Reading,
  outcome: z.infer<typeof AddedReport>['outcome'],
): z.infer<typeof AddedReport> {
  const { events, statements, figures, times, places, unread } = reading;
  const lists = { events, statements, figures, times, places, unread };
  return {
    id: reading.report.id,
    outcome,
    title: reading.report.title,
    counts: Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, list.length])),
    issues: reading.issues.length,
  };
}

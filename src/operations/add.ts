// A document in, read and kept in the record: the same report twice is one report.
import { z } from 'zod';
import type { Reading } from '../reading/schema.ts';
import { Document } from './document.ts';
import { operation } from './operation.ts';
import { readDocument } from './read-document.ts';

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

export const add = operation({
  name: 'add',
  summary: 'Read a report and keep it in the record. The same report twice is one report.',
  input: Document,
  output: AddedReport,
  changes: true,
  async run({ text, ...about }, context) {
    const reading = readDocument(text, about);
    const [added] = await (await context.store()).add([reading], context.now());
    return describeAdded(reading, added?.outcome ?? 'known');
  },
});

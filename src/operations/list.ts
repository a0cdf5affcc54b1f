// A page of the record's reports out.
import { z } from 'zod';
import { operation } from './operation.ts';

export const ReportSummary = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable().describe('ISO date or date-time; null if unknown'),
    language: z.string(),
    added: z.string().describe('ISO instant at which it was first kept'),
    length: z.int().describe('Characters of its text'),
    events: z.int(),
    statements: z.int(),
    figures: z.int(),
    times: z.int(),
    places: z.int(),
    unread: z.int().describe('Sentences from which nothing was recorded'),
    copyOf: z.string().nullable().describe('The report that it is a copy of; null for an origin'),
    copies: z.int().describe('How many copies of it there are'),
  })
  .meta({ id: 'ReportSummary' });

export const list = operation({
  name: 'list',
  summary: 'List the reports of the record, newest publication first.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Reports a page'),
    after: z.string().optional().describe('The "next" of the page before'),
  }),
  output: z
    .object({
      reports: z.array(ReportSummary),
      next: z.string().nullable(),
      total: z.int(),
      origins: z.int().describe('Reports that are no copies of others'),
    })
    .meta({ id: 'ReportPage' }),
  changes: false,
  async run({ limit, after }, context) {
    const page = await (await context.store()).list({ limit, after: after ?? null });
    return { ...page, reports: [...page.reports] };
  },
});

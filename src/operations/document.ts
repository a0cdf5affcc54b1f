// What a caller hands over to be read, as zod: the shape shared by read and add, and by every line of the filter.
import { z } from 'zod';

export const Document = z
  .object({
    text: z
      .string()
      .max(50_000_000)
      .describe('The report: plain text, HTML, ninjs or another format that Recount recognises'),
    published: z.string().optional().describe('ISO date or date-time of publication, such as 2025-04-24'),
    source: z.string().optional().describe('The outlet'),
    title: z.string().optional(),
    url: z.string().optional(),
    type: z.string().optional().describe('Media type, such as text/html; recognised from the text when absent'),
  })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof Document>;

/** A document that is read and not kept may bring actors of the user's own. */
export const ReadInput = Document.extend({
  actors: z
    .string()
    .max(10_000_000)
    .optional()
    .describe('Your own actors: the content of a list in the format of lexicon/en/actors/bodies.tsv or leaders.tsv'),
}).meta({ id: 'ReadInput' });

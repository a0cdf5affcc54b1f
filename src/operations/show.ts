// A report's id in, its newest reading out.
import { z } from 'zod';
import { Reading } from '../reading/schema.ts';
import { OperationError, operation } from './operation.ts';

export const KeptReading = z
  .object({
    reading: Reading,
    added: z.string().describe('ISO instant at which the report was first kept'),
    readers: z.array(z.string()).describe('Reader versions that have read it, oldest first'),
    copies: z
      .array(
        z.object({
          id: z.string(),
          title: z.string().nullable(),
          source: z.string().nullable(),
          published: z.string().nullable(),
          kind: z.enum(['exact', 'near']).nullable().describe('null for the origin, which stands first'),
          held: z.number().nullable().describe('Share of the shorter one’s words that the longer has'),
        }),
      )
      .describe(
        'The reports that this one is a copy of or that are copies of it, with itself; empty when it stands alone',
      ),
    versions: z
      .array(z.object({ id: z.string(), published: z.string().nullable(), added: z.string() }))
      .describe('Reports of the same address, oldest first, this one among them; empty when it is the only one'),
  })
  .meta({ id: 'KeptReading' });

export const show = operation({
  name: 'show',
  summary: 'Give a report of the record with its newest reading.',
  input: z.object({ id: z.string().min(1).describe('The report’s id, or the beginning of it that only one has') }),
  output: KeptReading,
  changes: false,
  async run({ id }, context) {
    const store = await context.store();
    const [whole, second] = await store.startingWith(id, 2);
    if (second !== undefined && whole !== id) {
      throw new OperationError(
        'report/ambiguous',
        `More than one report begins with “${id}” (${whole}, ${second}); give more of the id.`,
      );
    }
    const kept = whole === undefined ? null : await store.show(whole);
    if (!kept)
      throw new OperationError(
        'report/unknown',
        `There is no report “${id}” in this record; \`recount list\` shows what there is.`,
      );
    const versions = await store.versions(kept.reading.report.id);
    return {
      ...kept,
      readers: [...kept.readers],
      copies: [...(await store.copies(kept.reading.report.id))],
      versions: versions.length > 1 ? versions.map((one) => ({ ...one })) : [],
    };
  },
});

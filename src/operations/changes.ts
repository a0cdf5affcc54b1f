// A cursor in, what has changed in the record since out: additions, edits, merges and deletions in one stream.
import { z } from 'zod';
import { DecisionShape, shownDecision } from './claim-shape.ts';
import { operation } from './operation.ts';

export const changes = operation({
  name: 'changes',
  summary:
    'Follow the record: every reading and decision since a cursor, with the claims that it added, changed, merged or deleted.',
  input: z.object({
    after: z.string().optional().describe('The "next" of the page before; from the beginning without it'),
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Readings and decisions a page'),
  }),
  output: z
    .object({
      entries: z.array(
        z.object({
          cursor: z.string(),
          at: z.string(),
          by: z.string(),
          act: z.string().describe('read, or the act of a decision'),
          report: z.string().nullable(),
          decision: DecisionShape.nullable(),
          changes: z.array(
            z.object({
              change: z.enum(['added', 'changed', 'merged', 'rejected', 'superseded', 'deleted']),
              claim: z.string(),
              kind: z.string(),
              into: z.string().nullable(),
            }),
          ),
        }),
      ),
      next: z.string().describe('Where to go on, also when there is nothing more yet'),
      more: z.boolean(),
    })
    .meta({ id: 'ChangePage' }),
  changes: false,
  async run({ after, limit }, context) {
    const page = await (await context.store()).changes({ after: after ?? null, limit });
    return {
      ...page,
      entries: page.entries.map((entry) => ({
        ...entry,
        decision: entry.decision && shownDecision(entry.decision),
        changes: [...entry.changes],
      })),
    };
  },
});

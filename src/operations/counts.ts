// A filter in, how many asserted events there are by month, by who did it to whom, by type, out.
import { z } from 'zod';
import { idsOf } from './claim-filter.ts';
import { OperationError, operation } from './operation.ts';

const COLUMNS = ['month', 'source', 'target', 'type'] as const;

export const counts = operation({
  name: 'counts',
  summary: 'Count asserted events by month, by who did it to whom, and by type; rejected and merged ones do not count.',
  input: z.object({
    by: z
      .string()
      .default('month,source,target')
      .describe('What to count by, commas between: month, source (who did it), target (to whom), type'),
    from: z.string().optional().describe('First month, such as 2025-04'),
    to: z.string().optional().describe('Last month, included'),
    source: z.string().optional().describe('Who did it: a name or an actor’s id'),
    target: z.string().optional().describe('To whom: a name or an actor’s id'),
    type: z.string().optional().describe('PLOVER type, such as ASSAULT'),
    limit: z.coerce.number().int().min(1).max(100_000).default(1000).describe('Rows, most events first'),
  }),
  output: z
    .object({
      counts: z.array(
        z.object({
          month: z.string().nullable(),
          source: z.string().nullable(),
          sourceName: z.string().nullable(),
          target: z.string().nullable(),
          targetName: z.string().nullable(),
          type: z.string().nullable(),
          count: z.int(),
        }),
      ),
    })
    .meta({ id: 'Counts' }),
  changes: false,
  async run({ by, source, target, from, to, type, limit }, context) {
    const columns = by.split(',').map((one) => one.trim());
    const strange = columns.find((one) => !COLUMNS.includes(one as 'month'));
    if (strange !== undefined)
      throw new OperationError(
        'input/by',
        `Events cannot be counted by “${strange}”; give some of ${COLUMNS.join(', ')}, with commas between.`,
      );
    const store = await context.store();
    const rows = await store.counts({
      by: columns as (typeof COLUMNS)[number][],
      limit,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(type === undefined ? {} : { type }),
      ...(source === undefined ? {} : { source: await idsOf(store, 'actor', source) }),
      ...(target === undefined ? {} : { target: await idsOf(store, 'actor', target) }),
    });
    return { counts: rows.map((row) => ({ ...row })) };
  },
});

// The record in, what needs a decision now out, the most pressing first, each with why it is here and its words.
import { z } from 'zod';
import { AsOf } from './chronicle.ts';
import { DeskItem } from './desk-item.ts';
import { deskThen, keptDesk } from './kept-desk.ts';
import { operation } from './operation.ts';
import { AfterInput } from './page-after.ts';

export const desk = operation({
  name: 'desk',
  summary:
    'What needs a decision now: accounts that exclude each other, happenings that may be one, meetings and promises whose day has passed.',
  input: AsOf.extend({
    flag: z.string().optional().describe('Only items of this kind, such as DISJOINT'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    ...AfterInput,
    partial: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
      .optional()
      .describe(
        'Give what is at hand: meetings and promises may still be missing (whole says so) and come a little later',
      ),
  }),
  output: z
    .object({
      items: z.array(DeskItem),
      next: z.string().nullable(),
      open: z.int(),
      done: z.int().describe('Items decided so far'),
      flags: z
        .array(z.object({ flag: z.string(), count: z.int() }))
        .describe('What is open, by kind, the most pressing first; of all kinds, whichever is asked for'),
      whole: z.boolean().describe('False while meetings and promises are still looked through'),
    })
    .meta({ id: 'Desk' }),
  changes: false,
  async run({ flag, limit, after, asOf, partial }, context) {
    return asOf === undefined
      ? keptDesk(context, { flag, limit, after, partial })
      : deskThen(context, asOf, { flag, limit, after });
  },
});

// Words with filters in, the claims or reports that hold them out, newest first.
import { z } from 'zod';
import { ClaimFilterInput, claimFilter, dayOf } from './claim-filter.ts';
import { ClaimShape } from './claim-shape.ts';
import { PageInput } from './claims.ts';
import { operation } from './operation.ts';

export const FoundReport = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable(),
    extract: z.string().describe('Some of the text around the first place where the words stand'),
  })
  .meta({ id: 'FoundReport' });

export const search = operation({
  name: 'search',
  summary:
    'Find claims, or whole reports, by their words: all must be there; "in quotes" next to each other; a star* for a beginning.',
  input: z.object({
    query: z.string().min(1).max(1000).describe('Words; “strike” also finds “strikes”'),
    of: z.enum(['claims', 'reports']).default('claims').describe('What is looked for'),
    ...ClaimFilterInput,
    ...PageInput,
  }),
  output: z
    .object({
      claims: z.array(ClaimShape).describe('Empty when reports were asked for'),
      reports: z.array(FoundReport).describe('Empty when claims were asked for'),
      next: z.string().nullable(),
    })
    .meta({ id: 'Found' }),
  changes: false,
  async run({ query, of, limit, after, ...input }, context) {
    const store = await context.store();
    const page = { limit, after: after ?? null };
    if (of === 'reports') {
      const { reports, next } = await store.searchReports(
        {
          words: query,
          ...(input.from === undefined ? {} : { from: dayOf(input.from, 'first', 'from') }),
          ...(input.to === undefined ? {} : { to: dayOf(input.to, 'last', 'to') }),
        },
        page,
      );
      return { claims: [], reports: [...reports], next };
    }
    const found = await store.claims({ ...(await claimFilter(store, input)), words: query }, page);
    return { claims: found.claims as z.infer<typeof ClaimShape>[], reports: [], next: found.next };
  },
});

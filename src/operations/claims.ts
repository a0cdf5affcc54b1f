// A filter in, a page of the record's claims out.
import { z } from 'zod';
import { ClaimFilterInput, claimFilter } from './claim-filter.ts';
import { ClaimShape } from './claim-shape.ts';
import { operation } from './operation.ts';

export const PageInput = {
  limit: z.coerce.number().int().min(1).max(1000).default(50).describe('How many a page'),
  after: z.string().optional().describe('The "next" of the page before'),
} as const;

export const ClaimPageShape = z
  .object({ claims: z.array(ClaimShape), next: z.string().nullable() })
  .meta({ id: 'ClaimPage' });

export const claims = operation({
  name: 'claims',
  summary: 'List the claims of the record, newest day first, each with its words: events, statements, figures.',
  input: z.object({ ...ClaimFilterInput, ...PageInput }),
  output: ClaimPageShape,
  changes: false,
  async run({ limit, after, ...input }, context) {
    const store = await context.store();
    const page = await store.claims(await claimFilter(store, input), { limit, after: after ?? null });
    return page as z.infer<typeof ClaimPageShape>;
  },
});

// A claim's id in, the claim with its words out, as it is held now or was at a moment.
import { z } from 'zod';
import { ClaimFilterInput, momentOf, wholeId } from './claim-filter.ts';
import { ClaimShape } from './claim-shape.ts';
import { OperationError, operation } from './operation.ts';

export const claim = operation({
  name: 'claim',
  summary: 'Give one claim of the record with its words.',
  input: z.object({
    id: z.string().min(1).describe('The claim’s id; of its report’s part a beginning will do that only one has'),
    asOf: ClaimFilterInput.asOf,
    mode: ClaimFilterInput.mode,
  }),
  output: ClaimShape,
  changes: false,
  async run({ id, ...moment }, context) {
    const store = await context.store();
    const held = await store.claim(await wholeId(store, id), momentOf(moment));
    if (!held)
      throw new OperationError(
        'claim/unknown',
        `The record ${moment.asOf === undefined ? 'holds' : 'held'} no claim “${id}”; \`recount claims\` lists them, \`recount history ${id}\` tells what befell it.`,
      );
    return held as z.infer<typeof ClaimShape>;
  },
});

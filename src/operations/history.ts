// An id in, everything that ever befell it out; and the decisions of the record, newest first.
import { z } from 'zod';
import { wholeId } from './claim-filter.ts';
import { ClaimShape, DecisionShape, shownDecision } from './claim-shape.ts';
import { PageInput } from './claims.ts';
import { OperationError, operation } from './operation.ts';

export const history = operation({
  name: 'history',
  summary:
    'Tell everything that befell a claim, report, actor or place: readings, decisions, and what was held after each.',
  input: z.object({
    id: z.string().min(1).describe('Id of a claim, report, actor, place or other thing that was decided upon'),
  }),
  output: z
    .object({
      id: z.string(),
      steps: z.array(
        z.object({
          at: z.string(),
          reading: z.object({ reader: z.string(), report: z.string() }).nullable(),
          decision: DecisionShape.nullable(),
          held: ClaimShape.nullable()
            .optional()
            .describe('What was held from here on; null for nothing any more; absent when nothing changed'),
        }),
      ),
    })
    .meta({ id: 'History' }),
  changes: false,
  async run({ id: given }, context) {
    const store = await context.store();
    const id = await wholeId(store, given);
    const steps = await store.history(id);
    if (steps.length === 0) throw new OperationError('claim/unknown', `The record knows nothing of “${given}”.`);
    return {
      id,
      steps: steps.map(({ at, reading, decision, withdrawnBy, held }) => ({
        at,
        reading,
        decision: decision && shownDecision(decision, withdrawnBy),
        ...(held === undefined ? {} : { held: held as z.infer<typeof ClaimShape> | null }),
      })),
    };
  },
});

export const decisions = operation({
  name: 'decisions',
  summary: 'List the decisions of the record, newest first, each with what has taken it back.',
  input: z.object({ target: z.string().optional().describe('Only those upon this id'), ...PageInput }),
  output: z.object({ decisions: z.array(DecisionShape), next: z.string().nullable() }).meta({ id: 'DecisionPage' }),
  changes: false,
  async run({ target, limit, after }, context) {
    const store = await context.store();
    const page = await store.decisions({
      limit,
      after: after ?? null,
      ...(target === undefined ? {} : { target: await wholeId(store, target) }),
    });
    return { decisions: page.decisions.map((one) => shownDecision(one, one.withdrawnBy)), next: page.next };
  },
});

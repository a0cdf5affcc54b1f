// The record in, its promises out: by whom, of what, until when, and what became of each, with the words on both sides.
import { z } from 'zod';
import { FATES } from '../record/diplomacy/commitment.ts';
import type { Told } from '../record/diplomacy/told.ts';
import { dateOf } from '../record/incident/day.ts';
import { AsOf } from './chronicle.ts';
import { plansAsOf } from './followed.ts';
import { Words } from './ledger-shapes.ts';
import { operation } from './operation.ts';

export const CommitmentRow = z
  .object({
    id: z.string(),
    by: z.array(z.string()),
    kind: z.string(),
    made: z.string().nullable().describe('When the report of the promise came out'),
    deadline: z.string().nullable(),
    fate: z.enum(FATES),
    why: z.string(),
    promise: Words,
    source: z.string().nullable().describe('Who published the promise'),
    settledBy: Words.nullable(),
    settledIn: z.string().nullable().describe('Who published what settled it'),
  })
  .meta({ id: 'CommitmentRow' });

export const toldWords = ({ words, report }: Told): z.infer<typeof Words> => ({ ...words, report });

export const commitments = operation({
  name: 'commitments',
  summary:
    'Promises and what became of them: open, kept, broken, delayed, withdrawn or unknown; no verdict without words on both sides.',
  input: AsOf.extend({
    by: z.string().optional().describe('Part of the name of who promised'),
    fate: z.enum(FATES).optional(),
  }),
  output: z.object({ commitments: z.array(CommitmentRow) }).meta({ id: 'Commitments' }),
  changes: false,
  async run({ by, fate, asOf, knowledge }, context) {
    const record = await plansAsOf(context, { asOf, knowledge });
    const rows = record.commitments.map((one) => ({
      id: one.id,
      by: one.by.map((id) => record.nameOf(id)),
      kind: one.kind,
      made: one.promise.published,
      deadline: one.deadline === null ? null : dateOf(one.deadline),
      fate: one.fate,
      why: one.why,
      promise: toldWords(one.promise),
      source: record.sourceOf(one.promise.report).source,
      settledBy: one.settledBy && toldWords(one.settledBy),
      settledIn: one.settledBy && record.sourceOf(one.settledBy.report).source,
    }));
    return {
      commitments: rows.filter(
        (row) =>
          (fate === undefined || row.fate === fate) &&
          (by === undefined || row.by.some((name) => name.toLowerCase().includes(by.toLowerCase()))),
      ),
    };
  },
});

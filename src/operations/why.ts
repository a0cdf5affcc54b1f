// An id in, why the record holds it out: rule and words of a claim, links of an incident, the sides of a promise or a meeting.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import { AsOf, momentOf } from './chronicle.ts';
import { toldWords } from './commitments.ts';
import { plansAsOf } from './followed.ts';
import { incidentCalled } from './incidents.ts';
import { labelOf, Printed, printed, type Words } from './ledger-shapes.ts';
import { type Context, OperationError, operation } from './operation.ts';

export const Reasons = z
  .object({
    id: z.string(),
    kind: z.string(),
    reasons: z.array(z.string()).describe('One line each'),
    words: z.array(Printed),
  })
  .meta({ id: 'Reasons' });

export const why = operation({
  name: 'why',
  summary:
    'Why the record holds something: the rule and the words of a claim, what ties the reports of an incident, what settles a promise.',
  input: AsOf.extend({
    id: z.string().min(1).describe('Id of a claim, an incident, a commitment (c…) or a meeting (m…)'),
  }),
  output: Reasons,
  changes: false,
  async run({ id, asOf, knowledge }, context) {
    const plans = await plansAsOf(context, { asOf, knowledge });
    const told = (words: z.infer<typeof Words>) => ({ ...words, ...plans.sourceOf(words.report) });
    const promise = plans.commitments.find((one) => one.id === id);
    if (promise)
      return {
        id,
        kind: 'commitment',
        reasons: [`${promise.kind}: ${promise.fate}`, promise.why],
        words: [promise.promise, ...(promise.settledBy ? [promise.settledBy] : [])].map(toldWords).map(told),
      };
    const meeting = plans.meetings.find((one) => one.id === id);
    if (meeting)
      return {
        id,
        kind: 'meeting',
        reasons: meeting.steps.map(({ state, told }) => `${told.published ?? 'no date'}: ${state}`),
        words: meeting.steps.map((step) => told(toldWords(step.told))),
      };
    const store = await context.store();
    const held = id.startsWith('i') ? null : await store.claim(id);
    if (held) {
      const why = held.fields['why'];
      const { source, published } = (await store.incidents.sources([held.report])).get(held.report) ?? NOBODY;
      return {
        id,
        kind: held.kind,
        reasons: [typeof why === 'string' ? why : 'read from the words below'],
        words: held.evidence.map(({ start, end, quote }) => ({
          start,
          end,
          text: quote,
          report: held.report,
          source,
          published,
        })),
      };
    }
    const { record, one } = await tellingOf(context, { id, asOf, knowledge });
    const ties = record.index.tiesOf(one);
    if (ties.length === 0 && one.happenings.length > 1)
      throw new OperationError('why/unknown', `Nothing is known of how “${id}” came together.`);
    return {
      id: one.id,
      kind: 'incident',
      reasons:
        ties.length === 0
          ? ['one report tells of it']
          : ties.map(
              ({ a, b, reasons }) =>
                `${labelOf(record, a.split('.')[0] as string)} and ${labelOf(record, b.split('.')[0] as string)}: ${reasons.join(', ')}`,
            ),
      words: one.happenings.map(({ event, report }) => printed(record, { ...event.evidence, report })),
    };
  },
});

const NOBODY = { source: null, published: null };

/** An incident with the part of the record that tells of it. */
async function tellingOf(
  context: Context,
  { id, asOf, knowledge }: { id: string; asOf?: string | undefined; knowledge?: 'knowable' | 'held' | undefined },
): Promise<{ record: Chronicle; one: Incident }> {
  const moment = momentOf({ asOf, knowledge });
  const n = await incidentCalled(context, id, moment);
  const { record, incidents } = await (await context.store()).incidents.part([n], null, moment);
  return { record, one: incidents.get(n) as Incident };
}

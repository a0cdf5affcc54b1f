// An id in, why the record holds it out: rule and words of a claim, links of an incident, the sides of a promise or a meeting.
import { z } from 'zod';
import { AsOf, chronicle } from './chronicle.ts';
import { toldWords } from './commitments.ts';
import { findIncident } from './incidents.ts';
import { labelOf, Printed, printed } from './ledger-shapes.ts';
import { OperationError, operation } from './operation.ts';

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
    const record = await chronicle(context, { asOf, knowledge });
    const promise = record.commitments.find((one) => one.id === id);
    if (promise)
      return {
        id,
        kind: 'commitment',
        reasons: [`${promise.kind}: ${promise.fate}`, promise.why],
        words: [promise.promise, ...(promise.settledBy ? [promise.settledBy] : [])]
          .map(toldWords)
          .map((one) => printed(record, one)),
      };
    const meeting = record.meetings.find((one) => one.id === id);
    if (meeting)
      return {
        id,
        kind: 'meeting',
        reasons: meeting.steps.map(({ state, told }) => `${told.published ?? 'no date'}: ${state}`),
        words: meeting.steps.map(({ told }) => printed(record, toldWords(told))),
      };
    const held = id.startsWith('i') ? null : await (await context.store()).claim(id);
    if (held) {
      const told = held.fields['why'];
      return {
        id,
        kind: held.kind,
        reasons: [typeof told === 'string' ? told : 'read from the words below'],
        words: held.evidence.map(({ start, end, quote }) =>
          printed(record, { start, end, text: quote, report: held.report }),
        ),
      };
    }
    const one = findIncident(record, id);
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

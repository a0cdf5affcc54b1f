// The record in, its flags out: where accounts exclude each other, fall, double or are denied, each with both sides' words.
import { z } from 'zod';
import { FLAGS } from '../record/ledger/flag.ts';
import { chronicle, WithFacts } from './chronicle.ts';
import { FlagShape, shownFlag } from './ledger-shapes.ts';
import { operation } from './operation.ts';

export const flags = operation({
  name: 'flags',
  summary:
    'Where accounts differ, by rule: DISJOINT, FELL, SUM, SCOPE, WHO, COPY, DROPPED, DENIED, STALE, UPDATE, and BACKGROUND against facts of your own.',
  input: WithFacts.extend({ name: z.string().optional().describe('Only this flag, such as DISJOINT') }),
  output: z.object({ flags: z.array(FlagShape.extend({ incident: z.string().nullable() })) }).meta({ id: 'Flags' }),
  changes: false,
  async run({ name, asOf, knowledge, facts }, context) {
    const record = await chronicle(context, { asOf, knowledge, facts });
    const found = [
      ...record.background.map((flag) => ({ ...shownFlag(record, flag), incident: null })),
      ...record.incidents.flatMap((one) =>
        record.flagsOf(one).map((flag) => ({ ...shownFlag(record, flag), incident: one.id })),
      ),
    ];
    const order = (flag: { name: (typeof FLAGS)[number] }) => FLAGS.indexOf(flag.name);
    return {
      flags: found
        .filter((flag) => name === undefined || flag.name === name.toUpperCase())
        .sort((a, b) => order(a) - order(b)),
    };
  },
});

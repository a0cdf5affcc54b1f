// The record in, its flags out: where accounts exclude each other, fall, double or are denied, each with both sides' words.
import { z } from 'zod';
import { contradictionsOf, type Fact } from '../record/background.ts';
import { FLAGS } from '../record/ledger/flag.ts';
import type { Store } from '../store/store.ts';
import { chronicle, everyReading, factsFrom, momentOf, WithFacts } from './chronicle.ts';
import { FlagShape, keptFlag, shownFlag } from './ledger-shapes.ts';
import { operation } from './operation.ts';

export const flags = operation({
  name: 'flags',
  summary:
    'Where accounts differ, by rule: DISJOINT, FELL, SUM, SCOPE, WHO, COPY, DROPPED, DENIED, STALE, UPDATE, and BACKGROUND against facts of your own.',
  input: WithFacts.extend({ name: z.string().optional().describe('Only this flag, such as DISJOINT') }),
  output: z.object({ flags: z.array(FlagShape.extend({ incident: z.string().nullable() })) }).meta({ id: 'Flags' }),
  changes: false,
  async run({ name, asOf, knowledge, facts }, context) {
    const order = (flag: { name: (typeof FLAGS)[number] }) => FLAGS.indexOf(flag.name);
    const isWanted = (flag: { name: (typeof FLAGS)[number] }) => name === undefined || flag.name === name.toUpperCase();
    // the user's facts are held against every reading of the moment
    if (asOf === undefined || facts === undefined) {
      const store = await context.store();
      const rows = await store.incidents.flags(
        FLAGS.filter((one) => isWanted({ name: one })),
        momentOf({ asOf, knowledge }),
      );
      const sources = await store.incidents.sources(rows.flatMap(({ words }) => words.map(({ report }) => report)));
      const background = facts === undefined ? [] : await againstFacts(store, factsFrom(facts, 'facts'));
      return {
        flags: [...background.filter(isWanted), ...rows.map((row) => keptFlag(row, sources))].sort(
          (a, b) => order(a) - order(b),
        ),
      };
    }
    const record = await chronicle(context, { asOf, knowledge, facts });
    const found = [
      ...record.background.map((flag) => ({ ...shownFlag(record, flag), incident: null })),
      ...record.incidents.flatMap((one) =>
        record.flagsOf(one).map((flag) => ({ ...shownFlag(record, flag), incident: one.id })),
      ),
    ];
    return { flags: found.filter(isWanted).sort((a, b) => order(a) - order(b)) };
  },
});

/** Words of any report that contradict facts of the user's own; readings pass by and none is kept. */
async function againstFacts(store: Store, facts: readonly Fact[]) {
  const found: (z.infer<typeof FlagShape> & { incident: null })[] = [];
  for await (const reading of everyReading(store)) {
    const { source, published } = reading.report;
    for (const { name, reason, words } of contradictionsOf(reading, facts))
      found.push({
        name,
        reason,
        words: words.map(({ claim, report, words: span }) => ({ claim, report, ...span, source, published })),
        incident: null,
      });
  }
  return found;
}

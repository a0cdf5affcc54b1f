// The record in, how it fares out: its words checked against its texts, its tables looked over, what follows made again.
import { z } from 'zod';
import { operation } from './operation.ts';

const Misplaced = z
  .object({
    claim: z.string(),
    report: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    found: z.int().nullable().describe('Where the words stand now; null when they are lost'),
  })
  .meta({ id: 'Misplaced' });

export const verify = operation({
  name: 'verify',
  summary: 'Check the words of every claim against the text they were taken from: exact, changed or lost.',
  input: z.object({}),
  output: z
    .object({
      exact: z.int(),
      changed: z.array(Misplaced).describe('Words that stand elsewhere in the text'),
      lost: z.array(Misplaced),
      texts: z.array(z.string()).describe('Reports whose text is not what its hash says'),
    })
    .meta({ id: 'Verified' }),
  changes: false,
  async run(_, context) {
    const { exact, changed, lost, texts } = await (await context.store()).verify();
    return { exact, changed: [...changed], lost: [...lost], texts: [...texts] };
  },
});

export const doctor = operation({
  name: 'doctor',
  summary: 'Look the record over: engine, size, what it holds, and whatever is wrong with it.',
  input: z.object({}),
  output: z
    .object({
      engine: z.string(),
      address: z.string(),
      version: z.int().describe('Version of the tables'),
      bytes: z.int(),
      counts: z.record(z.string(), z.int()),
      troubles: z.array(z.string()).describe('One sentence each; empty when all is well'),
    })
    .meta({ id: 'Doctor' }),
  changes: false,
  async run(_, context) {
    const seen = await (await context.store()).doctor();
    return { ...seen, counts: { ...seen.counts }, troubles: [...seen.troubles] };
  },
});

export const rebuild = operation({
  name: 'rebuild',
  summary: 'Make again whatever follows from readings and decisions; the record stays the same.',
  input: z.object({}),
  output: z
    .object({
      entries: z.int().describe('Readings and decisions that were gone through'),
      before: z.string().describe('Hash of the record before'),
      after: z
        .string()
        .describe('And after: another one tells that something had gone wrong, or that rules have changed'),
    })
    .meta({ id: 'Rebuilt' }),
  changes: true,
  async run(_, context) {
    const store = await context.store();
    const before = await store.hash();
    const entries = await store.rebuild();
    return { entries, before, after: await store.hash() };
  },
});

// A decision as an agent would make it in, a proposal on the Desk out: never in the record until a person takes it over.
import { z } from 'zod';
import type { ProposalRow } from '../store/proposals.ts';
import { wholeId } from './claim-filter.ts';
import { DecideInput, detailOf } from './decide.ts';
import { Words } from './ledger-shapes.ts';
import { type Context, OperationError, operation } from './operation.ts';

export const ProposalShape = z
  .object({
    id: z.string().describe('What a decision upon it targets: accept takes it over, reject refuses it'),
    at: z.string(),
    by: z.string(),
    proposes: z.record(z.string(), z.unknown()).describe('The decision as it would be made'),
    words: z.array(Words).describe('The words that it rests on'),
    decision: z.string().nullable().describe('The decision that settled it; null while it waits'),
  })
  .meta({ id: 'Proposal' });

export const propose = operation({
  name: 'propose',
  summary:
    'Put a decision that somebody else should make onto the Desk, with a reason; the record stays as it is until a person takes it over.',
  input: DecideInput.extend({
    by: z.string().min(1).max(100).describe('Who proposes; kept as agent:NAME'),
    why: z.string().min(1).max(10_000).describe('The reason, for whoever decides'),
  }),
  output: ProposalShape,
  changes: true,
  async run({ by, ...asked }, context) {
    const store = await context.store();
    if (asked.targets.some((id) => id.startsWith('proposal:')))
      throw new OperationError('input/decision', 'A proposal cannot be decided by a proposal; a person does that.');
    const targets = await Promise.all(asked.targets.map((id) => wholeId(store, id)));
    for (const id of targets)
      if (/^r[0-9a-f]+\./.test(id) && !(await store.claim(id)))
        throw new OperationError('claim/unknown', `The record holds no claim “${id}”.`);
    if (targets.length === 0 && asked.act !== 'add')
      throw new OperationError('input/decision', 'Say with “targets” what is decided upon.');
    await detailOf(store, { ...asked, by }); // what cannot be decided is refused now, not on the Desk
    const kept = await store.team.proposals.add({
      at: context.now(),
      by: `agent:${by.replace(/^agent:/, '')}`,
      body: { ...asked, targets },
    });
    return shownProposal(context, kept);
  },
});

export async function shownProposal(context: Context, row: ProposalRow): Promise<z.infer<typeof ProposalShape>> {
  const { id, at, by, body, decision } = row;
  return { id, at, by, proposes: { ...body }, words: await wordsOf(context, body), decision };
}

/** The words of the claims that it is upon, or those that it selects. */
async function wordsOf(context: Context, body: ProposalRow['body']): Promise<z.infer<typeof Words>[]> {
  const store = await context.store();
  const { targets = [], into, to, report, selections = [], words } = body as Partial<z.output<typeof DecideInput>>;
  const found: z.infer<typeof Words>[] = [];
  for (const id of [...new Set([...targets, into, to])].slice(0, 12)) {
    const [first] = (id === undefined ? null : await store.claim(id).catch(() => null))?.evidence ?? [];
    if (first && id)
      found.push({ report: id.slice(0, id.indexOf('.')), start: first.start, end: first.end, text: first.quote });
  }
  const kept = report === undefined ? null : await store.show(report);
  if (kept) {
    const { text } = kept.reading.report;
    const start = words === undefined ? -1 : text.indexOf(words);
    const spans = start < 0 ? selections : [{ start, end: start + (words ?? '').length }];
    for (const span of spans)
      found.push({ report: kept.reading.report.id, ...span, text: text.slice(span.start, span.end) });
  }
  return found;
}

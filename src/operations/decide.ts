// An act upon claims, actors or places in, the decision that was kept out.
import { z } from 'zod';
import { CLAIM_KINDS } from '../record/claim.ts';
import type { Detail, Selection } from '../record/decision.ts';
import type { Store } from '../store/store.ts';
import { reportId, wholeId } from './claim-filter.ts';
import { DecisionShape, shownDecision } from './claim-shape.ts';
import { type Operation, OperationError, operation } from './operation.ts';
import { waitingProposal } from './waiting-proposal.ts';

const SelectionInput = z.object({ start: z.int().min(0), end: z.int().min(1) });

export const DecideInput = z.object({
  act: z.enum(['accept', 'reject', 'reopen', 'edit', 'add', 'merge', 'split', 'link', 'comment']),
  targets: z
    .array(z.string().min(1))
    .max(10_000)
    .default([])
    .describe('Ids of claims, reports, actors, places; none to add'),
  by: z.string().min(1).max(200).describe('Who decides'),
  why: z.string().max(10_000).optional(),
  field: z.string().optional().describe('edit: which field'),
  value: z.unknown().optional().describe('edit: its new value'),
  into: z.string().optional().describe('merge: what stands for the targets; split: which target keeps them together'),
  to: z.string().optional().describe('link: to what'),
  relation: z.string().optional().describe('link: how, such as “answers” or “part of”'),
  text: z.string().max(100_000).optional().describe('comment: what is said'),
  kind: z.enum(CLAIM_KINDS).optional().describe('add: what kind of claim'),
  report: z.string().optional().describe('add: in which report'),
  selections: z.array(SelectionInput).max(100).optional().describe('add, edit: the words, in UTF-16 code units'),
  words: z.string().optional().describe('add, edit: the words themselves, when they stand in the text once'),
  fields: z.record(z.string(), z.unknown()).optional().describe('add: the claim’s values'),
});

/** Turns the record's refusals into the caller's. */
export async function refusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { name, code, message } = error as { name?: string; code?: string; message?: string };
    if (name === 'DecisionError' && code !== undefined)
      throw new OperationError(code, `${message?.[0]?.toUpperCase()}${message?.slice(1)}.`.replace(/\.\.$/, '.'), {
        cause: error,
      });
    throw error;
  }
}

export const decide: Operation<typeof DecideInput, typeof DecisionShape> = operation({
  name: 'decide',
  summary:
    'Accept, reject, edit, add, merge, split, link or comment; many at once are one decision, and any can be undone.',
  input: DecideInput,
  output: DecisionShape,
  changes: true,
  async run(input, context) {
    const store = await context.store();
    const targets = await Promise.all(input.targets.map((id) => wholeId(store, id)));
    const proposal = await waitingProposal(store, input.act, targets);
    if (proposal && input.act === 'accept') {
      const asked = DecideInput.parse({ ...proposal.body, by: input.by });
      const why = [`${proposal.by} proposed: ${asked.why}`, ...(input.why ? [input.why] : [])].join(' — ');
      const made = await decide.run({ ...asked, why: why.slice(0, 10_000) }, context);
      await store.team.proposals.settle(proposal.id, made.id);
      return made;
    }
    const detail = await detailOf(store, input);
    const kept = await refusals(() =>
      store.decide({ targets, detail, by: input.by, why: input.why ?? null, at: context.now() }),
    );
    if (proposal) await store.team.proposals.settle(proposal.id, kept.id);
    return shownDecision(kept);
  },
});

/** What the act needs, as the record takes it. Throws OperationError for what it lacks. */
export async function detailOf(store: Store, input: z.output<typeof DecideInput>): Promise<Detail> {
  const need = <K extends keyof typeof input>(name: K): NonNullable<(typeof input)[K]> => {
    const value = input[name];
    if (value === undefined || value === null)
      throw new OperationError('input/decision', `To ${input.act}, say “${name}” too.`);
    return value as NonNullable<(typeof input)[K]>;
  };
  switch (input.act) {
    case 'edit': {
      if (!('value' in input) || input.value === undefined) need('value');
      const [target] = input.targets;
      const report = target === undefined ? undefined : /^(r[0-9a-f]+)\./.exec(await wholeId(store, target))?.[1];
      const [selection] = report === undefined ? [] : await selectionsOf(store, report, input);
      return { act: 'edit', field: need('field'), value: input.value, ...(selection ? { selection } : {}) };
    }
    case 'add': {
      const report = await reportId(store, need('report'));
      const [first, ...rest] = await selectionsOf(store, report, input);
      if (!first) throw new OperationError('input/decision', 'No claim without words: give “words” or “selections”.');
      return { act: 'add', kind: need('kind'), report, selections: [first, ...rest], fields: input.fields ?? {} };
    }
    case 'merge':
      return { act: 'merge', into: await wholeId(store, need('into')) };
    case 'split':
      return { act: 'split', into: input.into === undefined ? null : await wholeId(store, input.into) };
    case 'link':
      return { act: 'link', to: await wholeId(store, need('to')), relation: need('relation') };
    case 'comment':
      return { act: 'comment', text: need('text') };
    default:
      return { act: input.act };
  }
}

/** The words that were selected, or where the words that were given stand. */
async function selectionsOf(
  store: Store,
  report: string,
  { selections, words }: z.output<typeof DecideInput>,
): Promise<readonly Selection[]> {
  if (selections) return selections;
  if (words === undefined) return [];
  const text = (await store.show(report))?.reading.report.text ?? '';
  const start = text.indexOf(words);
  if (start < 0) throw new OperationError('input/words', `The words “${words}” do not stand in ${report}.`);
  if (text.indexOf(words, start + 1) >= 0)
    throw new OperationError(
      'input/words',
      `The words “${words}” stand in ${report} more than once; give more of them, or “selections”.`,
    );
  return [{ start, end: start + words.length }];
}

export const undo = operation({
  name: 'undo',
  summary:
    'Take decisions back, in any order; those that stand on them are named, and taken back too when that is asked for.',
  input: z.object({
    ids: z.array(z.string().min(1)).min(1).max(1000).describe('Decisions, such as d17; undoing an undo brings back'),
    by: z.string().min(1).max(200).describe('Who takes them back'),
    why: z.string().max(10_000).optional(),
    dependants: z.boolean().optional().describe('Take back too what stands on them'),
  }),
  output: DecisionShape,
  changes: true,
  async run({ ids, by, why, dependants }, context) {
    const store = await context.store();
    const kept = await refusals(() =>
      store.undo(ids, { by, why: why ?? null, at: context.now(), ...(dependants === undefined ? {} : { dependants }) }),
    );
    return shownDecision(kept);
  },
});

// The shapes in which operations give claims and decisions, as zod.
import { z } from 'zod';

export const EvidenceShape = z
  .object({
    role: z.string().describe('What the words support: trigger, clause, content, speaker, cue, words, selection …'),
    start: z.int().describe('First UTF-16 code unit of the report’s text'),
    end: z.int().describe('First one after'),
    cpStart: z.int().describe('The same in code points'),
    cpEnd: z.int(),
    quote: z.string(),
    prefix: z.string().describe('Up to 32 code units before the quote'),
    suffix: z.string().describe('Up to 32 after it'),
  })
  .meta({ id: 'Evidence' });

export const ClaimShape = z
  .object({
    id: z.string(),
    kind: z.string().describe('event, statement, figure, time, place or actor'),
    type: z.string().describe('PLOVER type of an event, act of a statement, measure of a figure'),
    report: z.string(),
    source: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    reader: z.string().nullable().describe('Version of the reader; null for a claim that somebody added'),
    status: z.enum(['open', 'accepted', 'rejected']),
    standing: z.enum(['current', 'merged', 'superseded']),
    mergedInto: z.string().nullable(),
    review: z.boolean().describe('True when a newer reading changed what somebody had decided upon'),
    edited: z.array(z.string()).describe('Fields that a decision has set'),
    days: z.tuple([z.string(), z.string()]).nullable().describe('First and last day; null when the words name none'),
    fields: z.record(z.string(), z.unknown()).describe('Values by name; actors, places and claims by their ids'),
    names: z.record(z.string(), z.string()).describe('Names of the actors and places in the fields, by id'),
    evidence: z.array(EvidenceShape),
  })
  .meta({ id: 'Claim', description: 'One thing that one report says, as the record holds it' });

export const DecisionShape = z
  .object({
    id: z.string(),
    at: z.string().describe('ISO instant'),
    by: z.string(),
    why: z.string().nullable(),
    act: z.string(),
    targets: z.array(z.string()),
    detail: z
      .record(z.string(), z.unknown())
      .describe('What the act needed: field, value and what stood there; into; to …'),
    withdrawnBy: z.string().nullable().describe('The decision that took it back; null while it is in force'),
  })
  .meta({ id: 'Decision', description: 'One act upon the record; kept for ever, taken back only by another' });

/** A decision as the shape has it. */
export function shownDecision(
  {
    id,
    at,
    by,
    why,
    targets,
    detail,
  }: {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly why: string | null;
    readonly targets: readonly string[];
    readonly detail: { readonly act: string };
  },
  withdrawnBy: string | null = null,
): z.infer<typeof DecisionShape> {
  const { act, ...rest } = detail;
  return { id, at, by, why, act, targets: [...targets], detail: rest, withdrawnBy };
}

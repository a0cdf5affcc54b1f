// One thing that needs a decision, as a caller sees it, and how pressing each kind is.
import { z } from 'zod';
import { Words } from './ledger-shapes.ts';

const Choice = z
  .object({
    label: z.string(),
    claim: z.string(),
    cell: z.string().nullable().describe('Accepted beside the claim, it makes the value that of the record'),
    words: Words,
  })
  .describe('A value that may be taken, by its number');

export const DeskItem = z
  .object({
    id: z.string().describe('What a decision upon this item targets'),
    kind: z.enum(['figure', 'event', 'meeting', 'promise', 'proposal']),
    flag: z.string(),
    title: z.string(),
    why: z.string().describe('Why it is here'),
    incident: z.string().nullable(),
    choices: z.array(Choice),
    /** Two claims that may be one happening. */
    merge: z.object({ into: z.string(), from: z.string() }).nullable(),
    words: z
      .array(Words.extend({ claim: z.string().nullable(), source: z.string().nullable(), sentence: z.string() }))
      .describe('The words of each side and the claim that they support, with the sentence that they stand in'),
    published: z.string().nullable(),
    weight: z.number().describe('Order of the queue: docs/workbench.md has the formula'),
  })
  .meta({ id: 'DeskItem' });
export type DeskItem = z.infer<typeof DeskItem>;

/** How pressing each kind is; the newest first among equals. */
export const WEIGHT: Readonly<Record<string, number>> = {
  DENIED: 90,
  DISJOINT: 80,
  WHO: 75,
  SUM: 70,
  FELL: 65,
  DROPPED: 60,
  STALE: 55,
  SAME: 50,
  PROPOSED: 45,
  DUE: 40,
  SCOPE: 30,
  COPY: 10,
};
/** A rise is told on the ledger; nobody has to decide on it. */
export const QUIET: ReadonlySet<string> = new Set(['UPDATE', 'COPY', 'BACKGROUND']);

/** An item's place in the queue. */
export interface Waiting {
  readonly flag: string;
  readonly id: string;
  readonly weight: number;
  readonly published: string | null;
}

/** The heaviest first, of equals the newest, then by id. */
export const pressing = (a: Waiting, b: Waiting): number => {
  const x = a.published ?? '';
  const y = b.published ?? '';
  return b.weight - a.weight || (x === y ? (a.id < b.id ? -1 : 1) : x < y ? 1 : -1);
};

/** The newest of some dates; null when none is known. */
export const newest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => ((a ?? '') < (b ?? '') ? b : a), null);

/** Those of one kind, whatever its case; all without. */
export const ofFlag = <T extends Waiting>(queue: readonly T[], flag: string | undefined): readonly T[] =>
  flag === undefined ? queue : queue.filter((one) => one.flag === flag.toUpperCase());

/** How many wait, by kind, in the order of the queue. */
export function countedByFlag(queue: readonly Waiting[]): { flag: string; count: number }[] {
  const flags = new Map<string, number>();
  for (const { flag } of queue) flags.set(flag, (flags.get(flag) ?? 0) + 1);
  return [...flags].map(([flag, count]) => ({ flag, count }));
}

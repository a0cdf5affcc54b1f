// What a statement is: something somebody said, with the words that say who, to whom, through what and when.
import type { Issue } from '../../report/issue.ts';
import type { Span } from '../../report/span.ts';
import type { Mention } from '../mention.ts';

/** What the speaker does with the words; closed, documented in docs/statements.md. */
export const ACTS = [
  'say', 'ask', 'answer', 'announce', 'claim', 'insist', 'confirm', 'admit', 'deny', 'accuse', 'criticise', 'praise', 'support', 'thank',
  'agree', 'reject', 'refuse', 'demand', 'urge', 'order', 'propose', 'promise', 'threaten', 'warn', 'predict', 'describe', 'apologise',
] as const; // biome-ignore format: one table
export type Act = (typeof ACTS)[number];

export interface Statement {
  /** Index into the cast's actors; null where the words name no speaker or do not settle who it is. */
  readonly speaker: number | null;
  /** The speaker as printed next to the cue ("he", "U.S. officials"); null if none is. */
  readonly speakerSpan: Span | null;
  readonly addressee: number | null;
  readonly addresseeSpan: Span | null;
  /** "CBS News", "Truth Social", "the White House": through what or where it was said. */
  readonly channel: Span | null;
  /** "said", "according to"; null for a quotation that stands by itself. */
  readonly cue: Span | null;
  /** direct: the words themselves; indirect: the reporter's wording; mixed: the reporter's wording with some of the words. */
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly act: Act;
  /** The words said, in order, without outer quotation marks and without "that". */
  readonly content: readonly Span[];
  /** Words of time beside the cue ("on Thursday"), for the caller to match with the times found; null if none. */
  readonly when: Span | null;
}

export interface Found {
  /** In order of the first word of their content. A mention's span runs over everything, its head is the cue's token. */
  readonly statements: readonly Mention<Statement>[];
  readonly issues: readonly Issue[];
}

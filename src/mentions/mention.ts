// One thing that some words of a report say: what every extractor hands on.
import type { Span } from '../report/span.ts';

/** Folder and file of the rule, `times/weekday`; the file's `.cases` show what it matches and what it must not. */
export type RuleName = string;

export interface Mention<V> {
  readonly span: Span;
  /** Token that heads the words. */
  readonly head: number;
  readonly value: V;
  /** 'stated' when the words say the value themselves, 'implied' when it was worked out from other words. */
  readonly basis: 'stated' | 'implied';
  readonly rule: RuleName;
  /** One line for a reader: how the value was reached. */
  readonly why: string;
  /** What it was worked out from. */
  readonly from: readonly Mention<unknown>[];
}

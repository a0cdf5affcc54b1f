// What a format gives before it becomes a Report: its text, paragraphs and fields.
import type { Issue } from './issue.ts';
import type { OffsetRun, Origin } from './report.ts';
import type { Span } from './span.ts';

export interface Field {
  readonly value: string;
  readonly origin: Origin;
}

export interface SourceText {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly title: Field | null;
  readonly source: Field | null;
  readonly url: Field | null;
  /** As the format writes it; checked by the caller. */
  readonly published: Field | null;
  readonly language: Field | null;
  readonly offsets: readonly OffsetRun[];
  readonly issues: readonly Issue[];
}

export const NOTHING_KNOWN = {
  title: null,
  source: null,
  url: null,
  published: null,
  language: null,
  offsets: [],
  issues: [],
} as const;

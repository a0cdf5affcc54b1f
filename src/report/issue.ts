// Trouble in the text, told beside the value: reading never fails on what it reads.
import type { Span } from './span.ts';

/** `code` is `stage/what`, stable for programs; `message` says what was found and what it means for the reader. */
export interface Issue {
  readonly code: string;
  /** Where in `Report.text`; null when it concerns the whole report or bytes that left no text. */
  readonly span: Span | null;
  readonly message: string;
}

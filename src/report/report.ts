// The one text that everything else points into, with what is known about where it came from.
import type { Issue } from './issue.ts';
import type { Span } from './span.ts';

/** What a caller may know about the bytes; each value wins over what the format itself says. */
export interface About {
  /** ISO date or date-time of publication. */
  readonly published?: string;
  /** IANA zone or `±hh:mm` in which the report's clock words are meant. */
  readonly zone?: string;
  readonly source?: string;
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
  /** Media type or file name; without it the format is recognised from the bytes. */
  readonly type?: string;
  readonly name?: string;
  /** What a container says about this piece of it (a feed about its item): weaker than the caller, stronger than the bytes. */
  readonly found?: Found;
}

/** Fields as a container writes them, each with where it stood. A date may be in any form; one that is none is told. */
export type Found = Readonly<
  Partial<
    Record<'title' | 'source' | 'url' | 'published' | 'language', { readonly value: string; readonly origin: Origin }>
  >
>;

/** Where a piece of `Report.text` stands in the decoded input: equal lengths, or a piece that the text replaces. */
export interface OffsetRun {
  /** First code unit of the run in `Report.text`. */
  readonly text: number;
  /** First code unit of the run in the decoded input. */
  readonly input: number;
  /** Length in `Report.text`. */
  readonly length: number;
  /** Length in the decoded input; differs from `length` for a character reference or collapsed white space. */
  readonly inputLength: number;
}

/**
 * Where a value came from: 'given' by the caller; 'json-ld', 'meta' or 'element' of a page; 'field' of JSON or XML news;
 * 'header' of a letter or an archived answer; 'properties' of a document; 'column' of a table; 'feed'; 'front-matter' of
 * Markdown; or the text itself: its 'dateline', its 'heading', its 'words'.
 */
export type Origin =
  | 'given'
  | 'json-ld'
  | 'meta'
  | 'element'
  | 'field'
  | 'header'
  | 'properties'
  | 'column'
  | 'feed'
  | 'front-matter'
  | 'dateline'
  | 'heading'
  | 'words';

export interface Report {
  /** `r` and 24 hexadecimal digits of the SHA-256 of text, title, source, published and url. */
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** ISO date (`2025-04-24`) or date-time with offset; null if unknown, never the machine's date. */
  readonly published: string | null;
  readonly zone: string | null;
  readonly language: string;
  /** The one string every span points into; never edited after this. */
  readonly text: string;
  /** The paragraphs of `text`, in order, without surrounding white space. */
  readonly paragraphs: readonly Span[];
  /** `KYIV, April 24 (Outlet) —`: the words before the first sentence, kept in the text; null if there is none. */
  readonly dateline: Dateline | null;
  /** Runs from text back to the decoded input, ascending; empty when they are one and the same. */
  readonly offsets: readonly OffsetRun[];
  /** Which field came from where. */
  readonly origins: Readonly<Partial<Record<'title' | 'source' | 'url' | 'published' | 'language', Origin>>>;
  readonly issues: readonly Issue[];
}

export interface Dateline {
  readonly span: Span;
  /** The place as printed, `KYIV`; null when only a date or an outlet stands there. */
  readonly place: Span | null;
  /** The day as printed, `April 24`. */
  readonly date: Span | null;
  /** The outlet as printed, without brackets. */
  readonly source: Span | null;
}

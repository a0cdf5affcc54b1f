// What a splitter gives for an input: reports not yet read, addresses to fetch, and trouble with a part of it.
import type { Found } from '../report.ts';
import type { SingleFormat } from './format.ts';

/** One report, not yet read; plain data, so that it can be handed to another thread or a queue. */
export interface Piece {
  readonly kind: 'report';
  readonly input: Uint8Array | string;
  /** 'lines' is text whose every line is a paragraph. */
  readonly format: SingleFormat | 'lines';
  /** Media type of `input` where the container tells it: it may name a charset. */
  readonly type: string;
  /** What the container says about it. */
  readonly found: Found;
  /** Where in the container, for people: `line 4`, `item 3`; null when the input is one report. */
  readonly part: string | null;
}

/** A feed that an OPML file lists. */
export interface Address {
  readonly kind: 'address';
  readonly url: string;
  readonly title: string | null;
  readonly part: string | null;
}

/** A part that could not be taken; the rest goes on. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly code: string;
  readonly message: string;
  readonly part: string | null;
}

export type Part = Piece | Address | Trouble;

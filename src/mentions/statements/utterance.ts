// What the words alone say about something said, before it is known who "he" is: all positions are tokens.
import type { Act } from './statement.ts';

/** Tokens `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A noun phrase and the token that heads it. */
export interface Phrase extends Range {
  readonly head: number;
}

export interface Utterance {
  /** The words that say that something is said; null for a quotation that stands by itself. */
  readonly cue: Range | null;
  /** The verb or noun of the cue, or the first token of the content. */
  readonly head: number;
  readonly speaker: Phrase | null;
  /** Whether the speaker was taken over from the utterance before. */
  readonly carried: boolean;
  readonly content: readonly Range[];
  /** Whether `content` is whole quotations and nothing else. */
  readonly quoted: boolean;
  readonly act: Act;
  readonly addressee: Phrase | null;
  readonly rule: string;
  readonly why: string;
}

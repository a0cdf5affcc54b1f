// Words of a report in, evidence out: quote, what stands before and after it, offsets in code units and code points.
import type { ReadingSpan } from '../reading/schema.ts';
import type { Span } from '../report/span.ts';

/** What part of a claim the words support. */
export type EvidenceRole =
  | 'words'
  | 'trigger'
  | 'clause'
  | 'mention'
  | 'content'
  | 'speaker'
  | 'cue'
  | 'channel'
  | 'selection';

/**
 * Words of one report that say a claim. Offsets count UTF-16 code units of the report's text (`start`, `end`) and its
 * code points (`cpStart`, `cpEnd`); `quote`, `prefix` and `suffix` are kept beside them so that each can check the other.
 */
export interface Evidence extends Span {
  readonly role: EvidenceRole;
  readonly cpStart: number;
  readonly cpEnd: number;
  readonly quote: string;
  /** Up to 32 code units before the quote. */
  readonly prefix: string;
  /** Up to 32 code units after it. */
  readonly suffix: string;
}

/** Thrown when a claim's words do not stand where it says: nothing of its report may be kept. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

const CONTEXT = 32;

/** Code points before each code unit asked for, over one text. */
export type CodePoints = (offset: number) => number;

/** Most texts hold no surrogate pair, and then both offsets are one; others are counted once, in steps of 256 units. */
export function codePointsOf(text: string): CodePoints {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const marks = new Int32Array((text.length >> 8) + 1);
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    if ((at & 255) === 0) marks[at >> 8] = points;
    if (!isTrail(text, at)) points++;
  }
  return (offset) => {
    const from = offset >> 8 < marks.length ? (offset >> 8) << 8 : (marks.length - 1) << 8;
    let count = marks[from >> 8] ?? 0;
    for (let at = from; at < offset; at++) if (!isTrail(text, at)) count++;
    return count;
  };
}

/** The second half of a pair: it begins no code point. */
function isTrail(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** The evidence at a span. Throws EvidenceError when the span is empty or does not slice to its words. */
export function evidenceAt(
  text: string,
  points: CodePoints,
  span: ReadingSpan,
  role: EvidenceRole,
  claim: string,
): Evidence {
  const { start, end } = span;
  if (!(start >= 0 && start < end && end <= text.length) || text.slice(start, end) !== span.text) {
    throw new EvidenceError(`${claim}: ${start}..${end} is not ${JSON.stringify(span.text)} in the report’s text`);
  }
  return {
    role,
    start,
    end,
    cpStart: points(start),
    cpEnd: points(end),
    quote: span.text,
    // a cut through a surrogate pair would leave half of it
    prefix: text.slice(
      isTrail(text, Math.max(0, start - CONTEXT)) ? start - CONTEXT + 1 : Math.max(0, start - CONTEXT),
      start,
    ),
    suffix: text.slice(end, isTrail(text, end + CONTEXT) ? end + CONTEXT - 1 : end + CONTEXT),
  };
}

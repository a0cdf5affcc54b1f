// A reading in, its claims out: the rows of the record, each with the words that say it.

import type { Reading, ReadingSpan } from '../reading/schema.ts';
import type { Span } from '../report/span.ts';

export type ClaimKind = 'event' | 'statement' | 'figure' | 'time' | 'place';

/** Words of one report that say a claim; `quote` is kept beside the offsets so that each can check the other. */
export interface Evidence extends Span {
  readonly quote: string;
}

/** One thing that one report says, as one reader understood it. */
export interface Claim {
  /** `<report>.<reader>.<id in the reading>`: the same bytes and the same reader give the same id. */
  readonly id: string;
  readonly report: string;
  readonly reader: string;
  readonly kind: ClaimKind;
  /** The reading's own object, without the spans that are its evidence. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Never empty: no claim without words. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** Thrown when a claim's words do not stand where it says: nothing of its report may be kept. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/** All claims of a reading, in its order. Throws EvidenceError when a span does not slice to its words. */
export function claimsOf(reading: Reading): Claim[] {
  const { text, id: report } = reading.report;
  const claims: Claim[] = [];
  const claim = (
    kind: ClaimKind,
    id: string,
    fields: Record<string, unknown>,
    spans: readonly (ReadingSpan | null)[],
  ) => {
    const evidence = spans.filter((span) => span !== null).map((span) => checked(text, span, id));
    const [first, ...rest] = evidence;
    if (!first) throw new EvidenceError(`${kind} ${id} of ${report} has no words`);
    claims.push({
      id: `${report}.${reading.recount}.${id}`,
      report,
      reader: reading.recount,
      kind,
      fields,
      evidence: [first, ...rest],
    });
  };
  for (const { id, trigger, evidence, mentions, ...fields } of reading.events)
    claim('event', id, fields, [trigger, evidence, ...mentions]);
  for (const { id, content, speakerSpan, cue, channel, ...fields } of reading.statements) {
    claim('statement', id, { ...fields, channel: channel?.text ?? null, cue: cue?.text ?? null }, [
      ...content,
      speakerSpan,
      cue,
      channel,
    ]);
  }
  for (const { id, span, ...fields } of reading.figures) claim('figure', id, fields, [span]);
  for (const { id, span, ...fields } of reading.times) claim('time', id, fields, [span]);
  for (const { id, mentions, ...fields } of reading.places) claim('place', id, fields, mentions);
  return claims;
}

function checked(text: string, span: ReadingSpan, id: string): Evidence {
  if (span.start >= span.end || text.slice(span.start, span.end) !== span.text) {
    throw new EvidenceError(
      `${id}: ${span.start}..${span.end} is not ${JSON.stringify(span.text)} in the report’s text`,
    );
  }
  return { start: span.start, end: span.end, quote: span.text };
}

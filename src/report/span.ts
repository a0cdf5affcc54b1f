// Positions in a report's text: what every value of a reading points with.

/** Half-open: `start` included, `end` excluded, in UTF-16 code units of `Report.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words a span covers. Throws RangeError when the span does not lie in the text. */
export function textOf(text: string, span: Span): string {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
    throw new RangeError(`span ${span.start}..${span.end} does not lie in a text of ${text.length} code units`);
  }
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

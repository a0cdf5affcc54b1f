// A report's text and publication in, what its row holds of them out.
import { createHash } from 'node:crypto';

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The instant by which a report had surely been published, in UTC: a day's end for a day. Null when unknown. */
export function knownBy(published: string | null): string | null {
  if (published === null) return null;
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(published);
  const at = new Date(published.length === 10 ? `${published}T23:59:59.999Z` : zoned ? published : `${published}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Code points of a text. */
export function lengthOf(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

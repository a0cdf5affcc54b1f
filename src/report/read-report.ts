// Bytes or a string with what is known about them in, a Report out: plain text in UTF-8.
import { createHash } from 'node:crypto';
import type { Issue } from './issue.ts';
import type { About, Report } from './report.ts';
import type { Span } from './span.ts';

/** Reads any bytes; only a malformed `about` throws (RangeError with the value). */
export function readReport(input: Uint8Array | string, about: About = {}): Report {
  const issues: Issue[] = [];
  const text = (typeof input === 'string' ? input : new TextDecoder('utf-8').decode(input)).toWellFormed();
  const published = about.published ?? null;
  if (published !== null && !isDate(published)) {
    throw new RangeError(`published is ${JSON.stringify(published)}; give an ISO date such as 2025-04-24, or a date-time with its offset`);
  }
  const paragraphs: Span[] = [...text.matchAll(/\S[^\r\n]*/g)].map((line) => ({ start: line.index, end: line.index + line[0].trimEnd().length }));
  const title = about.title ?? null;
  const source = about.source ?? null;
  const url = about.url ?? null;
  const id = `r${createHash('sha256').update(JSON.stringify([text, title, source, published, url])).digest('hex').slice(0, 24)}`;
  return { id, title, source, url, published, zone: about.zone ?? null, language: about.language ?? 'en', text, paragraphs, dateline: null, offsets: [], origins: {}, issues };
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(value);
  if (!parts) return false;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.getUTCMonth() === Number(parts[2]) - 1;
}

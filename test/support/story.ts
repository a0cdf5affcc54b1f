// Short texts in, their readings out: reports of a test, each with its day and outlet.
import { read } from '../../src/reading/read.ts';
import type { Reading } from '../../src/reading/schema.ts';

/** `2026-03-03 Meridian Wire: text`, one report a string. */
export function readingsOf(...reports: readonly string[]): Reading[] {
  return reports.map((report) => {
    const [, published = '', source = '', text = ''] = /^(\S+) ([^:]+): ([\s\S]+)$/.exec(report) ?? [];
    return read(text, { published, source });
  });
}

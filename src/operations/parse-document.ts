// A report in, its grammar out; for faces that draw trees.
import { parse } from '../grammar/parse.ts';
import type { Parsed } from '../grammar/parsed.ts';
import { readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import { readText } from '../text/read-text.ts';
import { type AboutInput, aboutError, stated } from './about.ts';

export function parseReport(report: Report): Parsed {
  return parse(readText(report));
}

/** Parses a document. Throws OperationError 'input/about' when what the caller says about it is malformed. */
export function parseDocument(input: Uint8Array | string, about: AboutInput): Parsed {
  try {
    return parseReport(readReport(input, stated(about)));
  } catch (error) {
    throw aboutError(error);
  }
}

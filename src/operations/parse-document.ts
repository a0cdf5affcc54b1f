// A report in, its grammar out; for faces that draw trees.
import { parse } from '../grammar/parse.ts';
import type { Parsed } from '../grammar/parsed.ts';
import type { Report } from '../report/report.ts';
import { readText } from '../text/read-text.ts';

export function parseReport(report: Report): Parsed {
  return parse(readText(report));
}

// A report's text and the words of two parties in, the event that it tells between them out.
import { parse } from '../grammar/parse.ts';
import { type Between, codeBetween as codeParsed } from '../mentions/events/code-between.ts';
import { readReport } from '../report/read-report.ts';
import type { Span } from '../report/span.ts';
import { readText } from '../text/read-text.ts';

/**
 * What plain text tells between two parties whose words are known: the event in PLOVER and CAMEO, its status and the
 * lexicon's words that say so; null for none. Spans count code units of `text`. Throws RangeError for a span outside it.
 */
export function codeBetween(text: string, source: readonly Span[], target: readonly Span[]): Between | null {
  const report = readReport(text, { type: 'text/plain' });
  const shift = Math.max(0, report.text.indexOf(text.trim().slice(0, 40))) - (text.length - text.trimStart().length);
  for (const { start, end } of [...source, ...target])
    if (!(start >= 0 && start < end && end <= text.length))
      throw new RangeError(`span ${start} to ${end} does not lie in a text of ${text.length} code units`);
  const moved = (spans: readonly Span[]) => spans.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return codeParsed(parse(readText(report)), moved(source), moved(target));
}

// Mentions in, the one public shape out.
import type { Mentions } from '../mentions/find-mentions.ts';
import type { Span } from '../report/span.ts';
import type { Reading, ReadingSpan } from './schema.ts';
import { version } from './version.ts';

export function toReading({ parsed }: Mentions): Reading {
  const { report, sentences, issues } = parsed.text;
  const span = ({ start, end }: Span): ReadingSpan => ({ start, end, text: report.text.slice(start, end) });
  return {
    format: 1,
    recount: version,
    report: {
      id: report.id,
      title: report.title,
      source: report.source,
      url: report.url,
      published: report.published,
      language: report.language,
      text: report.text,
    },
    actors: [],
    places: [],
    times: [],
    figures: [],
    events: [],
    statements: [],
    unread: Array.from({ length: sentences.length }, (_, i) =>
      span({ start: sentences.start[i]!, end: sentences.end[i]! }),
    ),
    issues: [...report.issues, ...issues].map((issue) => ({
      code: issue.code,
      message: issue.message,
      span: issue.span && span(issue.span),
    })),
  };
}

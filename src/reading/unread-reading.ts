// A report in a language that is not read in, a reading that says so and holds nothing else out.
import { languageName } from '../report/language.ts';
import type { Report } from '../report/report.ts';
import { readText } from '../text/read-text.ts';
import type { Reading } from './schema.ts';
import { version } from './version.ts';

/** Every sentence is unread; the reason is the issue `language/not-english`. */
export function unreadReading(report: Report): Reading {
  const { sentences } = readText(report);
  const { id, title, source, url, published, language, text, origins } = report;
  const unread = Array.from({ length: sentences.length }, (_, s) => {
    const start = sentences.start[s] ?? 0;
    const end = sentences.end[s] ?? 0;
    return { start, end, text: text.slice(start, end) };
  });
  return {
    format: 1,
    recount: version,
    report: { id, title, source, url, published, language, text },
    origins,
    actors: [],
    places: [],
    times: [],
    figures: [],
    events: [],
    statements: [],
    unread,
    issues: [
      {
        code: 'language/not-english',
        message: `the text is in ${languageName(language)}; only English is read, so nothing of it was recorded`,
        span: null,
      },
      ...report.issues.map(({ code, message, span }) => ({
        code,
        message,
        span: span && span.start < span.end ? { ...span, text: text.slice(span.start, span.end) } : null,
      })),
    ],
  };
}

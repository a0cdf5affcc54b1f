// The public subpath `recount/report`.
export type { Issue } from './issue.ts';
export { readReport } from './read-report.ts';
export type { About, Dateline, OffsetRun, Origin, Report } from './report.ts';
export { covers, overlaps, type Span, textOf } from './span.ts';

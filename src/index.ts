// The package `recount`: read a report, check a reading.
export { checkReading } from './reading/check-reading.ts';
export { read } from './reading/read.ts';
export type {
  Reading,
  ReadingActor,
  ReadingEvent,
  ReadingFigure,
  ReadingIssue,
  ReadingPlace,
  ReadingSpan,
  ReadingStatement,
  ReadingTime,
} from './reading/schema.ts';
export { version } from './reading/version.ts';
export type { About } from './report/report.ts';

// The package `recount`: read a report, check a reading, ask what a text tells between two parties.
export type { Between } from './mentions/events/code-between.ts';
export { checkReading } from './reading/check-reading.ts';
export { codeBetween } from './reading/code-between.ts';
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

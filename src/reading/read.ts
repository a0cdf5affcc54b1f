// Bytes or a string in, everything that the report says out.
import { parse } from '../grammar/parse.ts';
import type { OwnActors } from '../mentions/actors/own-actors.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import { isEnglish } from '../report/language.ts';
import { readReport } from '../report/read-report.ts';
import type { About, Report } from '../report/report.ts';
import { readText } from '../text/read-text.ts';
import type { Reading } from './schema.ts';
import { toReading } from './to-reading.ts';
import { unreadReading } from './unread-reading.ts';

/**
 * Reads one report. Any bytes give a reading, with issues. Throws RangeError only when `about` is malformed
 * (a publication date that is none, say). `own` holds the user's own actors, as `parseActors` gives them.
 */
export function read(input: Uint8Array | string, about: About = {}, own: OwnActors | null = null): Reading {
  return readingOf(readReport(input, about), own);
}

/** Reads a report that some format gave; one that is not in English is kept as it is, all of it unread. */
export function readingOf(report: Report, own: OwnActors | null = null): Reading {
  if (!isEnglish(report.language)) return unreadReading(report);
  return toReading(findMentions(parse(readText(report)), own));
}

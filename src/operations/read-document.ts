// Bytes or text with what is known about them in, a reading out; without schemas, so that a cold start stays quick.

import { type OwnActors, parseActors } from '../mentions/actors/own-actors.ts';
import { readingOf } from '../reading/read.ts';
import type { Reading } from '../reading/schema.ts';
import { readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import { type AboutInput, aboutError, stated } from './about.ts';
import { OperationError } from './operation.ts';

/** The content of a user's own list of actors, and the name to call it by in messages. */
export interface ActorsList {
  readonly content: string;
  readonly file: string;
}

/**
 * Reads a document. Throws OperationError 'input/about' when what the caller says about it is malformed, and
 * 'input/actors' with file and line when the list of actors is.
 */
export function readDocument(input: Uint8Array | string, about: AboutInput, actors?: ActorsList): Reading {
  const own = actors ? ownActors(actors) : null;
  try {
    return readingOf(readReport(input, stated(about)), own);
  } catch (error) {
    throw aboutError(error);
  }
}

/** Reads a report that one of the formats gave. Throws like `readDocument`. */
export function readOpened(report: Report, actors?: ActorsList): Reading {
  return readingOf(report, actors ? ownActors(actors) : null);
}

let last: { readonly content: string; readonly own: OwnActors } | null = null;

/** The parsed list; the last one is kept, since a filter reads many reports with one list. */
function ownActors({ content, file }: ActorsList): OwnActors {
  if (last?.content === content) return last.own;
  try {
    const own = parseActors(content, file);
    last = { content, own };
    return own;
  } catch (error) {
    if ((error as Error).name !== 'ActorsError') throw error;
    throw new OperationError('input/actors', (error as Error).message, { cause: error });
  }
}

// Bytes or text with what is known about them in, their grammar out; for faces that draw trees.
import { parse } from '../grammar/parse.ts';
import type { Parsed } from '../grammar/parsed.ts';
import { readReport } from '../report/read-report.ts';
import type { About } from '../report/report.ts';
import { readText } from '../text/read-text.ts';
import { OperationError } from './operation.ts';
import type { AboutInput } from './read-document.ts';

/** Parses a document. Throws OperationError 'input/about' when what the caller says about it is malformed. */
export function parseDocument(input: Uint8Array | string, about: AboutInput): Parsed {
  try {
    return parse(
      readText(
        readReport(
          input,
          Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as About,
        ),
      ),
    );
  } catch (error) {
    if (error instanceof RangeError) throw new OperationError('input/about', error.message, { cause: error });
    throw error;
  }
}

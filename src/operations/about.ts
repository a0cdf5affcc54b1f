// What a caller says about a report in, the same without what is left unsaid out; and its mistakes as a caller sees them.
import type { About } from '../report/report.ts';
import { OperationError } from './operation.ts';

/** About, as parsed input has it: absent or undefined alike. */
export type AboutInput = { readonly [K in keyof About]?: About[K] | undefined };

/** Only what is said: absent and undefined are the same to a caller and not to a type. */
export function stated(about: AboutInput): About {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as About;
}

/** A malformed `about` as a caller's mistake; anything else as it is. */
export function aboutError(error: unknown): unknown {
  return error instanceof RangeError ? new OperationError('input/about', error.message, { cause: error }) : error;
}

// Whatever was thrown in, its code and words as whoever gave the report is told them out.
import { aboutError } from '../about.ts';

/** A known trouble as it says; an unknown one as a failure of the program, with its words. */
export function describeTrouble(thrown: unknown): { code: string; message: string } {
  const error = aboutError(thrown) as { name?: string; code?: unknown; message?: string } | null;
  const known = error?.name === 'FormatError' || error?.name === 'OperationError';
  if (known && typeof error?.code === 'string') return { code: error.code, message: error.message ?? '' };
  return { code: 'program/failed', message: `something in Recount failed: ${error?.message ?? String(thrown)}` };
}

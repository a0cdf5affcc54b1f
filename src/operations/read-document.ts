// Bytes or text with what is known about them in, a reading out; without schemas, so that a cold start stays quick.

import { read } from '../reading/read.ts';
import type { Reading } from '../reading/schema.ts';
import type { About } from '../report/report.ts';
import { OperationError } from './operation.ts';

/** About, as parsed input has it: absent or undefined alike. */
export type AboutInput = { readonly [K in keyof About]?: About[K] | undefined };

/** Reads a document. Throws OperationError 'input/published' and the like when what the caller says about it is malformed. */
export function readDocument(input: Uint8Array | string, about: AboutInput): Reading {
  try {
    return read(input, Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as About);
  } catch (error) {
    if (error instanceof RangeError) throw new OperationError('input/about', error.message, { cause: error });
    throw error;
  }
}

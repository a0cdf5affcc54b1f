// Where a command writes, and how it tells what went wrong.
import process from 'node:process';
import colours from 'picocolors';

export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** Whether standard error is a terminal: a progress bar makes sense. */
  readonly live: boolean;
}

export function terminal(): Output {
  // a reader that has seen enough (`| head`) closes the pipe: that is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    width: process.stdout.columns ?? 100,
    colour: colours.isColorSupported && Boolean(process.stdout.isTTY),
    live: Boolean(process.stderr.isTTY),
  };
}

/** Tells a failure on standard error, as JSON on standard output with `--json`; gives the exit code. */
export function failure(error: unknown, output: Output, json: boolean): number {
  const { code, message } = describe(error);
  if (json) output.out(`${JSON.stringify({ ok: false, error: { code, message } })}\n`);
  else output.err(`recount: ${message}\n`);
  if (code === 'program/failed' && error instanceof Error) output.err(`${error.stack ?? ''}\n`);
  return /^(?:input|report|claim|decision|incident|why|people|role|coding|release|saved)\//.test(code)
    ? 1
    : code.startsWith('usage/')
      ? 2
      : 3;
}

/** What went wrong, as a code and a sentence. Unknown failures say 'program/failed'. */
export function describe(error: unknown): { code: string; message: string } {
  const known = error as { name?: string; code?: unknown; message?: string } | null;
  const named = known?.name === 'OperationError' || known?.name === 'StoreError' || known?.name === 'UsageError';
  if (named && typeof known?.code === 'string') return { code: known.code, message: known.message ?? '' };
  if (known?.name === 'RangeError' && known.code === undefined)
    return { code: 'input/range', message: `${known.message ?? ''}.` };
  if (known?.name === 'LexiconError') return { code: 'program/lexicon', message: known.message ?? '' };
  return { code: 'program/failed', message: `something in Recount failed: ${known?.message ?? String(error)}` };
}

/** A command was called in a way it cannot serve; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage/arguments';
}

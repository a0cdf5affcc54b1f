// `recount read`: a file, standard input or an address in, a sheet or JSON out.
import { readDocument } from '../../operations/read-document.ts';
import { loadInput } from './input.ts';
import { type Output, UsageError } from './output.ts';
import { sheet } from './sheet.ts';

export interface ReadCommandOptions {
  readonly published?: string;
  readonly source?: string;
  readonly title?: string;
  readonly zone?: string;
  readonly type?: string;
  readonly json?: boolean;
}

export async function readCommand(
  input: string | undefined,
  options: ReadCommandOptions,
  output: Output,
): Promise<number> {
  if (input === undefined)
    throw new UsageError('say what to read: a file, - for standard input, or an address; or --jsonl for the filter.');
  const { bytes, about } = await loadInput(input);
  const { json, ...given } = options;
  const reading = readDocument(bytes, { ...about, ...given });
  output.out(json ? `${JSON.stringify(reading)}\n` : sheet(reading, output));
  return 0;
}

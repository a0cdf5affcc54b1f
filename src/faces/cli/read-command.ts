// `recount read`: a file, standard input or an address in, a sheet or JSON out.
import { readOpened } from '../../operations/read-document.ts';
import { actorsFile } from './actors-file.ts';
import { CODEBOOKS, type CodebookName } from './events-table.ts';
import { reportsIn } from './input.ts';
import { type Output, UsageError } from './output.ts';
import { KINDS, type Kind, sheet } from './sheet.ts';

export interface ReadCommandOptions {
  readonly published?: string;
  readonly source?: string;
  readonly title?: string;
  readonly zone?: string;
  readonly type?: string;
  readonly json?: boolean;
  /** File of the user's own actors. */
  readonly actors?: string;
  /** Kinds to show, with commas between. */
  readonly only?: string;
  /** Whose codes the events show. */
  readonly codebook?: string;
  /** Tell of each event how it was read. */
  readonly why?: boolean;
}

export async function readCommand(
  input: string | undefined,
  options: ReadCommandOptions,
  output: Output,
): Promise<number> {
  if (input === undefined)
    throw new UsageError('say what to read: a file, - for standard input, or an address; or --jsonl for the filter.');
  const { json, actors, only, codebook, why, ...given } = options;
  const kinds = kindsOf(only);
  if (kinds && json) throw new UsageError('--only chooses what the sheet shows; --json prints the whole reading.');
  const book = codebookOf(codebook);
  const list = await actorsFile(actors);
  let shown = 0;
  for await (const report of reportsIn(input, given)) {
    const reading = readOpened(report, list);
    if (shown++ > 0 && !json) output.out('\n');
    output.out(
      json ? `${JSON.stringify(reading)}\n` : sheet(reading, output, kinds, { codebook: book, why: why ?? false }),
    );
  }
  return 0;
}

function codebookOf(name: string | undefined): CodebookName {
  const book = CODEBOOKS.find((known) => known === (name ?? 'plover'));
  if (!book) throw new UsageError(`--codebook is "${name}"; it takes ${CODEBOOKS.join(' or ')}.`);
  return book;
}

function kindsOf(only: string | undefined): Kind[] | null {
  if (only === undefined) return null;
  return only.split(',').map((one) => {
    const kind = KINDS.find((known) => known === one.trim());
    if (!kind) throw new UsageError(`--only is "${one}"; it takes ${KINDS.join(', ')}, with commas between.`);
    return kind;
  });
}

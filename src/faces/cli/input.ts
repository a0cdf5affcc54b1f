// What a command line names (a file of any format, standard input, an address) in, the reports that it holds out.
import { type Stats, statSync } from 'node:fs';
import { type AboutInput, aboutError, stated } from '../../operations/about.ts';
import { inputsOf } from '../../operations/intake/inputs.ts';
import { keepMemorySmall } from '../../operations/intake/steady-memory.ts';
import { OperationError } from '../../operations/operation.ts';
import { readPiece } from '../../report/formats/read-piece.ts';
import { partsOf } from '../../report/formats/split.ts';
import type { Report } from '../../report/report.ts';

/** Opens each report in turn. Throws OperationError 'input/…' at the first that cannot be, with what was wrong. */
export async function* reportsIn(name: string, about: AboutInput): AsyncGenerator<Report> {
  const info = whatIs(name);
  if (info?.isDirectory())
    throw new OperationError(
      'input/folder',
      `${name} is a folder; name a file in it, or keep all that it holds with "recount add ${name}".`,
    );
  const { type, ...said } = about;
  // most files hold one report
  keepMemorySmall(true);
  try {
    yield* reportsOf(name, type, said);
  } finally {
    keepMemorySmall(false);
  }
}

/** Null for an address, for standard input, and for what is not there. */
function whatIs(name: string): Stats | null {
  try {
    return statSync(name);
  } catch {
    return null;
  }
}

async function* reportsOf(name: string, type: string | undefined, said: AboutInput): AsyncGenerator<Report> {
  for await (const input of inputsOf([name])) {
    const { bytes, given, url } = await input.open();
    for await (const part of partsOf(bytes, { ...given, type: type ?? given.type })) {
      const where = part.part === null ? name : `${name} (${part.part})`;
      if (part.kind === 'trouble') throw new OperationError(part.code, `${where}: ${part.message}.`);
      if (part.kind === 'address')
        throw new OperationError(
          'input/list',
          `${name} lists feeds and holds no report; fetch them with "recount add ${name}" or "recount watch ${name}".`,
        );
      yield await opened(part, url === null || part.part !== null ? said : { url, ...said }, where);
      keepMemorySmall(false);
    }
  }
}

async function opened(piece: Parameters<typeof readPiece>[0], about: AboutInput, where: string): Promise<Report> {
  try {
    return await readPiece(piece, stated(about));
  } catch (error) {
    const { name, code, message } = error as { name?: string; code?: string; message?: string };
    if (name === 'FormatError') throw new OperationError(code ?? '', `${where}: ${message}.`, { cause: error });
    throw aboutError(error);
  }
}

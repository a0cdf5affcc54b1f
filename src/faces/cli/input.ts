// What a command line names in, bytes out: a file, standard input, or a page.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { OperationError } from '../../operations/operation.ts';
import type { AboutInput } from '../../operations/read-document.ts';

export interface Input {
  readonly bytes: Uint8Array;
  /** What the way in tells about it: its name, address and media type. */
  readonly about: AboutInput;
}

const LIMIT = 50_000_000;

/** Loads one input. Throws OperationError 'input/…' with what was wrong. */
export async function loadInput(name: string): Promise<Input> {
  if (name === '-') return { bytes: await standardInput(), about: {} };
  if (/^https?:\/\//i.test(name)) {
    const { fetchPage } = await import('../../operations/fetch-page.ts');
    const { bytes, url, type } = await fetchPage(name);
    return { bytes, about: { url, type } };
  }
  try {
    const info = await stat(name);
    if (info.isDirectory())
      throw new OperationError('input/folder', `${name} is a folder; name the files in it, such as ${name}/*.txt.`);
    if (info.size > LIMIT)
      throw new OperationError(
        'input/too-large',
        `${name} holds ${info.size} bytes; a single report may hold ${LIMIT}.`,
      );
    return { bytes: await readFile(name), about: { name: basename(name) } };
  } catch (error) {
    if (error instanceof OperationError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EACCES'
          ? 'you may not read it'
          : (error as Error).message;
    throw new OperationError('input/unreadable', `${name}: ${why}.`, { cause: error });
  }
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    size += (part as Buffer).length;
    if (size > LIMIT)
      throw new OperationError(
        'input/too-large',
        `standard input holds more than ${LIMIT} bytes; for many reports use "recount read --jsonl".`,
      );
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

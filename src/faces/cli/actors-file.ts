// The name of a user's own list of actors in, its content out.
import { readFile } from 'node:fs/promises';
import { OperationError } from '../../operations/operation.ts';
import type { ActorsList } from '../../operations/read-document.ts';

/** Null when no list is named. Throws OperationError 'input/actors' when the file cannot be read. */
export async function actorsFile(file: string | undefined): Promise<ActorsList | undefined> {
  if (file === undefined) return undefined;
  try {
    return { content: await readFile(file, 'utf8'), file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new OperationError('input/actors', `${file}: ${why}; --actors takes a list of actors, see docs/actors.md.`, {
      cause: error,
    });
  }
}

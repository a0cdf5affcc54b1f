// What `recount release …` does: options in, an operation run, lines, JSON or a file out.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { OperationError } from '../../operations/operation.ts';
import { archiveOf } from '../../operations/release/archive.ts';
import { type Release, release, releaseMake, releaseVerify } from '../../operations/release/release.ts';
import { openContext } from './context.ts';
import type { Output } from './output.ts';
import { run, who } from './run-record.ts';

type Given = Record<string, unknown>;

function tell({ name, title, at, hash, counts, cite, licence }: Release, output: Output): void {
  const claims = Object.entries(counts.claims).map(([kind, n]) => `${n} ${kind}s`);
  output.out(`${name}  ${at.slice(0, 10)}  ${title}\n`);
  output.out(`    ${counts.reports} reports, ${counts.decisions} decisions; ${claims.join(', ')}\n`);
  output.out(`    sha256 ${hash}; ${licence.split('\n')[0]?.slice(0, 80)}\n    ${cite}\n`);
}

export function listCommand(options: Given, output: Output): Promise<number> {
  return run(release, {}, options, output, ({ releases }) => {
    for (const one of releases) tell(one, output);
    if (releases.length === 0) output.out('No releases yet: recount release make NAME --licence CC-BY-4.0\n');
    return 0;
  });
}

export function makeCommand(
  name: string,
  { licence, title, author, note, ...options }: Given,
  output: Output,
): Promise<number> {
  const given = String(licence);
  const asked = {
    name,
    title,
    authors: author,
    note,
    licence: given.startsWith('@') ? fileOf(given.slice(1)) : given,
    by: who(options),
  };
  return run(releaseMake, asked, options, output, (made) => {
    tell(made, output);
    return 0;
  });
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new OperationError('input/unreadable', `${path}: there is no such file, or it cannot be read.`, { cause });
  }
}

export async function verifyCommand(name: string, options: Given, output: Output): Promise<number> {
  let sound = true;
  const code = await run(releaseVerify, { name }, options, output, (found) => {
    sound = found.sound;
    output.out(found.sound ? `${name} is sound: sha256 ${found.hash}\n` : `${found.differs.join('\n')}\n`);
    return found.sound ? 0 : 1;
  });
  return sound ? code : 1;
}

export async function exportCommand(name: string, file: string, options: Given, output: Output): Promise<number> {
  const context = openContext(options['store'] as string | undefined);
  try {
    const bytes = await archiveOf(context, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    try {
      writeFileSync(file, bytes, { flag: 'wx' });
    } catch (cause) {
      const there = (cause as NodeJS.ErrnoException).code === 'EEXIST';
      throw new OperationError(
        'input/file',
        there
          ? `${file} is already there; name a file that is not.`
          : `${file} cannot be written: ${(cause as Error).message}`,
        { cause },
      );
    }
    output.out(
      options['json']
        ? `${JSON.stringify({ file, bytes: bytes.length, sha256 })}\n`
        : `${file}: ${bytes.length} bytes, sha256 ${sha256}\n`,
    );
    return 0;
  } finally {
    await context.close();
  }
}

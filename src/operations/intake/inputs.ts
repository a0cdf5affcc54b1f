// What a command line names (files, folders, standard input, addresses) in, streams of bytes with what is known of them out.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { Bytes } from '../../report/formats/byte-stream.ts';
import { KNOWN_NAME } from '../../report/formats/format.ts';
import type { Given } from '../../report/formats/split.ts';
import type { Found } from '../../report/report.ts';
import type { FetchLimits } from '../fetch-page.ts';
import { OperationError } from '../operation.ts';

export interface Opened {
  readonly bytes: Bytes;
  readonly given: Given;
  /** Where it was fetched; null for what is on this machine. */
  readonly url: string | null;
  /** What a feed says about this item of it. */
  readonly found?: Found;
}

/** One thing to split, not yet opened. */
export interface Input {
  /** As it was named: a path, an address, or `-`. */
  readonly name: string;
  /** Bytes, where that is known beforehand. */
  readonly size: number | null;
  /** Opens it. Throws OperationError 'input/…' with what was wrong. */
  open(): Promise<Opened>;
}

/**
 * Everything that the names stand for, folders walked in order of their names. A name that is not there gives an input
 * whose `open` says so, so that the rest goes on.
 */
export async function* inputsOf(names: readonly string[], limits: FetchLimits = {}): AsyncGenerator<Input> {
  for (const name of names) {
    if (name === '-') yield { name, size: null, open: async () => ({ bytes: process.stdin, given: {}, url: null }) };
    else if (/^https?:\/\//i.test(name)) yield address(name, limits);
    else yield* onDisk(name);
  }
}

/** A page, a feed or a file behind an address. */
export function address(name: string, limits: FetchLimits): Input {
  return {
    name,
    size: null,
    async open() {
      const { fetchPage } = await import('../fetch-page.ts');
      const { bytes, url, type } = await fetchPage(name, limits);
      return { bytes: once(bytes), given: { type, name: new URL(url).pathname }, url };
    },
  };
}

async function* onDisk(name: string): AsyncGenerator<Input> {
  let folder = false;
  let size: number | null = null;
  let missing: unknown = null;
  try {
    const info = statSync(name);
    folder = info.isDirectory();
    size = info.isFile() ? info.size : null;
  } catch (error) {
    missing = error;
  }
  if (folder) return yield* walk(name);
  yield {
    name,
    size,
    async open() {
      if (missing !== null) throw unreadable(name, missing);
      return { bytes: read(name, size), given: { name: basename(name) }, url: null };
    },
  };
}

/** Files of known formats, in order of name; hidden ones and links to folders are passed over. */
async function* walk(folder: string): AsyncGenerator<Input> {
  let found = 0;
  const stack = [folder];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    let entries: import('node:fs').Dirent[];
    try {
      entries = await readdir(at, { withFileTypes: true });
    } catch (error) {
      const name = at;
      found++;
      yield { name, size: null, open: async () => Promise.reject(unreadable(name, error)) };
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if ((entry.isFile() || entry.isSymbolicLink()) && KNOWN_NAME.test(entry.name)) {
        const info = await stat(path).catch(() => null);
        if (!info?.isFile()) continue;
        found++;
        yield {
          name: path,
          size: info.size,
          open: async () => ({ bytes: read(path, info.size), given: { name: entry.name }, url: null }),
        };
      }
    }
    stack.push(...folders.reverse());
  }
  if (found === 0)
    yield {
      name: folder,
      size: null,
      open: async () =>
        Promise.reject(new OperationError('input/folder', `${folder} holds no file of a format that Recount reads.`)),
    };
}

/** What is read at once: a new process that reads a page need not load all that streams take. */
const SMALL = 256 * 1024;

async function* read(name: string, size: number | null): AsyncGenerator<Uint8Array> {
  try {
    if (size !== null && size <= SMALL) yield readFileSync(name);
    else for await (const chunk of createReadStream(name, { highWaterMark: SMALL })) yield chunk as Uint8Array;
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function unreadable(name: string, error: unknown): OperationError {
  const { code } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'you may not read it' : (error as Error).message;
  return new OperationError('input/unreadable', `${name}: ${why}.`, { cause: error });
}

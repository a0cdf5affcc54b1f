// A grammar's tables as they stand in memory in, the bytes of a file out; and the other way round, read where they will be used.
//
// The model files are small, and making tables of them is most of what the first sentence of a process waits for. So the
// build makes the tables once (scripts/finish-build.mjs), and a process reads them: nothing is decoded, placed or copied.
import { closeSync, openSync, readSync } from 'node:fs';
import { decodeModel, type ModelFile, type ModelNames } from './model-file.ts';
import { type Scorer, scorerMemory, scorerOf } from './scorer.ts';
import { wordTable } from './word-list.ts';

export interface Tables extends Pick<ModelFile, 'names' | 'sure'> {
  readonly scorer: Scorer;
  /** See wordTable. */
  readonly words: Int32Array;
}

/** RGT1, numbers as this machine writes them: the file never leaves the package that it was built for. */
const MAGIC = 0x31544752;
/** Magic, bytes of the names, slots of both lists of contexts and of the word table, bytes of the scorer's memory. */
const HEAD = 6;
const whole = (bytes: number): number => (bytes + 3) & -4;

/** Puts together what `readTables` reads. Throws RangeError where `model` is no model file. */
export function encodeTables(model: Uint8Array, words: Uint8Array): Uint8Array {
  const file = decodeModel(model);
  const names = new TextEncoder().encode(JSON.stringify(file.names));
  const lists = [file.sure.tags.slots, file.sure.labels.slots, wordTable(words)];
  const memory = scorerMemory(file);
  const head = Int32Array.of(MAGIC, names.length, ...lists.map(({ length }) => length), memory.length);
  const out = new Uint8Array(
    lists.reduce((sum, { byteLength }) => sum + byteLength, head.byteLength + whole(names.length) + memory.length),
  );
  out.set(new Uint8Array(head.buffer), 0);
  out.set(names, head.byteLength);
  let at = head.byteLength + whole(names.length);
  for (const { buffer, byteOffset, byteLength } of lists) {
    out.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  out.set(memory, at);
  return out;
}

/** Reads such a file; null where there is none. Throws RangeError when it is something else or cut short. */
export function readTables(file: URL): Tables | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  const into = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer => {
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(descriptor, bytes, at, bytes.length - at, null);
      if (got === 0) throw new RangeError(`${file.pathname} is cut short: the package is not whole`);
      at += got;
    }
    return bytes.buffer;
  };
  try {
    const head = new Int32Array(into(new Uint8Array(4 * HEAD)));
    if (head[0] !== MAGIC) throw new RangeError(`${file.pathname} holds no tables of a grammar`);
    const [, named, tags, labels, words, memory] = head as unknown as [number, number, number, number, number, number];
    const first = whole(named);
    // a buffer of its own, not zeroed before it is read into: every page that is touched twice costs twice
    const rest = Buffer.allocUnsafeSlow(first + 4 * (tags + labels + words));
    const buffer = into(rest);
    const list = (slots: number, at: number) => new Int32Array(buffer, at, slots);
    const sure = (slots: number, at: number) => ({ mask: slots - 1, slots: list(slots, at) });
    return {
      names: JSON.parse(rest.toString('utf8', 0, named)) as ModelNames,
      sure: { tags: sure(tags, first), labels: sure(labels, first + 4 * tags) },
      words: list(words, first + 4 * (tags + labels)),
      scorer: scorerOf(memory, into),
    };
  } finally {
    closeSync(descriptor);
  }
}

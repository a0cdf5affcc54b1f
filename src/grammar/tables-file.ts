// A grammar's tables as they stand in memory in, the bytes of a file out; and the other way round, read where they will be used.
//
// The model files are small, and making tables of them is most of what the first sentence of a process waits for. So the
// build makes the tables once (scripts/finish-build.mjs), and a process reads them: nothing is decoded, placed or copied.
import { closeSync, openSync } from 'node:fs';
import { fill, type LazyFile, lazyFile } from '../lexicon/lazy-file.ts';
import { decodeModel, type ModelFile, type ModelNames } from './model-file.ts';
import { type Scorer, scorerMemory, scorerOf } from './scorer.ts';
import { wordTable } from './word-list.ts';

export interface Tables extends Pick<ModelFile, 'names' | 'sure'> {
  readonly scorer: Scorer;
  /** See wordTable. Half of the file, of which a page needs some hundred slots. */
  readonly words: LazyFile;
}

/** RGT2, numbers as this machine writes them: the file never leaves the package that it was built for. */
const MAGIC = 0x32544752;
/** Magic, bytes of the names, slots of both lists of contexts, bytes of the scorer's memory, slots of the word table behind it. */
const HEAD = 6;
const whole = (bytes: number): number => (bytes + 3) & -4;

/** Puts together what `readTables` reads. Throws RangeError where `model` is no model file. */
export function encodeTables(model: Uint8Array, words: Uint8Array): Uint8Array {
  const file = decodeModel(model);
  const names = new TextEncoder().encode(JSON.stringify(file.names));
  const { tags, labels } = file.sure;
  const memory = scorerMemory(file);
  const table = wordTable(words);
  const head = Int32Array.of(MAGIC, names.length, tags.slots.length, labels.slots.length, memory.length, table.length);
  const parts = [head, names, tags.slots, labels.slots, memory, table];
  const out = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + whole(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    out.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += whole(byteLength);
  }
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
    fill(bytes, descriptor, null, file);
    return bytes.buffer;
  };
  try {
    const head = new Int32Array(into(new Uint8Array(4 * HEAD)));
    if (head[0] !== MAGIC) throw new RangeError(`${file.pathname} holds no tables of a grammar`);
    const [, named, tags, labels, memory, slots] = head as unknown as [number, number, number, number, number, number];
    const first = whole(named);
    // a buffer of its own, not zeroed before it is read into: every page that is touched twice costs twice
    const rest = Buffer.allocUnsafeSlow(first + 4 * (tags + labels));
    const buffer = into(rest);
    const sure = (slots: number, at: number) => ({ mask: slots - 1, slots: new Int32Array(buffer, at, slots) });
    const words = lazyFile(file, 4 * HEAD + rest.length + whole(memory));
    if (words?.buffer.byteLength !== 4 * slots)
      throw new RangeError(`${file.pathname} is cut short: the package is not whole`);
    return {
      names: JSON.parse(rest.toString('utf8', 0, named)) as ModelNames,
      sure: { tags: sure(tags, first), labels: sure(labels, first + 4 * tags) },
      words,
      scorer: scorerOf(memory, into),
    };
  } finally {
    closeSync(descriptor);
  }
}

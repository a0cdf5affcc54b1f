// A file of the package in, its bytes out, each block of them read when it is first needed.
//
// One page asks for a few hundred places and words of tables that hold hundreds of thousands: to read all of a table takes
// longer than to look the page up in it, since each page of memory that is touched first has to be made by the system.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const SHIFT = 12;
/** So many blocks read one by one cost what the whole file does: from then on it is in memory. */
const ENOUGH = 256;

export interface LazyFile {
  /** As long as the file, or as what of it was asked for; zero where nothing was needed yet. */
  readonly buffer: ArrayBuffer;
  /** Whether all of it is there, so that nothing need be asked for. */
  readonly whole: boolean;
  /** Sees to it that the bytes from `from` to before `to` are there. Throws RangeError when the file is cut short since. */
  need(from: number, to: number): void;
}

/** Bytes that are all there. */
export const wholeFile = (buffer: ArrayBuffer): LazyFile => ({ buffer, whole: true, need: () => undefined });

/** Opens a file, or what stands in it from byte `first` on; null where there is none. */
export function lazyFile(file: URL, first = 0): LazyFile | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  const size = Math.max(0, fstatSync(descriptor).size - first);
  const bytes = new Uint8Array(size);
  const there = new Uint8Array((size >> SHIFT) + 1);
  const read = (from: number, to: number) => fill(bytes.subarray(from, to), descriptor, first + from, file);
  let left = ENOUGH;
  const lazy = {
    buffer: bytes.buffer,
    whole: false,
    need(from: number, to: number) {
      if (lazy.whole) return;
      const end = Math.min(to, size);
      for (let block = from >>> SHIFT; block << SHIFT < end; block++) {
        if (there[block] !== 0) continue;
        // blocks that follow one another in one go
        let next = block + 1;
        while (next << SHIFT < end && there[next] === 0) next++;
        left -= next - block;
        if (left <= 0) {
          read(0, size);
          closeSync(descriptor);
          lazy.whole = true;
          return;
        }
        read(block << SHIFT, Math.min(next << SHIFT, size));
        there.fill(1, block, next);
        block = next - 1;
      }
    },
  };
  return lazy;
}

/** Reads an open file until `bytes` are full, from byte `at` on or, with null, from where it stands. Throws RangeError where it ends before. */
export function fill(bytes: Uint8Array, descriptor: number, at: number | null, file: URL): void {
  for (let done = 0; done < bytes.length; ) {
    const got = readSync(descriptor, bytes, done, bytes.length - done, at === null ? null : at + done);
    if (got === 0) throw new RangeError(`${file.pathname} is cut short: the package is not whole`);
    done += got;
  }
}

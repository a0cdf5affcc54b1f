// The grammar's loops, compiled from kernel/*.ts, with a memory of their own.
import { KERNEL } from './kernel-code.ts';

/** What the loops do stands with them. Numbers that end in `At` are first bytes in the memory. */
interface Loops {
  joinAll(saltsAt: number, raised: number, plain: number, count: number): void;
  mixAll(singles: number, count: number): void;
  sumPairs(tableAt: number, count: number): void;
  sumRows(tableAt: number, count: number): number;
  placePairs(tableAt: number, takenAt: number, thirdAt: number, upperAt: number, oneAt: number, twoAt: number): void;
  placeRows(
    tableAt: number,
    takenAt: number,
    thirdAt: number,
    upperAt: number,
    countsAt: number,
    entriesAt: number,
  ): void;
  rowsBytes(countsAt: number, count: number, classes: number): number;
  putWords(
    hashesAt: number,
    valuesAt: number,
    count: number,
    bytes: number,
    shift: number,
    keysAt: number,
    mask: number,
  ): void;
  bestTree(scoresAt: number, count: number, headsAt: number, roomAt: number): void;
  treesAtOnce(): number;
  treeRoom(model: number, count: number, longest: number): number;
  cacheRoom(model: number): number;
  readTrees(
    model: number,
    idsAt: number,
    countsAt: number,
    many: number,
    toAt: number,
    roomAt: number,
    cacheAt: number,
  ): void;
}

export interface Kernel extends Loops {
  /** Numbers in the memory, good until it grows. */
  ints(at: number, length: number): Int32Array;
  /** Bytes in the memory, good until it grows. */
  bytes(at: number, length: number): Uint8Array<ArrayBuffer>;
  /** Copies lists into the memory, one behind the other from `at` on; gives where each begins, then where the last ends. */
  put<Lists extends readonly Uint8Array[]>(at: number, lists: readonly [...Lists]): [...Begins<Lists>, number];
  /** Makes the memory at least so large; what is new in it is zero. */
  reach(bytes: number): void;
}

type Begins<Lists extends readonly unknown[]> = { [I in keyof Lists]: number };

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What of WebAssembly is used here: the types of Node leave it out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number }) => Memory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const PAGE = 65_536;

let code: object | null = null;

export function makeKernel(): Kernel {
  code ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(code, { env: { memory } });
  const reach = (bytes: number) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  return {
    ...(exports as Loops),
    reach,
    ints: (at, length) => new Int32Array(memory.buffer, at, length),
    bytes: (at, length) => new Uint8Array(memory.buffer, at, length),
    put<Lists extends readonly Uint8Array[]>(at: number, lists: readonly [...Lists]) {
      const begins = [at];
      for (const list of lists) begins.push((begins.at(-1) as number) + list.length);
      reach(begins.at(-1) as number);
      const bytes = new Uint8Array(memory.buffer);
      lists.forEach((list, i) => {
        bytes.set(list, begins[i]);
      });
      return begins as [...Begins<Lists>, number];
    },
  };
}

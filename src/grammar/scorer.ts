// Tables of weights in, a scorer of decisions out: the numbers of features go in, the scores of classes come out.
//
// The loops are those of kernel/score.ts, compiled for WebAssembly, where four features are hashed and looked up at
// once. They do whole numbers only, so that they give the same on every machine.
import { KERNEL } from './kernel-code.ts';
import type { PairModel, SparseModel } from './sparse-model.ts';
import { TAG_KEYS } from './tag-features.ts';

/** Where the numbers that a decision's features are made of are written, by feature; room for 128. */
export interface Features {
  readonly one: Int32Array;
  readonly two: Int32Array;
}

/** Room for features outside of a scorer. */
export const makeFeatures = (): Features => ({ one: new Int32Array(ROOM), two: new Int32Array(ROOM) });

/** The tables of a grammar in one memory; `tagger`, `arcs` and `labels` say which. What is written is good for one decision. */
export interface Scorer extends Features {
  /** What `sumPairs` and `sumRows` sum over, by feature. */
  readonly hashes: Int32Array;
  /** By class, up to 256, after a sum. */
  readonly scores: Int32Array;
  readonly tagger: number;
  readonly arcs: number;
  readonly labels: number;
  /** Hashes the first `count` features by `join`, the second number of the i-th raised by `salt + i * step`. */
  joinAll(count: number, salt: number, step: number): void;
  /** Hashes the first `count` features by `mix`: their keys (TAG_KEYS) with one number, behind the first `singles` with both. */
  mixAll(singles: number, count: number): void;
  /** Sums a table of pairs over the first `count` hashes, at most 128, into scores 1 and 2; score 0 is 0. */
  sumPairs(table: number, count: number): void;
  /** Sums a table of rows over the first `count` hashes, at most 128; gives the best class, the lowest among equals. */
  sumRows(table: number, count: number): number;
}

type Loops = Pick<Scorer, 'joinAll' | 'mixAll' | 'sumPairs' | 'sumRows'>;

/** What of WebAssembly is used here: the types of Node leave it out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Where things stand in the memory; the first four are known to kernel/score.ts too. */
const ONE = 0;
const TWO = 512;
const KEYS = 1024;
const HASHES = 1536;
const SCORES = 2048;
const HEADS = 4640;
const HEAD_BYTES = 32;
const TABLES = 5120;
const PAGE = 65_536;
const ROOM = 128;

let code: object | null = null;

/** The models are copied: they are not needed afterwards. */
export function makeScorer(models: {
  readonly tagger: SparseModel;
  readonly arcs: PairModel;
  readonly labels: SparseModel;
}): Scorer {
  const { tagger, arcs, labels } = models;
  const bytes = [tagger, arcs, labels].reduce((sum, model) => sum + bytesOf(model), TABLES);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  code ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));
  const { exports } = new WebAssembly.Instance(code, { env: { memory } });
  const ints = (at: number, length: number) => new Int32Array(memory.buffer, at, length);
  ints(KEYS, TAG_KEYS.length).set(TAG_KEYS);
  let [head, end] = [HEADS, TABLES];
  const put = (model: PairModel | SparseModel): number => {
    const { classes, blocks, rows } = 'rows' in model ? model : PAIRS;
    const slotsAt = end;
    const blocksAt = slotsAt + 4 * model.slots.length;
    const movesAt = blocksAt + 4 * blocks.length;
    const rowsAt = movesAt + model.moves.length;
    end = whole(rowsAt + rows.length);
    ints(slotsAt, model.slots.length).set(model.slots);
    ints(blocksAt, blocks.length).set(blocks);
    new Uint8Array(memory.buffer, movesAt, model.moves.length).set(model.moves);
    new Uint8Array(memory.buffer, rowsAt, rows.length).set(rows);
    ints(head, HEAD_BYTES / 4).set([
      slotsAt,
      movesAt,
      model.mask,
      model.quarters,
      model.shift,
      blocksAt,
      rowsAt,
      classes,
    ]);
    head += HEAD_BYTES;
    return head - HEAD_BYTES;
  };
  const { joinAll, mixAll, sumPairs, sumRows } = exports as Loops;
  return {
    one: ints(ONE, ROOM),
    two: ints(TWO, ROOM),
    hashes: ints(HASHES, ROOM),
    scores: ints(SCORES, 256),
    tagger: put(tagger),
    arcs: put(arcs),
    labels: put(labels),
    joinAll,
    mixAll,
    sumPairs,
    sumRows,
  };
}

/** What a table of pairs has no need of. */
const PAIRS = { classes: 3, blocks: new Int32Array(0), rows: new Uint8Array(0) };

/** The next place for numbers of four bytes. */
const whole = (bytes: number): number => (bytes + 3) & -4;

const bytesOf = (model: PairModel | SparseModel): number =>
  whole(
    4 * model.slots.length + model.moves.length + ('rows' in model ? 4 * model.blocks.length + model.rows.length : 0),
  );

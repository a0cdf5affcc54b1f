// Tables of weights in, a scorer of decisions out: the numbers of features go in, the scores of classes come out.
//
// The loops are those of kernel/score.ts and kernel/place.ts, compiled for WebAssembly, where four features are hashed
// and looked up at once. They do whole numbers only, so that they give the same on every machine.
import { ARCS } from './arc-features.ts';
import { type Kernel, makeKernel } from './kernel.ts';
import { LABELS } from './label-features.ts';
import { places } from './placement.ts';
import { blocksOf, type PairModel, type SparseModel } from './sparse-model.ts';
import { TAG_KEYS } from './tag-features.ts';

/** Where the numbers that a decision's features are made of are written, by feature; room for 128. */
export interface Features {
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly three: Int32Array;
}

/** Room for features outside of a scorer. */
export const makeFeatures = (): Features => ({
  one: new Int32Array(ROOM),
  two: new Int32Array(ROOM),
  three: new Int32Array(ROOM),
});

/** The tables of a grammar in one memory; `tagger`, `arcs` and `labels` say which. What is written is good for one decision. */
export interface Scorer extends Features {
  /** What `sumPairs` and `sumRows` sum over, by feature. */
  readonly hashes: Int32Array;
  /** By class, up to 256, after a sum. */
  readonly scores: Int32Array;
  readonly tagger: number;
  readonly arcs: number;
  readonly labels: number;
  /** What `joinAll` takes for the features of transitions and of labels. */
  readonly arcSalts: number;
  readonly labelSalts: number;
  /**
   * Hashes the first `count` features by `join`: the first number with the second, which is raised by the feature's salt
   * and `raised`; behind the first `plain` (a multiple of four) the first is joined with the third before.
   */
  joinAll(salts: number, raised: number, plain: number, count: number): void;
  /** Hashes the first `count` features by `mix`: their keys (TAG_KEYS) with one number, behind the first `singles` with both. */
  mixAll(singles: number, count: number): void;
  /** Sums a table of pairs over the first `count` hashes, at most 128, into scores 1 and 2; score 0 is 0. */
  sumPairs(table: number, count: number): void;
  /** Sums a table of rows over the first `count` hashes, at most 128; gives the best class, the lowest among equals. */
  sumRows(table: number, count: number): number;
}

/** Where things stand in the memory; kernel/score.ts knows those up to the scores and keeps what it needs behind them. */
const ONE = 0;
const TWO = 512;
const THREE = 1024;
const KEYS = 1536;
const HASHES = 2048;
const SCORES = 2560;
const ARC_SALTS = 5184;
const LABEL_SALTS = 5696;
const HEADS = 6208 + 512;
const HEAD_BYTES = 32;
const TABLES = 6912;
const ROOM = 128;
const CLASSES = 256;

const AT = { arcs: HEADS, labels: HEADS + HEAD_BYTES, tagger: HEADS + 2 * HEAD_BYTES };

/** What the models are kept in is not needed afterwards: tables are made of it. */
export const makeScorer = (models: Models): Scorer => scorerIn(filled(models).kernel);

/** The memory of a scorer of these models, to be kept in a file: making it takes far longer than reading it. */
export function scorerMemory(models: Models): Uint8Array {
  const { kernel, end } = filled(models);
  return kernel.bytes(0, end);
}

/** A scorer whose memory of so many bytes was kept: `read` fills it. */
export function scorerOf(length: number, read: (memory: Uint8Array<ArrayBuffer>) => void): Scorer {
  const kernel = makeKernel();
  kernel.reach(length);
  read(kernel.bytes(0, length));
  return scorerIn(kernel);
}

function scorerIn({ ints, joinAll, mixAll, sumPairs, sumRows }: Kernel): Scorer {
  return {
    ...AT,
    one: ints(ONE, ROOM),
    two: ints(TWO, ROOM),
    three: ints(THREE, ROOM),
    hashes: ints(HASHES, ROOM),
    scores: ints(SCORES, CLASSES),
    arcSalts: ARC_SALTS,
    labelSalts: LABEL_SALTS,
    joinAll,
    mixAll,
    sumPairs,
    sumRows,
  };
}

/** A kernel with the tables in its memory, and where they end. */
function filled({ tagger, arcs, labels }: Models): { readonly kernel: Kernel; readonly end: number } {
  const kernel = makeKernel();
  kernel.ints(KEYS, TAG_KEYS.length).set(TAG_KEYS);
  kernel.ints(ARC_SALTS, ARCS.count).set(ARCS.salts);
  kernel.ints(LABEL_SALTS, LABELS.count).set(LABELS.salts);
  // what a table is made of lies behind it, under the next one: the table of the largest comes first
  const afterArcs = putPairs(kernel, AT.arcs, TABLES, arcs);
  const afterLabels = putRows(kernel, AT.labels, afterArcs, labels);
  return { kernel, end: putRows(kernel, AT.tagger, afterLabels, tagger) };
}

interface Models {
  readonly tagger: SparseModel;
  readonly arcs: PairModel;
  readonly labels: SparseModel;
}

/** Makes a table at `from`, whose head is at `head`; gives the next free place. */
function putPairs(kernel: Kernel, head: number, from: number, model: PairModel): number {
  const { mask, quarters, shift, moves, taken, third, upper, one, two } = model;
  const [movesAt, end] = kernel.put(from + 4 * places(model), [moves]);
  kernel.ints(head, HEAD_BYTES / 4).set([from, movesAt, mask, quarters, shift]);
  const [takenAt, thirdAt, upperAt, oneAt, twoAt] = kernel.put(end, [taken, third, upper, one, two]);
  kernel.placePairs(head, takenAt, thirdAt, upperAt, oneAt, twoAt);
  return whole(end);
}

function putRows(kernel: Kernel, head: number, from: number, model: SparseModel): number {
  const { mask, quarters, shift, moves, taken, third, upper, counts, entries, classes } = model;
  const blocksAt = from + 4 * places(model);
  const [movesAt, rowsAt] = kernel.put(blocksAt + 4 * blocksOf(model), [moves]);
  // the counts lie where the rows will be, to tell how many bytes these take
  kernel.put(rowsAt, [counts]);
  const end = rowsAt + kernel.rowsBytes(rowsAt, counts.length, classes);
  kernel.ints(head, HEAD_BYTES / 4).set([from, movesAt, mask, quarters, shift, blocksAt, rowsAt, classes]);
  const [takenAt, thirdAt, upperAt, countsAt, entriesAt] = kernel.put(end, [taken, third, upper, counts, entries]);
  kernel.placeRows(head, takenAt, thirdAt, upperAt, countsAt, entriesAt);
  return whole(end);
}

/** The next place for numbers of four bytes. */
const whole = (bytes: number): number => (bytes + 3) & -4;

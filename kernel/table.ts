// What a table of weights is: see Placement, PairModel and SparseModel in src/grammar/.

/** One of pairs has no blocks, rows and classes. */
// @ts-ignore: a class without methods, as the compiler lays it out
@unmanaged
export class Table {
  slots: usize;
  moves: usize;
  mask: i32;
  quarters: i32;
  shift: i32;
  blocks: usize;
  rows: usize;
  classes: i32;
}

/** Binary logarithm of the slots of a block: few enough that the distance of a row fits 16 bits. */
export const BLOCK = 6;
/** What a full row begins with: its weights follow, one for each class. Other rows begin with how many entries they have. */
export const IS_FULL: u8 = 255;

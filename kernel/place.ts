// The bytes that a model file keeps of a table in, the table out, as score.ts reads it.
import { BLOCK, IS_FULL, Table } from './table';

/** Of how many entries a row is kept full: its classes are summed sixteen at once. */
const FULL_FROM: i32 = 12;

const slotsOf = (table: Table): i32 => ((table.mask + 1) >> 2) * table.quarters;

/** Bytes of a full row: it is read sixteen classes at a time. */
const fullBytes = (classes: i32): usize => 1 + <usize>((classes + 15) & -16);

/** The upper half of a hash, as a slot has it. */
// @ts-ignore: a decorator of the compiler
@inline
function half(third: usize, upper: usize, i: usize): u32 {
  return (<u32>load<u8>(upper + i) << 24) | (<u32>load<u8>(third + i) << 16);
}

/** Fills the slots of a table of pairs; the five lists stand in the order of the places, see Placed. */
export function placePairs(table: Table, taken: usize, third: usize, upper: usize, one: usize, two: usize): void {
  let i: usize = 0;
  memory.fill(table.slots, 0, <usize>slotsOf(table) << 2);
  for (let at = 0, end = slotsOf(table); at < end; at += 8)
    for (let bits = <u32>load<u8>(taken + (at >> 3)); bits !== 0; bits &= bits - 1) {
      const slot = half(third, upper, i) | (<u32>load<u8>(one + i) << 8) | <u32>load<u8>(two + i);
      store<u32>(table.slots + (<usize>(at + ctz(bits)) << 2), slot);
      i++;
    }
}

/** How many bytes the rows of so many counts take. */
export function rowsBytes(counts: usize, count: i32, classes: i32): usize {
  const full = fullBytes(classes);
  let bytes: usize = 0;
  for (let i = 0; i < count; i++) {
    const entries = <i32>load<u8>(counts + i);
    bytes += entries < FULL_FROM ? 1 + 2 * <usize>entries : full;
  }
  return bytes;
}

/** Fills the slots, blocks and rows of a table; the five lists stand in the order of the places, see SparseModel. */
export function placeRows(table: Table, taken: usize, third: usize, upper: usize, counts: usize, entries: usize): void {
  const full = fullBytes(table.classes);
  const inBlock = (1 << BLOCK) - 1;
  let row: usize = 0;
  let i: usize = 0;
  memory.fill(table.slots, 0, <usize>slotsOf(table) << 2);
  for (let at = 0, end = slotsOf(table); at < end; at++) {
    const block = table.blocks + (<usize>(at >> BLOCK) << 2);
    if ((at & inBlock) === 0) store<u32>(block, <u32>row);
    if (((load<u8>(taken + (at >> 3)) >> (<u8>at & 7)) & 1) === 0) continue;
    const distance = <u32>row - load<u32>(block) + 1;
    store<u32>(table.slots + (<usize>at << 2), half(third, upper, i) | distance);
    const count = <i32>load<u8>(counts + i++);
    const to = table.rows + row;
    if (count < FULL_FROM) {
      store<u8>(to, <u8>count);
      memory.copy(to + 1, entries, 2 * <usize>count);
      row += 1 + 2 * <usize>count;
    } else {
      memory.fill(to + 1, 0, full - 1);
      store<u8>(to, IS_FULL);
      for (let k = 0; k < count; k++) store<u8>(to + 1 + load<u8>(entries + 2 * k), load<u8>(entries + 2 * k, 1));
      row += full;
    }
    entries += 2 * <usize>count;
  }
}

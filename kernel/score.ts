// The hot loops of the grammar, in AssemblyScript: numbers of features in, their hashes and what they weigh out.
//
// The tables lie in the memory that this is given; src/grammar/scorer.ts lays it out. Four features are worked on at
// once, and nothing hangs on what one look-up finds, so that a processor waits for many lines of memory at a time.

import { BLOCK, IS_FULL, Table } from './table';

/** Where a decision's features stand: the numbers that each is made of, the keys of a tag's, the hashes; room for 128. */
const ONE: usize = 0;
const TWO: usize = 512;
const THREE: usize = 1024;
const KEYS: usize = 1536;
const HASHES: usize = 2048;
/** The scores by class, room for 256 and what `best` writes behind the last. */
const SCORES: usize = 2560;
/** Where the rows begin that the features have, room for 132; then those of them that are full. */
const FOUND: usize = 3712;
const FULL: usize = 4288;
/** Places of the hashes. */
const PLACES: usize = 5696 + 512;
/** A full row of zeros. */
const ZEROS: usize = 4864;

/** `join` of src/grammar/hash.ts. */
// @ts-ignore: a decorator of the compiler
@inline
function join(a: v128, b: v128): v128 {
  const h = v128.xor(
    i32x4.mul(v128.xor(a, i32x4.shr_u(a, 15)), i32x4.splat(0x2c1b3c6d)),
    i32x4.mul(b, i32x4.splat(0x85ebca6b)),
  );
  return i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), i32x4.splat(0x297a2d39));
}

/** Hashes of `count` features of which the first `plain` (a multiple of four) are made of two numbers, the others of three. */
export function joinAll(salts: usize, raised: i32, plain: i32, count: i32): void {
  const third = <usize>plain << 2;
  for (let at: usize = 0, end = <usize>count << 2; at < end; at += 16) {
    const first = v128.load(ONE + at);
    const salt = i32x4.add(v128.load(salts + at), i32x4.splat(raised));
    v128.store(HASHES + at, join(at < third ? first : join(first, v128.load(THREE + at)), i32x4.add(v128.load(TWO + at), salt)));
  }
}

/** `mix` of src/grammar/hash.ts. */
// @ts-ignore: a decorator of the compiler
@inline
function mix(hash: v128, value: v128): v128 {
  const k = i32x4.mul(value, i32x4.splat(0xcc9e2d51));
  const h = v128.xor(hash, v128.or(i32x4.shl(k, 15), i32x4.shr_u(k, 17)));
  const turned = v128.or(i32x4.shl(h, 13), i32x4.shr_u(h, 19));
  return i32x4.add(i32x4.mul(turned, i32x4.splat(0x1b873593)), i32x4.splat(0x52dce729));
}

/** Hashes of `count` features of which the first `singles` (a multiple of four) are made of two numbers, the others of three. */
export function mixAll(singles: i32, count: i32): void {
  const third = <usize>singles << 2;
  for (let at: usize = 0, end = <usize>count << 2; at < end; at += 16) {
    const h = mix(v128.load(KEYS + at), v128.load(ONE + at));
    v128.store(HASHES + at, at < third ? h : mix(h, v128.load(TWO + at)));
  }
}

/** The places of four hashes: `placeOf` of src/grammar/placement.ts. */
// @ts-ignore: a decorator of the compiler
@inline
function placesOf(h: v128, table: Table): v128 {
  const moves = table.moves;
  const group = i32x4.shr_u(h, table.shift);
  let move = i32x4.splat(load<u8>(moves + i32x4.extract_lane(group, 0)));
  move = i32x4.replace_lane(move, 1, load<u8>(moves + i32x4.extract_lane(group, 1)));
  move = i32x4.replace_lane(move, 2, load<u8>(moves + i32x4.extract_lane(group, 2)));
  move = i32x4.replace_lane(move, 3, load<u8>(moves + i32x4.extract_lane(group, 3)));
  const moved = i32x4.shr_u(i32x4.mul(move, i32x4.splat(0x9e3779b1)), 12);
  const place = v128.and(v128.xor(v128.xor(h, i32x4.shr_u(h, 16)), moved), i32x4.splat(table.mask));
  return i32x4.shr_u(i32x4.mul(place, i32x4.splat(table.quarters)), 2);
}

/** Writes the places of the first `count` hashes: a loop of its own, so that more of its look-ups are under way at a time. */
// @ts-ignore: a decorator of the compiler
@inline
function findPlaces(table: Table, count: i32): void {
  for (let at: usize = 0, end = <usize>count << 2; at < end; at += 16)
    v128.store(PLACES + at, placesOf(v128.load(HASHES + at), table));
}

/** What stands at four places for the hashes `h`, 0 where it is another hash's; `left` is how many of the four count. */
// @ts-ignore: a decorator of the compiler
@inline
function heldAt(places: v128, h: v128, left: i32, slots: usize): v128 {
  const at = i32x4.shl(places, 2);
  let slot = v128.load32_zero(slots + i32x4.extract_lane(at, 0));
  slot = v128.load32_lane(slots + i32x4.extract_lane(at, 1), slot, 1);
  slot = v128.load32_lane(slots + i32x4.extract_lane(at, 2), slot, 2);
  slot = v128.load32_lane(slots + i32x4.extract_lane(at, 3), slot, 3);
  const own = i32x4.eq(i32x4.shr_u(v128.xor(slot, h), 16), i32x4.splat(0));
  return v128.and(slot, v128.and(own, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(left))));
}

/** The sums of both weights over the first `count` hashes, as scores 1 and 2; score 0 is 0. */
export function sumPairs(table: Table, count: i32): void {
  let second = i32x4.splat(0);
  let third = i32x4.splat(0);
  findPlaces(table, count);
  for (let i = 0; i < count; i += 4) {
    const h = v128.load(HASHES + (<usize>i << 2));
    const slot = heldAt(v128.load(PLACES + (<usize>i << 2)), h, count - i, table.slots);
    const one = i32x4.shr_s(i32x4.shl(slot, 16), 24);
    const two = i32x4.shr_s(i32x4.shl(slot, 24), 24);
    second = i32x4.add(second, i32x4.mul(one, i32x4.abs(one)));
    third = i32x4.add(third, i32x4.mul(two, i32x4.abs(two)));
  }
  store<i32>(SCORES, 0);
  store<i32>(SCORES + 4, sum(second));
  store<i32>(SCORES + 8, sum(third));
}

// @ts-ignore: a decorator of the compiler
@inline
function sum(four: v128): i32 {
  return (
    i32x4.extract_lane(four, 0) +
    i32x4.extract_lane(four, 1) +
    i32x4.extract_lane(four, 2) +
    i32x4.extract_lane(four, 3)
  );
}

/** The scores of all classes over the first `count` hashes; gives the best class, the lowest number among equals. */
export function sumRows(table: Table, count: i32): i32 {
  const rows = table.rows - 1;
  const blocks = table.blocks;
  let end = FOUND;
  findPlaces(table, count);
  for (let i = 0; i < count; i += 4) {
    const h = v128.load(HASHES + (<usize>i << 2));
    const places = v128.load(PLACES + (<usize>i << 2));
    const distance = v128.and(heldAt(places, h, count - i, table.slots), i32x4.splat(0xffff));
    const block = i32x4.shl(i32x4.shr_u(places, BLOCK), 2);
    end = keep(end, rows + load<u32>(blocks + i32x4.extract_lane(block, 0)), i32x4.extract_lane(distance, 0));
    end = keep(end, rows + load<u32>(blocks + i32x4.extract_lane(block, 1)), i32x4.extract_lane(distance, 1));
    end = keep(end, rows + load<u32>(blocks + i32x4.extract_lane(block, 2)), i32x4.extract_lane(distance, 2));
    end = keep(end, rows + load<u32>(blocks + i32x4.extract_lane(block, 3)), i32x4.extract_lane(distance, 3));
  }
  // rows of entries stay in front, full rows go behind them, without a branch that could be guessed wrong
  let full = FULL;
  let some = FOUND;
  for (let found = FOUND; found < end; found += 4) {
    const row = load<u32>(found);
    const isFull = <usize>(load<u8>(row) == IS_FULL);
    store<u32>(full, row);
    store<u32>(some, row);
    full += isFull << 2;
    some += (1 - isFull) << 2;
  }
  const classes = table.classes;
  const scoresEnd = SCORES + (<usize>classes << 2);
  sumFull(full, scoresEnd);
  for (let found = FOUND; found < some; found += 4) {
    let at = <usize>load<u32>(found);
    const last = at + (<usize>load<u8>(at) << 1);
    while (at < last) {
      const score = SCORES + (<usize>load<u8>(at, 1) << 2);
      const root = <i32>load<i8>(at, 2);
      store<i32>(score, load<i32>(score) + root * abs(root));
      at += 2;
    }
  }
  return best(classes);
}

/** Writes the sums of the full rows up to `full`, two of them at once, to the scores up to `scoresEnd` and some behind. */
// @ts-ignore: a decorator of the compiler
@inline
function sumFull(full: usize, scoresEnd: usize): void {
  // the last of an odd number goes with a row of zeros
  store<u32>(full, ZEROS);
  for (let scores = SCORES, from: usize = 1; scores < scoresEnd; scores += 64, from += 16) {
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let found = FULL; found < full; found += 8) {
      const one = v128.load(<usize>load<u32>(found) + from);
      const two = v128.load(<usize>load<u32>(found, 4) + from);
      const low = i8x16.shuffle(one, two, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const high = i8x16.shuffle(one, two, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      a = i32x4.add(a, squares(i16x8.extend_low_i8x16_s(low)));
      b = i32x4.add(b, squares(i16x8.extend_high_i8x16_s(low)));
      c = i32x4.add(c, squares(i16x8.extend_low_i8x16_s(high)));
      d = i32x4.add(d, squares(i16x8.extend_high_i8x16_s(high)));
    }
    v128.store(scores, a);
    v128.store(scores, b, 16);
    v128.store(scores, c, 32);
    v128.store(scores, d, 48);
  }
}

/** The sums of pairs of neighbours, each times its own size. */
// @ts-ignore: a decorator of the compiler
@inline
function squares(roots: v128): v128 {
  return i32x4.dot_i16x8_s(roots, i16x8.abs(roots));
}

/** The class with the highest score, the lowest number among equals. */
// @ts-ignore: a decorator of the compiler
@inline
function best(classes: i32): i32 {
  const end = SCORES + (<usize>classes << 2);
  // what stands behind the last class is no score
  v128.store(end, i32x4.splat(i32.MIN_VALUE));
  let most = v128.load(SCORES);
  for (let at = SCORES + 16; at < end; at += 16) most = i32x4.max_s(most, v128.load(at));
  most = i32x4.max_s(most, i8x16.shuffle(most, most, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  most = i32x4.max_s(most, i8x16.shuffle(most, most, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  let at = SCORES;
  while (!v128.any_true(i32x4.eq(v128.load(at), most))) at += 16;
  return <i32>((at - SCORES) >> 2) + ctz(i32x4.bitmask(i32x4.eq(v128.load(at), most)));
}

/** Writes where a row begins to `end`, and gives the next free place: the same one when there is no row. */
// @ts-ignore: a decorator of the compiler
@inline
function keep(end: usize, block: usize, distance: i32): usize {
  store<u32>(end, <u32>(block + distance));
  return end + (<usize>(distance != 0) << 2);
}

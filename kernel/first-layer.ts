// A sentence's words in, what the first layer's matrices make of each out: as the cache has it, else anew.
//
// A word by itself comes in: its form, its tag and what its letters say, nothing of its neighbours. So the products are
// the same wherever the word stands, and common words' are kept: of two words of news out of three nothing has to be
// multiplied. Kept is what would be computed, bit for bit, under all the numbers that it is computed of.
import { number, part, timesPart } from './products';
import { putBytes, tanh } from './squeeze';

/** Parts of the model's file; see tree.ts. */
const ROW_SCALES: i32 = 20;
const ROWS: i32 = 21;
const FORWARD: i32 = 26;
const BACKWARD: i32 = 32;
/** A word's tables, and the bytes in which their row numbers stand. */
const TABLES: i32 = 13;
const ROW_BYTES: usize = 64;

/** Words that are kept, a power of two; twice as many would find one more word of twenty. */
const SLOTS: i32 = 2048;
/** Of each slot, the number of the last sentence that used it. */
const USERS_BYTES: usize = <usize>SLOTS << 2;

/** Bytes of a word's products: three floats a unit for each way. */
// @ts-ignore: a decorator of the compiler
@inline
export function givenBytes(model: usize): usize {
  return 24 * <usize>number(model, 2);
}

/** Bytes of the cache: how many sentences there were, the slots' users, then of each slot a word's rows and its products. */
export function cacheRoom(model: usize): usize {
  return 16 + USERS_BYTES + <usize>SLOTS * (ROW_BYTES + givenBytes(model));
}

// @ts-ignore: a decorator of the compiler
@inline
function slotOf(ids: usize): i32 {
  const mixed = v128.xor(
    i32x4.add(i32x4.mul(v128.load(ids), i32x4.splat(0x2c1b3c6d)), i32x4.mul(v128.load(ids, 16), i32x4.splat(0x297a2d39))),
    i32x4.add(i32x4.mul(v128.load(ids, 32), i32x4.splat(0x1b873593)), v128.load(ids, 48)),
  );
  let hash =
    i32x4.extract_lane(mixed, 0) +
    i32x4.extract_lane(mixed, 1) * 5 +
    i32x4.extract_lane(mixed, 2) * 25 +
    i32x4.extract_lane(mixed, 3) * 125;
  hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}

// @ts-ignore: a decorator of the compiler
@inline
function isSame(a: usize, b: usize): bool {
  return !v128.any_true(
    v128.or(
      v128.or(v128.xor(v128.load(a), v128.load(b)), v128.xor(v128.load(a, 16), v128.load(b, 16))),
      v128.or(v128.xor(v128.load(a, 32), v128.load(b, 32)), v128.xor(v128.load(a, 48), v128.load(b, 48))),
    ),
  );
}

/** The sum of a word's rows, one of each table, squeezed between -1 and 1. */
// @ts-ignore: a decorator of the compiler
@inline
function embed(scales: usize, rows: usize, ids: usize, width: i32, out: usize, k: usize): void {
  for (let column = 0; column < width; column += 8) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let table = 0; table < TABLES; table++) {
      const row = load<i32>(ids + (<usize>table << 2));
      const scale = v128.load32_splat(scales + (<usize>row << 2));
      const eight = v128.load8x8_s(rows + <usize>(row * width + column));
      low = f32x4.add(low, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight)), scale));
      high = f32x4.add(high, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight)), scale));
    }
    putBytes(out + <usize>column, tanh(low, k), tanh(high, k), k);
  }
}

/**
 * Writes to `places`, for each of `count` words with rows at `ids`, where its products stand: forward, then backward.
 * Where two of the words have one slot, the second's go to `own`, which has room for all. `x` has room for `width` bytes
 * a word, `xs` and `news` for a number a word.
 */
export function firstLayer(
  model: usize,
  ids: usize,
  count: i32,
  cache: usize,
  places: usize,
  own: usize,
  x: usize,
  xs: usize,
  news: usize,
  k: usize,
): void {
  const width = number(model, 1);
  const bytes = givenBytes(model);
  const scales = part(model, ROW_SCALES);
  const rows = part(model, ROWS);
  const sentence = load<i32>(cache) + 1;
  store<i32>(cache, sentence);
  const users = cache + 16;
  const slots = users + USERS_BYTES;
  let missing = 0;
  for (let word = 0; word < count; word++) {
    const slot = <usize>slotOf(ids);
    const user = users + (slot << 2);
    const at = slots + slot * (ROW_BYTES + bytes);
    let place = at + ROW_BYTES;
    if (!isSame(ids, at)) {
      if (load<i32>(user) === sentence) place = own + <usize>word * bytes;
      else {
        v128.store(at, v128.load(ids));
        v128.store(at, v128.load(ids, 16), 16);
        v128.store(at, v128.load(ids, 32), 32);
        v128.store(at, v128.load(ids, 48), 48);
      }
      const to = x + <usize>(missing * width);
      embed(scales, rows, ids, width, to, k);
      store<u32>(xs + (<usize>missing << 2), <u32>to);
      store<u32>(news + (<usize>missing << 2), <u32>place);
      missing++;
    }
    if (place === at + ROW_BYTES) store<i32>(user, sentence);
    store<u32>(places + (<usize>word << 2), <u32>place);
    ids += ROW_BYTES;
  }
  timesPart(model, FORWARD, xs, <usize>width, missing, news, 0, 3 * number(model, 2));
  timesPart(model, BACKWARD, xs, <usize>width, missing, news, bytes >> 1, 3 * number(model, 2));
}

// The trees of the grammar, in AssemblyScript: the numbers of a sentence's words in, heads and relations out.
//
// A network of two layers that each go through the sentence both ways (gated recurrent units), then a score for each
// word below each other one, and the best tree without crossing arcs. Weights are of eight bits, what they are
// multiplied with of seven: the sums are whole numbers, and what is done with them afterwards is the same on every
// machine, as WebAssembly has no room for another rounding.
import { bestTree, NEVER, treeBytes } from './best-tree';
import { firstLayer, givenBytes } from './first-layer';
import { dot, number, part, sumsOfTwo, times32, timesAll } from './products';
import { CONSTANTS, putBytes, putConstants, sigmoid, tanh, ZERO } from './squeeze';

/** Numbers at the beginning of the model's file; offsets count from there. The first sixteen: see tree-reader.ts. */
const LAYERS: i32 = 26;
const OUT: i32 = 50;
const ROOT_HEAD: i32 = 53;
const ROOT_LABEL: i32 = 54;
const ARC: i32 = 55;
const HEAD_BIAS: i32 = 56;
const DISTANCE: i32 = 57;
const LABEL: i32 = 58;

/** What a further word below the root costs: a sentence has one. */
const ROOT_COST: f32 = 1000;
/** Distances are told apart up to so many words. */
const FAR: i32 = 32;

/**
 * One step of one way: the state, `size` floats, from what the word gives and from the bytes of the state before; its
 * bytes go to `to`. 32 units at a time, so that the next ones' products begin while these ones' gates are waited for, and
 * one gate after the other, so that many units' are under way at once.
 */
// @ts-ignore: a decorator of the compiler
@inline
function step(
  w: usize,
  scale: usize,
  bias: usize,
  own: usize,
  before: usize,
  size: usize,
  state: usize,
  gates: usize,
  to: usize,
  k: usize,
): void {
  const second = size << 2;
  const third = size << 3;
  for (let unit: usize = 0; unit < size; unit += 32) {
    for (let gate: usize = 0, row = unit; gate < 384; gate += 128, row += size)
      times32(w + row * size, scale + (row << 2), bias + (row << 2), before, size, gates + gate);
    const given = own + (unit << 2);
    for (let at: usize = 0; at < 128; at += 16) {
      const sum = gates + at;
      const reset = sigmoid(f32x4.add(v128.load(given + at), v128.load(sum)), k);
      v128.store(sum, f32x4.add(v128.load(given + third + at), f32x4.mul(reset, v128.load(sum, 256))), 256);
    }
    for (let at: usize = 0; at < 128; at += 16) {
      const sum = gates + at;
      v128.store(sum, sigmoid(f32x4.add(v128.load(given + second + at), v128.load(sum, 128)), k), 128);
    }
    for (let at: usize = 0; at < 128; at += 32) {
      const old = state + (unit << 2) + at;
      const low = next(old, gates + at, k);
      const high = next(old + 16, gates + at + 16, k);
      putBytes(to + unit + (at >> 2), low, high, k);
    }
  }
}

/** The next state of four units; what `gate` tells stands 128 bytes apart. */
// @ts-ignore: a decorator of the compiler
@inline
function next(state: usize, gate: usize, k: usize): v128 {
  const fresh = tanh(v128.load(gate, 256), k);
  const now = f32x4.add(fresh, f32x4.mul(v128.load(gate, 128), f32x4.sub(v128.load(state), fresh)));
  v128.store(state, now);
  return now;
}

/** Both ways through a sentence: `places` says where what each word gives stands; `out` gets 2 × `size` bytes a word. */
function walk(model: usize, layer: i32, places: usize, count: i32, size: usize, out: usize, room: usize, k: usize): void {
  const forward = LAYERS + 12 * layer + 3;
  const w = part(model, forward);
  const scale = part(model, forward + 1);
  const bias = part(model, forward + 2);
  const backward = forward + 6;
  const w2 = part(model, backward);
  const scale2 = part(model, backward + 1);
  const bias2 = part(model, backward + 2);
  const state = room;
  const state2 = state + (size << 2);
  const gates = state2 + (size << 2);
  const gates2 = gates + 384;
  const zeros = gates2 + 384;
  memory.fill(state, 0, size << 3);
  memory.fill(zeros, <u8>ZERO, size);
  const half = 12 * size;
  const wide = size << 1;
  let before = zeros;
  let before2 = zeros;
  for (let word = 0; word < count; word++) {
    const other = count - 1 - word;
    const to = out + wide * <usize>word;
    const to2 = out + wide * <usize>other + size;
    step(w, scale, bias, <usize>load<u32>(places + (<usize>word << 2)), before, size, state, gates, to, k);
    step(w2, scale2, bias2, <usize>load<u32>(places + (<usize>other << 2)) + half, before2, size, state2, gates2, to2, k);
    before = to;
    before2 = to2;
  }
}

/** What is below zero to a tenth. */
function leak(at: usize, count: i32): void {
  for (let end = at + (<usize>count << 2); at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, f32x4.max(x, f32x4.mul(x, f32x4.splat(0.1))));
  }
}

/** Writes where `count` results begin that are `bytes` bytes long each. */
// @ts-ignore: a decorator of the compiler
@inline
function putPlaces(places: usize, count: i32, at: usize, bytes: usize): void {
  for (let word = 0; word < count; word++) store<u32>(places + (<usize>word << 2), <u32>(at + <usize>word * bytes));
}

/** The place of the largest of `count` numbers, the first among equals; what stands behind them is overwritten. */
// @ts-ignore: a decorator of the compiler
@inline
function argmax(at: usize, count: i32): i32 {
  const end = at + (<usize>count << 2);
  v128.store(end, f32x4.splat(NEVER));
  let most = v128.load(at);
  for (let four = at + 16; four < end; four += 16) most = f32x4.pmax(most, v128.load(four));
  most = f32x4.pmax(most, i8x16.shuffle(most, most, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  most = f32x4.pmax(most, i8x16.shuffle(most, most, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  let four = at;
  while (!v128.any_true(f32x4.eq(v128.load(four), most))) four += 16;
  return <i32>((four - at) >> 2) + ctz(i32x4.bitmask(f32x4.eq(v128.load(four), most)));
}

/** Bytes that `readTree` needs at `room` for a sentence of `count` words. */
export function treeRoom(model: usize, count: i32): usize {
  const n = <usize>count + 1;
  const wide = <usize>(2 * number(model, 2));
  const scores = (n * n << 2) + treeBytes(count);
  return 4096 + 8 * n + 2 * wide * n + max(givenBytes(model) * n, scores) + (<usize>(outs(model) + number(model, 3)) << 2) * n;
}

/** Numbers that come out for each word: as a dependant and as a head, of an arc and of a relation. */
// @ts-ignore: a decorator of the compiler
@inline
function outs(model: usize): i32 {
  return (2 * number(model, 3) + 2 * number(model, 4) + 31) & ~31;
}

/**
 * Reads a sentence of `count` words, whose rows in the model's tables stand at `ids`, sixteen numbers a word, thirteen
 * of them used and the others zero. Writes `count` heads (`count` itself for the root), then as many relations to `to`.
 * `cache` has cacheRoom bytes, zero before the first sentence and left alone afterwards.
 */
export function readTree(model: usize, ids: usize, count: i32, to: usize, room: usize, cache: usize): void {
  const size = <usize>number(model, 2);
  const arc = number(model, 3);
  const wide = 2 * size;
  const n = <usize>count;
  const k = room;
  const small = k + CONSTANTS;
  const places = small + 20 * size + 768;
  const news = places + 4 * n;
  const first = (news + 4 * n + 15) & ~15;
  const second = first + wide * n;
  const out = second + wide * n;
  const each = outs(model);
  const eachBytes = <usize>each << 2;
  const turned = out + eachBytes * n;
  const rest = (turned + (<usize>arc << 2) * n + 15) & ~15;
  const given = givenBytes(model);
  const half = 12 * size;
  const three = 3 * <i32>size;

  putConstants(k);
  firstLayer(model, ids, count, cache, places, rest, first, news, k);
  walk(model, 0, places, count, size, second, small, k);
  putPlaces(places, count, rest, given);
  timesAll(model, LAYERS + 12, second, wide, count, places, 0, three);
  timesAll(model, LAYERS + 18, second, wide, count, places, half, three);
  walk(model, 1, places, count, size, first, small, k);
  putPlaces(places, count, out, eachBytes);
  timesAll(model, OUT, first, wide, count, places, 0, each);
  leak(out, each * count);
  arcScores(model, out, eachBytes, count, arc, turned, rest);
  bestTree(rest, count, to, rest + ((<usize>((count + 1) * (count + 1)) << 2) + 15 & ~15));
  relations(model, out, eachBytes, count, to, rest);
}

/** How well each word would hang from each other, and from the root, into a table of `count` rows at `scores`. */
function arcScores(
  model: usize,
  out: usize,
  eachBytes: usize,
  count: i32,
  arc: i32,
  turned: usize,
  scores: usize,
): void {
  const matrix = part(model, ARC);
  const arcBytes = <usize>arc << 2;
  for (let word = 0; word < count; word += 2) {
    const own = out + <usize>word * eachBytes;
    const at = turned + <usize>word * arcBytes;
    // the last of an odd number is its own second
    const isTwo = <usize>(word + 1 < count);
    for (let j: usize = 0; j < arcBytes; j += 64)
      sumsOfTwo(own, own + isTwo * eachBytes, matrix + j, arcBytes, arc, at + j, at + isTwo * arcBytes + j);
  }
  const bias = part(model, HEAD_BIAS);
  const plain = load<f32>(bias + arcBytes);
  const root = part(model, ROOT_HEAD);
  const distance = part(model, DISTANCE);
  const row = <usize>(count + 1) << 2;
  const rootBias = dot(root, bias, arc) + plain - ROOT_COST;
  for (let word = 0; word < count; word++)
    store<f32>(scores + <usize>word * row, dot(turned + <usize>word * arcBytes, root, arc) + rootBias);
  for (let head = 0; head < count; head++) {
    const above = out + <usize>head * eachBytes + arcBytes;
    const own = dot(above, bias, arc) + plain;
    const column = scores + (<usize>(head + 1) << 2);
    for (let word = 0; word < count; word++) {
      const by = word - head;
      const far = by > 0 ? min(by, FAR) : 33 + min(-by, FAR);
      store<f32>(
        column + <usize>word * row,
        by === 0
          ? NEVER
          : dot(turned + <usize>word * arcBytes, above, arc) + own + load<f32>(distance + (<usize>far << 2)),
      );
    }
  }
}

/**
 * The relation of each word to its head, of what both are and of the two together. `to` holds a number for each word's
 * head, 0 for the root: it gets `count` heads (`count` itself for the root), then as many relations.
 */
function relations(model: usize, out: usize, eachBytes: usize, count: i32, to: usize, room: usize): void {
  const arc = number(model, 3);
  const label = number(model, 4);
  const names = number(model, 6);
  const rowBytes = <usize>((names + 15) & ~15) << 2;
  const bytes = <usize>(3 * label + 4) << 2;
  const table = part(model, LABEL);
  const rootLabel = part(model, ROOT_LABEL);
  const dependants = <usize>(2 * arc) << 2;
  const heads = <usize>(2 * arc + label) << 2;
  const second = room + bytes;
  const sums = second + bytes;
  const secondSums = sums + rowBytes + 16;
  for (let word = 0; word < count; word += 2) {
    const isTwo = word + 1 < count;
    for (let i = 0; i < 1 + <i32>isTwo; i++) {
      const at = to + (<usize>(word + i) << 2);
      const own = out + <usize>(word + i) * eachBytes + dependants;
      const head = load<i32>(at);
      pair(own, head === 0 ? rootLabel : out + <usize>(head - 1) * eachBytes + heads, label, i === 0 ? room : second);
      store<i32>(at, head === 0 ? count : head - 1);
    }
    for (let at: usize = 0; at < rowBytes; at += 64)
      sumsOfTwo(room, second, table + at, rowBytes, 3 * label + 1, sums + at, secondSums + at);
    const at = to + (<usize>(count + word) << 2);
    store<i32>(at, argmax(sums, names));
    if (isTwo) store<i32>(at, argmax(secondSums, names), 4);
  }
}

/** A word, its head, their products and a one, for the constants: what the table of relations is multiplied with. */
// @ts-ignore: a decorator of the compiler
@inline
function pair(own: usize, above: usize, label: i32, to: usize): void {
  const block = <usize>label << 2;
  for (let i: usize = 0; i < block; i += 16) {
    const a = v128.load(own + i);
    const b = v128.load(above + i);
    v128.store(to + i, a);
    v128.store(to + block + i, b);
    v128.store(to + 2 * block + i, f32x4.mul(a, b));
  }
  store<f32>(to + 3 * block, 1);
}

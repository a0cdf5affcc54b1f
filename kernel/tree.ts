// The trees of the grammar, in AssemblyScript: the numbers of a sentence's words in, heads and relations out.
//
// A network of two layers that each go through the sentence both ways (gated recurrent units), then a score for each
// word below each other one, and the best tree without crossing arcs. Weights are of eight bits, what they are
// multiplied with of seven: the sums are whole numbers, and what is done with them afterwards is the same on every
// machine, as WebAssembly has no room for another rounding.
import { bestTree, NEVER, treeBytes } from './best-tree';
import { firstLayer, givenBytes } from './first-layer';
import { dot, dots, number, part, sumsOfTwo, timesPart } from './products';
import { CONSTANTS, putConstants, putGates, putState, ZERO } from './squeeze';

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
/** Sentences that are read at once, at most. */
const MANY: i32 = 4;

/**
 * Both ways through `many` sentences of `counts` words, the longest first: `places` says where what each word gives
 * stands; `out` gets 2 × `size` bytes a word. All sentences go on by a word at a time, as the weights that a step is
 * multiplied with are more than the nearest cache holds.
 */
function walk(
  model: usize,
  layer: i32,
  places: usize,
  counts: usize,
  many: i32,
  size: usize,
  out: usize,
  room: usize,
  k: usize,
): void {
  const states = room;
  const gates = states + (size << 2) * <usize>(2 * MANY);
  const zeros = gates + 12 * size * MANY;
  const xs = zeros + size;
  const sums = xs + 4 * MANY;
  const wide = size << 1;
  memory.fill(states, 0, (size << 2) * <usize>(2 * many));
  memory.fill(zeros, <u8>ZERO, size);
  for (let s = 0; s < many; s++) store<u32>(sums + (<usize>s << 2), <u32>(gates + 12 * size * <usize>s));
  let going = many;
  for (let word = 0; ; word++) {
    while (going > 0 && load<i32>(counts + (<usize>(going - 1) << 2)) <= word) going--;
    if (going === 0) break;
    for (let way = 0; way < 2; way++) {
      const matrix = LAYERS + 12 * layer + 6 * way + 3;
      const turn = <usize>way * size;
      const half = 12 * turn;
      let first = 0;
      for (let s = 0; s < going; s++) {
        const count = load<i32>(counts + (<usize>s << 2));
        const before = first + (way === 0 ? word - 1 : count - word);
        store<u32>(xs + (<usize>s << 2), <u32>(word === 0 ? zeros : out + wide * <usize>before + turn));
        first += count;
      }
      timesPart(model, matrix, xs, size, going, sums, 0, 3 * <i32>size);
      first = 0;
      for (let s = 0; s < going; s++) {
        const count = load<i32>(counts + (<usize>s << 2));
        const at = first + (way === 0 ? word : count - 1 - word);
        const state = states + (size << 2) * <usize>(2 * s + way);
        const own = <usize>load<u32>(places + (<usize>at << 2)) + half;
        const products = <usize>load<u32>(sums + (<usize>s << 2));
        // one gate after the other, so that many units' are under way at once
        putGates(own, products, size << 2, k);
        putState(state, products, size << 2, out + wide * <usize>at + turn, k);
        first += count;
      }
    }
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

/** Sentences that `readTrees` takes at once, at most. */
export function treesAtOnce(): i32 {
  return MANY;
}

/** Bytes that `readTrees` needs at `room` for sentences of `count` words in all, the longest of `longest`. */
export function treeRoom(model: usize, count: i32, longest: i32): usize {
  const n = <usize>count;
  const most = <usize>longest + 1;
  const size = <usize>number(model, 2);
  const scores = (most * most << 2) + treeBytes(longest);
  return CONSTANTS + walkRoom(size) + 64 + 12 * n + 4 * size * n + (<usize>outs(model) << 2) * n + (<usize>number(model, 3) << 2) * most + max(givenBytes(model) * n, scores + 4096);
}

/** Bytes that `walk` needs. */
// @ts-ignore: a decorator of the compiler
@inline
function walkRoom(size: usize): usize {
  return (8 * size + 12 * size + 8) * MANY + size;
}

/** Numbers that come out for each word: as a dependant and as a head, of an arc and of a relation. */
// @ts-ignore: a decorator of the compiler
@inline
function outs(model: usize): i32 {
  return ((2 * (number(model, 3) + number(model, 4)) + 23) / 24) * 24;
}

/**
 * Reads `many` sentences of `counts` words, the longest first. The words' rows in the model's tables stand at `ids`,
 * sixteen numbers a word, thirteen of them used and the others zero. Writes for each sentence as many heads as it has
 * words (their number for the root), then as many relations to `to`. `cache` has cacheRoom bytes, zero before the first
 * sentence and left alone afterwards.
 */
export function readTrees(model: usize, ids: usize, counts: usize, many: i32, to: usize, room: usize, cache: usize): void {
  const size = <usize>number(model, 2);
  const arc = number(model, 3);
  const wide = 2 * size;
  let count = 0;
  for (let s = 0; s < many; s++) count += load<i32>(counts + (<usize>s << 2));
  const n = <usize>count;
  const k = room;
  const small = k + CONSTANTS;
  const places = small + walkRoom(size);
  const xs = places + 4 * n;
  const news = xs + 4 * n;
  const first = (news + 4 * n + 15) & ~15;
  const second = first + wide * n;
  const out = second + wide * n;
  const each = outs(model);
  const eachBytes = <usize>each << 2;
  const rest = out + eachBytes * n;
  const given = givenBytes(model);
  const half = 12 * size;
  const three = 3 * <i32>size;

  putConstants(k);
  firstLayer(model, ids, count, cache, places, rest, first, xs, news, k);
  walk(model, 0, places, counts, many, size, second, small, k);
  putPlaces(places, count, rest, given);
  putPlaces(xs, count, second, wide);
  timesPart(model, LAYERS + 12, xs, wide, count, places, 0, three);
  timesPart(model, LAYERS + 18, xs, wide, count, places, half, three);
  walk(model, 1, places, counts, many, size, first, small, k);
  putPlaces(places, count, out, eachBytes);
  putPlaces(xs, count, first, wide);
  timesPart(model, OUT, xs, wide, count, places, 0, each);
  leak(out, each * count);
  let own = out;
  for (let s = 0; s < many; s++) {
    const words = load<i32>(counts + (<usize>s << 2));
    const scores = (rest + (<usize>arc << 2) * <usize>words + 15) & ~15;
    arcScores(model, own, eachBytes, words, arc, rest, scores);
    bestTree(scores, words, to, (scores + (<usize>((words + 1) * (words + 1)) << 2) + 15) & ~15);
    relations(model, own, eachBytes, words, to, scores);
    own += eachBytes * <usize>words;
    to += <usize>words << 3;
  }
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
  // behind the table, where the best tree has its room afterwards: what each head adds, then what each distance does
  const heads = (scores + row * <usize>(count + 1) + 31) & ~15;
  const line = heads + ((<usize>count + 7) & ~3) * 4;
  const itself = line + (<usize>count << 2);
  for (let head = 0; head < count; head++)
    store<f32>(heads + (<usize>head << 2), dot(out + <usize>head * eachBytes + arcBytes, bias, arc) + plain);
  for (let by = 1; by < count; by++) {
    const far = <usize>min(by, FAR) << 2;
    store<f32>(itself - (<usize>by << 2), load<f32>(distance + far));
    store<f32>(itself + (<usize>by << 2), load<f32>(distance + far, 33 << 2));
  }
  for (let word = 0; word < count; word++) {
    const own = turned + <usize>word * arcBytes;
    const at = scores + <usize>word * row;
    store<f32>(at, dot(own, root, arc) + rootBias);
    // four heads at a time; what is written behind the last is overwritten by the next row
    for (let head = 0; head < count; head += 4) {
      const by = <usize>head << 2;
      const above = out + <usize>head * eachBytes + arcBytes;
      const sums = f32x4.add(dots(own, above, eachBytes, arc), v128.load(heads + by));
      v128.store(at + 4 + by, f32x4.add(sums, v128.load(itself - (<usize>word << 2) + by)));
    }
    store<f32>(at + (<usize>(word + 1) << 2), NEVER);
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

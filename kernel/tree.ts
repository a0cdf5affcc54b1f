// The trees of the grammar, in AssemblyScript: the numbers of a sentence's words in, heads and relations out.
//
// A network of two layers that each go through the sentence both ways (gated recurrent units), then a score for each
// word below each other one, and the best tree without crossing arcs (Eisner 1996). Weights are of eight bits, what
// they are multiplied with of seven: the sums are whole numbers, and what is done with them afterwards is the same on
// every machine, as WebAssembly has no room for another rounding.

/** Numbers at the beginning of the model's file; offsets count from there. */
const ROW_SCALES: i32 = 20;
const ROWS: i32 = 21;
const LAYERS: i32 = 26;
const OUT: i32 = 50;
const ROOT_HEAD: i32 = 53;
const ROOT_LABEL: i32 = 54;
const ARC: i32 = 55;
const HEAD_BIAS: i32 = 56;
const DISTANCE: i32 = 57;
const LABEL: i32 = 58;

/** A word's tables, and the bytes in which their row numbers stand. */
const TABLES: i32 = 13;
const ROW_BYTES: usize = 64;
/** What stands for a value x between -1 and 1: 64 + 63 x, rounded. */
const STEPS: f32 = 63;
const ZERO: i32 = 64;
/** So far below any score that no other tree has it. */
const NEVER: f32 = -1e30;
/** What a further word below the root costs: a sentence has one. */
const ROOT_COST: f32 = 1000;
/** Where the fraction that stands for a hyperbolic tangent is one. */
const ONE_AT: f32 = 3.646738;
/** Distances are told apart up to so many words. */
const FAR: i32 = 32;

// @ts-ignore: a decorator of the compiler
@inline
function part(model: usize, at: i32): usize {
  return model + <usize>load<i32>(model + (<usize>at << 2));
}

// @ts-ignore: a decorator of the compiler
@inline
function number(model: usize, at: i32): i32 {
  return load<i32>(model + (<usize>at << 2));
}

/** Hyperbolic tangents to 0.0014, a sixth of the step in which they are kept: five terms of the continued fraction. */
// @ts-ignore: a decorator of the compiler
@inline
function tanh(value: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(ONE_AT)), f32x4.splat(-ONE_AT));
  const s = f32x4.mul(x, x);
  const p = f32x4.add(f32x4.mul(f32x4.add(s, f32x4.splat(105)), s), f32x4.splat(945));
  const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(s, f32x4.splat(15)), f32x4.splat(420)), s), f32x4.splat(945));
  return f32x4.div(f32x4.mul(x, p), q);
}

// @ts-ignore: a decorator of the compiler
@inline
function sigmoid(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh(f32x4.mul(x, half)), half), half);
}

/** Writes four values between -1 and 1 as bytes. */
// @ts-ignore: a decorator of the compiler
@inline
function putBytes(at: usize, x: v128): void {
  v128.store_lane<i32>(at, bytesOf(x), 0);
}

// @ts-ignore: a decorator of the compiler
@inline
function bytesOf(x: v128): v128 {
  const whole = i32x4.add(
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(x, f32x4.splat(STEPS)))),
    i32x4.splat(ZERO),
  );
  const words = i16x8.narrow_i32x4_s(whole, whole);
  return i8x16.narrow_i16x8_u(words, words);
}

/** One matrix's weights, scales and biases: 32 rows at a time, of four columns the 32 rows' beside each other. */
// @ts-ignore: a decorator of the compiler
@inline
function times(model: usize, matrix: i32, x: usize, out: usize, rows: i32, columns: i32): void {
  let w = part(model, matrix);
  let scale = part(model, matrix + 1);
  let bias = part(model, matrix + 2);
  for (let row = 0; row < rows; row += 32) {
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    let g = a;
    let h = a;
    for (let end = x + <usize>columns, at = x; at < end; at += 4) {
      const v = v128.load32_splat(at);
      a = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w), v, a);
      b = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 16), v, b);
      c = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 32), v, c);
      d = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 48), v, d);
      e = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 64), v, e);
      f = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 80), v, f);
      g = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 96), v, g);
      h = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(w, 112), v, h);
      w += 128;
    }
    putScaled(out, a, scale, bias, 0);
    putScaled(out, b, scale, bias, 16);
    putScaled(out, c, scale, bias, 32);
    putScaled(out, d, scale, bias, 48);
    putScaled(out, e, scale, bias, 64);
    putScaled(out, f, scale, bias, 80);
    putScaled(out, g, scale, bias, 96);
    putScaled(out, h, scale, bias, 112);
    out += 128;
    scale += 128;
    bias += 128;
  }
}

/** Three vectors' products with one matrix, `step` bytes from one to the next and `outStep` from result to result: each weight is fetched once. */
function timesThree(
  model: usize,
  matrix: i32,
  x: usize,
  step: usize,
  out: usize,
  outStep: usize,
  rows: i32,
  columns: i32,
): void {
  const weights = part(model, matrix);
  let scale = part(model, matrix + 1);
  let bias = part(model, matrix + 2);
  for (let row = 0; row < rows; row += 16) {
    // of each 32 rows the first sixteen, then the others
    let w = weights + <usize>(row & ~31) * <usize>columns + (<usize>(row & 16) << 2);
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    let g = a;
    let h = a;
    let i = a;
    let j = a;
    let k = a;
    let l = a;
    for (let end = x + <usize>columns, at = x; at < end; at += 4) {
      const one = v128.load32_splat(at);
      const two = v128.load32_splat(at + step);
      const three = v128.load32_splat(at + 2 * step);
      let four = v128.load(w);
      a = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, one, a);
      b = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, two, b);
      c = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, three, c);
      four = v128.load(w, 16);
      d = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, one, d);
      e = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, two, e);
      f = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, three, f);
      four = v128.load(w, 32);
      g = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, one, g);
      h = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, two, h);
      i = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, three, i);
      four = v128.load(w, 48);
      j = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, one, j);
      k = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, two, k);
      l = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, three, l);
      w += 128;
    }
    const second = out + outStep;
    const third = second + outStep;
    putScaled(out, a, scale, bias, 0);
    putScaled(second, b, scale, bias, 0);
    putScaled(third, c, scale, bias, 0);
    putScaled(out, d, scale, bias, 16);
    putScaled(second, e, scale, bias, 16);
    putScaled(third, f, scale, bias, 16);
    putScaled(out, g, scale, bias, 32);
    putScaled(second, h, scale, bias, 32);
    putScaled(third, i, scale, bias, 32);
    putScaled(out, j, scale, bias, 48);
    putScaled(second, k, scale, bias, 48);
    putScaled(third, l, scale, bias, 48);
    out += 64;
    scale += 64;
    bias += 64;
  }
}

/** `times` for each word of a sentence. */
function timesAll(
  model: usize,
  matrix: i32,
  x: usize,
  columns: i32,
  count: i32,
  out: usize,
  rows: i32,
): void {
  const step = <usize>columns;
  const outStep = <usize>rows << 2;
  let word = 0;
  for (; word + 3 <= count; word += 3)
    timesThree(model, matrix, x + <usize>word * step, step, out + <usize>word * outStep, outStep, rows, columns);
  for (; word < count; word++)
    times(model, matrix, x + <usize>word * step, out + <usize>word * outStep, rows, columns);
}

// @ts-ignore: a decorator of the compiler
@inline
function putScaled(out: usize, sum: v128, scale: usize, bias: usize, by: usize): void {
  v128.store(
    out + by,
    f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale + by)), v128.load(bias + by)),
  );
}

/** The sum of each word's rows, one of each table, squeezed between -1 and 1. */
function embed(model: usize, ids: usize, count: i32, width: i32, out: usize): void {
  const scales = part(model, ROW_SCALES);
  const rows = part(model, ROWS);
  for (let word = 0; word < count; word++) {
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
      putBytes(out + <usize>column, tanh(low));
      putBytes(out + <usize>column + 4, tanh(high));
    }
    ids += ROW_BYTES;
    out += <usize>width;
  }
}

/** One way through a sentence: `x` has `columns` bytes a word; `out` gets `size` of each 2 × `size` bytes. */
function walk(
  model: usize,
  layer: i32,
  back: bool,
  x: usize,
  columns: i32,
  count: i32,
  size: i32,
  out: usize,
  room: usize,
): void {
  const three = 3 * size;
  const bytes = <usize>three << 2;
  const matrix = LAYERS + 12 * layer + (back ? 6 : 0);
  const state = room;
  const states = state + (<usize>size << 2);
  const gates = states + <usize>size;
  const given = gates + bytes;
  timesAll(model, matrix, x, columns, count, given, three);
  memory.fill(state, 0, <usize>size << 2);
  memory.fill(states, <u8>ZERO, <usize>size);
  const second = <usize>size << 2;
  const third = second << 1;
  for (let step = 0; step < count; step++) {
    const word = back ? count - 1 - step : step;
    times(model, matrix + 3, states, gates, three, size);
    const own = given + <usize>word * bytes;
    const to = out + <usize>(2 * size * word) + (back ? <usize>size : 0);
    for (let unit: usize = 0; unit < <usize>size; unit += 4) {
      const at = unit << 2;
      const reset = sigmoid(f32x4.add(v128.load(own + at), v128.load(gates + at)));
      const keep = sigmoid(f32x4.add(v128.load(own + second + at), v128.load(gates + second + at)));
      const fresh = tanh(f32x4.add(v128.load(own + third + at), f32x4.mul(reset, v128.load(gates + third + at))));
      const now = f32x4.add(fresh, f32x4.mul(keep, f32x4.sub(v128.load(state + at), fresh)));
      v128.store(state + at, now);
      const four = bytesOf(now);
      v128.store_lane<i32>(states + unit, four, 0);
      v128.store_lane<i32>(to + unit, four, 0);
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

// @ts-ignore: a decorator of the compiler
@inline
function total(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

// @ts-ignore: a decorator of the compiler
@inline
function dot(a: usize, b: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0, end = <usize>count << 2; at < end; at += 16)
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  return total(sum);
}

/** The largest sum of two numbers that stand at the same place of two lists. */
// @ts-ignore: a decorator of the compiler
@inline
function largest(a: usize, b: usize, count: i32): f32 {
  let best: f32 = NEVER * 2;
  let at: usize = 0;
  const end = <usize>count << 2;
  if (count >= 4) {
    let four = f32x4.splat(NEVER * 2);
    for (const last = end - 12; at < last; at += 16)
      four = f32x4.pmax(four, f32x4.add(v128.load(a + at), v128.load(b + at)));
    best = max(
      max(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)),
      max(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)),
    );
  }
  for (; at < end; at += 4) best = max(best, load<f32>(a + at) + load<f32>(b + at));
  return best;
}

/** The first place where two lists' numbers sum to `sum`. */
// @ts-ignore: a decorator of the compiler
@inline
function placeOf(sum: f32, a: usize, b: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    if (load<f32>(a + at) + load<f32>(b + at) === sum) return i;
  }
  return 0;
}

/**
 * The tree with the largest sum of scores. `scores` has a row for each word and a column for each head, the root first;
 * `heads` gets a number for each word, 0 for the root. Spans are kept by their first and by their last word, so that
 * what is summed stands side by side.
 */
export function bestTree(scores: usize, count: i32, heads: usize, room: usize): void {
  const nodes = count + 1;
  const row = <usize>nodes << 2;
  const table = row * <usize>nodes;
  const right = room;
  const rightBy = right + table;
  const left = rightBy + table;
  const leftBy = left + table;
  const openRight = leftBy + table;
  const openLeftBy = openRight + table;
  const stack = openLeftBy + table;
  for (let i = 0; i < nodes; i++) {
    const self = <usize>i * row + (<usize>i << 2);
    store<f32>(right + self, 0);
    store<f32>(rightBy + self, 0);
    store<f32>(left + self, 0);
    store<f32>(leftBy + self, 0);
  }
  for (let span = 1; span < nodes; span++) {
    for (let i = 0; i + span < nodes; i++) {
      const j = i + span;
      const iRow = <usize>i * row;
      const jRow = <usize>j * row;
      const iAt = <usize>i << 2;
      const jAt = <usize>j << 2;
      const inner = largest(right + iRow + iAt, leftBy + jRow + iAt + 4, span);
      const toRight = inner + load<f32>(scores + (jRow - row) + iAt);
      const toLeft = i === 0 ? NEVER : inner + load<f32>(scores + (iRow - row) + jAt);
      store<f32>(openRight + iRow + jAt, toRight);
      store<f32>(openLeftBy + jRow + iAt, toLeft);
      const wholeRight = largest(openRight + iRow + iAt + 4, rightBy + jRow + iAt + 4, span);
      store<f32>(right + iRow + jAt, wholeRight);
      store<f32>(rightBy + jRow + iAt, wholeRight);
      const wholeLeft = largest(left + iRow + iAt, openLeftBy + jRow + iAt, span);
      store<f32>(left + iRow + jAt, wholeLeft);
      store<f32>(leftBy + jRow + iAt, wholeLeft);
    }
  }
  // from the whole sentence down: which way each span came about; a span is three numbers on the stack
  let depth: usize = stack;
  depth = push(depth, 0, count, 0);
  while (depth > stack) {
    depth -= 12;
    const i = load<i32>(depth);
    const j = load<i32>(depth + 4);
    const kind = load<i32>(depth + 8);
    const span = j - i;
    if (span === 0) continue;
    const iRow = <usize>i * row;
    const jRow = <usize>j * row;
    const iAt = <usize>i << 2;
    const jAt = <usize>j << 2;
    if (kind === 0) {
      const at =
        i + 1 + placeOf(load<f32>(right + iRow + jAt), openRight + iRow + iAt + 4, rightBy + jRow + iAt + 4, span);
      depth = push(push(depth, i, at, 2), at, j, 0);
    } else if (kind === 1) {
      const at = i + placeOf(load<f32>(left + iRow + jAt), left + iRow + iAt, openLeftBy + jRow + iAt, span);
      depth = push(push(depth, i, at, 1), at, j, 3);
    } else {
      if (kind === 2) store<i32>(heads + jAt - 4, i);
      else store<i32>(heads + iAt - 4, j);
      const inner = largest(right + iRow + iAt, leftBy + jRow + iAt + 4, span);
      const at = i + placeOf(inner, right + iRow + iAt, leftBy + jRow + iAt + 4, span);
      depth = push(push(depth, i, at, 0), at + 1, j, 1);
    }
  }
}

// @ts-ignore: a decorator of the compiler
@inline
function push(at: usize, first: i32, last: i32, kind: i32): usize {
  store<i32>(at, first);
  store<i32>(at + 4, last);
  store<i32>(at + 8, kind);
  return at + 12;
}

/** The place of the largest number, the first among equals. */
function argmax(at: usize, count: i32): i32 {
  let best = 0;
  let value = load<f32>(at);
  for (let i = 1; i < count; i++) {
    const one = load<f32>(at + (<usize>i << 2));
    if (one > value) {
      value = one;
      best = i;
    }
  }
  return best;
}

/** Bytes that `readTree` needs at `room` for a sentence of `count` words. */
export function treeRoom(model: usize, count: i32): usize {
  const size = number(model, 2);
  const n = <usize>count + 1;
  const wide = <usize>(2 * size);
  const walks = <usize>(20 * size) + 12 * <usize>size * n;
  const tables = 28 * n * n + 64 * n;
  return 2 * wide * n + max(walks, tables) + <usize>outs(model) * 4 * n + (<usize>number(model, 3) << 2) * n + 4096;
}

/** Numbers that come out for each word: as a dependant and as a head, of an arc and of a relation. */
// @ts-ignore: a decorator of the compiler
@inline
function outs(model: usize): i32 {
  return (2 * number(model, 3) + 2 * number(model, 4) + 31) & ~31;
}

/**
 * Reads a sentence of `count` words, whose rows in the model's tables stand at `ids`, sixteen numbers a word, thirteen
 * of them used. Writes `count` heads (`count` itself for the root), then as many relations to `to`.
 */
export function readTree(model: usize, ids: usize, count: i32, to: usize, room: usize): void {
  const width = number(model, 1);
  const size = number(model, 2);
  const arc = number(model, 3);
  const label = number(model, 4);
  const wide = 2 * size;
  const n = <usize>count;
  const first = room;
  const second = first + <usize>wide * n;
  const out = second + <usize>wide * n;
  const each = outs(model);
  const eachBytes = <usize>each << 2;
  const turned = out + eachBytes * n;
  const rest = (turned + (<usize>arc << 2) * n + 15) & ~15;

  embed(model, ids, count, width, first);
  walk(model, 0, false, first, width, count, size, second, rest);
  walk(model, 0, true, first, width, count, size, second, rest);
  walk(model, 1, false, second, wide, count, size, first, rest);
  walk(model, 1, true, second, wide, count, size, first, rest);
  timesAll(model, OUT, first, wide, count, out, each);
  leak(out, each * count);
  arcScores(model, out, eachBytes, count, arc, turned, rest);
  bestTree(rest, count, to, rest + ((<usize>((count + 1) * (count + 1)) << 2) + 15 & ~15));
  for (let word = 0; word < count; word++) {
    const at = <usize>word << 2;
    const own = out + <usize>word * eachBytes;
    const head = load<i32>(to + at);
    const above =
      head === 0 ? part(model, ROOT_LABEL) : out + <usize>(head - 1) * eachBytes + (<usize>(2 * arc + label) << 2);
    store<i32>(to + (n << 2) + at, relationOf(model, own + (<usize>(2 * arc) << 2), above, label, rest));
    store<i32>(to + at, head === 0 ? count : head - 1);
  }
}

/** Sixteen sums of `count` numbers, each by a row's sixteen that begin at `rows`, `step` bytes from row to row. */
// @ts-ignore: a decorator of the compiler
@inline
function fourSums(numbers: usize, rows: usize, step: usize, count: i32, to: usize): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (const end = numbers + (<usize>count << 2); numbers < end; numbers += 4) {
    const x = v128.load32_splat(numbers);
    a = f32x4.add(a, f32x4.mul(x, v128.load(rows)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(rows, 16)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(rows, 32)));
    d = f32x4.add(d, f32x4.mul(x, v128.load(rows, 48)));
    rows += step;
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
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
  for (let word = 0; word < count; word++) {
    const own = out + <usize>word * eachBytes;
    const at = turned + <usize>word * arcBytes;
    for (let j: usize = 0; j < arcBytes; j += 64) fourSums(own, matrix + j, arcBytes, arc, at + j);
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

/** The relation of a word to its head: of what both are, and of the two together. */
function relationOf(model: usize, own: usize, above: usize, label: i32, room: usize): i32 {
  const relations = number(model, 6);
  const rowBytes = <usize>((relations + 15) & ~15) << 2;
  const block = <usize>label << 2;
  const table = part(model, LABEL);
  for (let i: usize = 0; i < block; i += 16) {
    const a = v128.load(own + i);
    const b = v128.load(above + i);
    v128.store(room + i, a);
    v128.store(room + block + i, b);
    v128.store(room + 2 * block + i, f32x4.mul(a, b));
  }
  store<f32>(room + 3 * block, 1);
  const sums = room + 3 * block + 16;
  for (let at: usize = 0; at < rowBytes; at += 64) fourSums(room, table + at, rowBytes, 3 * label + 1, sums + at);
  return argmax(sums, relations);
}

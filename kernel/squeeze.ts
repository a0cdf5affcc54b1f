// Floats in, floats and bytes between -1 and 1 out: what the network's units do with their sums.
//
// The constants stand in the memory, `k` being where: V8 makes a constant of the code anew wherever it is used, with
// three instructions, and loads one of the memory with one.

/** What stands for a value x between -1 and 1: 64 + 63 x, rounded. */
const STEPS: f32 = 63;
export const ZERO: i32 = 64;
/**
 * Of the fraction x (A + x²) / (B + C x²) that stands for a hyperbolic tangent where x is between -ONE_AT and ONE_AT:
 * the numbers with which it errs least, by 0.0021 at most, an eighth of the step in which tangents are kept.
 */
const A: f32 = 21.12367008;
const B: f32 = 21.29760395;
const C: f32 = 7.71403633;
const ONE_AT: f32 = 3.07883363;
/** Added to a small float it leaves a whole number in the low bits: rounded to the nearest, to even in between. */
const WHOLE: f32 = 12582912;

/** Bytes of the constants. */
export const CONSTANTS: usize = 224;

export function putConstants(k: usize): void {
  v128.store(k, f32x4.splat(ONE_AT));
  v128.store(k, f32x4.splat(-ONE_AT), 16);
  v128.store(k, f32x4.splat(A), 32);
  v128.store(k, f32x4.splat(B), 48);
  v128.store(k, f32x4.splat(C), 64);
  v128.store(k, f32x4.splat(2 * ONE_AT), 80);
  v128.store(k, f32x4.splat(-2 * ONE_AT), 96);
  v128.store(k, f32x4.splat(4 * A), 112);
  v128.store(k, f32x4.splat(16 * B), 128);
  v128.store(k, f32x4.splat(4 * C), 144);
  v128.store(k, f32x4.splat(0.5), 160);
  v128.store(k, f32x4.splat(STEPS), 176);
  v128.store(k, f32x4.splat(WHOLE + <f32>ZERO), 192);
  v128.store(k, f32x4.splat(WHOLE), 208);
}

// @ts-ignore: a decorator of the compiler
@inline
export function tanh(value: v128, k: usize): v128 {
  return squeezed(value, v128.load(k), v128.load(k, 16), v128.load(k, 32), v128.load(k, 48), v128.load(k, 64));
}

/** The fraction of a value between `least` and `most`: a tangent, or half of one of half the value. */
// @ts-ignore: a decorator of the compiler
@inline
function squeezed(value: v128, most: v128, least: v128, a: v128, b: v128, c: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(value, most), least);
  const s = f32x4.mul(x, x);
  return f32x4.div(f32x4.mul(x, f32x4.add(s, a)), f32x4.add(f32x4.mul(s, c), b));
}

/**
 * Both gates of `size` bytes of floats each, from what the word gives and from the products of the state before: the
 * first opens what is written to `fresh`, the second is written over its products. A gate is a half and half the tangent
 * of half of x, which is the same fraction of x with other numbers; these are fetched once for all units.
 */
// @ts-ignore: a decorator of the compiler
@inline
export function putGates(own: usize, gates: usize, size: usize, k: usize): void {
  const most = v128.load(k, 80);
  const least = v128.load(k, 96);
  const a = v128.load(k, 112);
  const b = v128.load(k, 128);
  const c = v128.load(k, 144);
  const half = v128.load(k, 160);
  const third = size << 1;
  for (let at: usize = 0; at < size; at += 16) {
    const fresh = gates + third + at;
    const sum = f32x4.add(v128.load(own + at), v128.load(gates + at));
    const reset = f32x4.add(squeezed(sum, most, least, a, b, c), half);
    v128.store(fresh, f32x4.add(v128.load(own + third + at), f32x4.mul(reset, v128.load(fresh))));
  }
  for (let at = size; at < third; at += 16) {
    const sum = f32x4.add(v128.load(own + at), v128.load(gates + at));
    v128.store(gates + at, f32x4.add(squeezed(sum, most, least, a, b, c), half));
  }
}

/**
 * The next state of `size` bytes of floats, and its bytes to `to`: `gates` has the second gate's floats from `size` bytes on
 * and what is fresh behind them.
 */
// @ts-ignore: a decorator of the compiler
@inline
export function putState(state: usize, gates: usize, size: usize, to: usize, k: usize): void {
  const most = v128.load(k);
  const least = v128.load(k, 16);
  const a = v128.load(k, 32);
  const b = v128.load(k, 48);
  const c = v128.load(k, 64);
  for (let at: usize = 0; at < size; at += 32) {
    const gate = gates + size + at;
    let fresh = squeezed(v128.load(gate + size), most, least, a, b, c);
    const low = f32x4.add(fresh, f32x4.mul(v128.load(gate), f32x4.sub(v128.load(state + at), fresh)));
    v128.store(state + at, low);
    fresh = squeezed(v128.load(gate + size, 16), most, least, a, b, c);
    const high = f32x4.add(fresh, f32x4.mul(v128.load(gate, 16), f32x4.sub(v128.load(state + at, 16), fresh)));
    v128.store(state + at, high, 16);
    putBytes(to + (at >> 2), low, high, k);
  }
}

/** What stands for each of four values, as whole numbers. */
// @ts-ignore: a decorator of the compiler
@inline
function steps(x: v128, k: usize): v128 {
  return i32x4.sub(f32x4.add(f32x4.mul(x, v128.load(k, 176)), v128.load(k, 192)), v128.load(k, 208));
}

/** Writes eight values between -1 and 1 as bytes. */
// @ts-ignore: a decorator of the compiler
@inline
export function putBytes(at: usize, low: v128, high: v128, k: usize): void {
  const words = i16x8.narrow_i32x4_s(steps(low, k), steps(high, k));
  v128.store64_lane(at, i8x16.narrow_i16x8_u(words, words), 0);
}

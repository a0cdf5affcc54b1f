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
  const x = f32x4.pmax(f32x4.pmin(value, v128.load(k)), v128.load(k, 16));
  return fraction(x, v128.load(k, 32), v128.load(k, 48), v128.load(k, 64));
}

/** A half and half the tangent of half of x, which is the same fraction of x with other numbers. */
// @ts-ignore: a decorator of the compiler
@inline
export function sigmoid(value: v128, k: usize): v128 {
  const x = f32x4.pmax(f32x4.pmin(value, v128.load(k, 80)), v128.load(k, 96));
  return f32x4.add(fraction(x, v128.load(k, 112), v128.load(k, 128), v128.load(k, 144)), v128.load(k, 160));
}

// @ts-ignore: a decorator of the compiler
@inline
function fraction(x: v128, a: v128, b: v128, c: v128): v128 {
  const s = f32x4.mul(x, x);
  return f32x4.div(f32x4.mul(x, f32x4.add(s, a)), f32x4.add(f32x4.mul(s, c), b));
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

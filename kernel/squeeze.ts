// Floats in, floats and bytes between -1 and 1 out: what the network's units do with their sums.
//
// The constants stand in the memory, `k` being where: V8 makes a constant of the code anew wherever it is used, with
// three instructions, and loads one of the memory with one.

/** What stands for a value x between -1 and 1: 64 + 63 x, rounded. */
const STEPS: f32 = 63;
export const ZERO: i32 = 64;
/** Where the fraction that stands for a hyperbolic tangent is one. */
const ONE_AT: f32 = 3.646738;
/** Added to a small float it leaves a whole number in the low bits: rounded to the nearest, to even in between. */
const WHOLE: f32 = 12582912;

/** Bytes of the constants. */
export const CONSTANTS: usize = 160;

export function putConstants(k: usize): void {
  v128.store(k, f32x4.splat(ONE_AT));
  v128.store(k, f32x4.splat(-ONE_AT), 16);
  v128.store(k, f32x4.splat(105), 32);
  v128.store(k, f32x4.splat(945), 48);
  v128.store(k, f32x4.splat(15), 64);
  v128.store(k, f32x4.splat(420), 80);
  v128.store(k, f32x4.splat(0.5), 96);
  v128.store(k, f32x4.splat(STEPS), 112);
  v128.store(k, f32x4.splat(WHOLE + <f32>ZERO), 128);
  v128.store(k, f32x4.splat(WHOLE), 144);
}

/** Hyperbolic tangents to 0.0014, a sixth of the step in which they are kept: five terms of the continued fraction. */
// @ts-ignore: a decorator of the compiler
@inline
export function tanh(value: v128, k: usize): v128 {
  const x = f32x4.pmax(f32x4.pmin(value, v128.load(k)), v128.load(k, 16));
  const s = f32x4.mul(x, x);
  const p = f32x4.add(f32x4.mul(f32x4.add(s, v128.load(k, 32)), s), v128.load(k, 48));
  const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(s, v128.load(k, 64)), v128.load(k, 80)), s), v128.load(k, 48));
  return f32x4.div(f32x4.mul(x, p), q);
}

// @ts-ignore: a decorator of the compiler
@inline
export function sigmoid(x: v128, k: usize): v128 {
  const half = v128.load(k, 96);
  return f32x4.add(f32x4.mul(tanh(f32x4.mul(x, half), k), half), half);
}

/** What stands for each of four values, as whole numbers. */
// @ts-ignore: a decorator of the compiler
@inline
function steps(x: v128, k: usize): v128 {
  return i32x4.sub(f32x4.add(f32x4.mul(x, v128.load(k, 112)), v128.load(k, 128)), v128.load(k, 144));
}

/** Writes eight values between -1 and 1 as bytes. */
// @ts-ignore: a decorator of the compiler
@inline
export function putBytes(at: usize, low: v128, high: v128, k: usize): void {
  const words = i16x8.narrow_i32x4_s(steps(low, k), steps(high, k));
  v128.store64_lane(at, i8x16.narrow_i16x8_u(words, words), 0);
}

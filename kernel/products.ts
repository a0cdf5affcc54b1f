// Products of the network's matrices: weights of eight bits by vectors of seven, whole sums, then floats.
//
// A matrix is three parts of the model's file: weights, scales and biases. Weights lie 24 rows at a time, of four
// columns the 24 rows' beside each other.

// @ts-ignore: a decorator of the compiler
@inline
export function part(model: usize, at: i32): usize {
  return model + <usize>load<i32>(model + (<usize>at << 2));
}

// @ts-ignore: a decorator of the compiler
@inline
export function number(model: usize, at: i32): i32 {
  return load<i32>(model + (<usize>at << 2));
}

// @ts-ignore: a decorator of the compiler
@inline
function putScaled(out: usize, sum: v128, scale: usize, bias: usize, by: usize): void {
  v128.store(
    out + by,
    f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale + by)), v128.load(bias + by)),
  );
}

/**
 * Products of one matrix of `rows` rows, whose weights begin at `weights`, with `count` vectors of `columns` bytes. `xs`
 * says where each begins and `outs` where its result goes, `by` bytes further on. 24 rows by two vectors at a time: the
 * twelve sums, what they are made of and the weights fill the registers, and the rows' weights are near from the first
 * vector to the last.
 */
export function timesAll(
  weights: usize,
  scale: usize,
  bias: usize,
  xs: usize,
  columns: usize,
  count: i32,
  outs: usize,
  by: usize,
  rows: i32,
): void {
  const outsEnd = outs + (<usize>count << 2);
  const toX = xs - outs;
  for (let row = 0; row < rows; row += 24) {
    const from = weights + <usize>row * columns;
    for (let to = outs; to < outsEnd; to += 8) {
      // the last of an odd number is its own second
      const isTwo = to + 4 < outsEnd;
      let one = <usize>load<u32>(to + toX);
      const step = isTwo ? <usize>load<u32>(to + toX, 4) - one : 0;
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
      let l = a;
      let m = a;
      let w = from;
      for (let end = one + columns; one < end; one += 4) {
        const u = v128.load32_splat(one);
        const v = v128.load32_splat(one + step);
        let four = v128.load(w);
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, a);
        e = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, e);
        four = v128.load(w, 16);
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, b);
        f = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, f);
        four = v128.load(w, 32);
        c = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, c);
        g = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, g);
        four = v128.load(w, 48);
        d = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, d);
        h = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, h);
        four = v128.load(w, 64);
        i = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, i);
        j = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, j);
        four = v128.load(w, 80);
        l = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, u, l);
        m = i32x4.relaxed_dot_i8x16_i7x16_add_s(four, v, m);
        w += 96;
      }
      const first = <usize>load<u32>(to) + by;
      putScaled(first, a, scale, bias, 0);
      putScaled(first, b, scale, bias, 16);
      putScaled(first, c, scale, bias, 32);
      putScaled(first, d, scale, bias, 48);
      putScaled(first, i, scale, bias, 64);
      putScaled(first, l, scale, bias, 80);
      if (isTwo) {
        const second = <usize>load<u32>(to, 4) + by;
        putScaled(second, e, scale, bias, 0);
        putScaled(second, f, scale, bias, 16);
        putScaled(second, g, scale, bias, 32);
        putScaled(second, h, scale, bias, 48);
        putScaled(second, j, scale, bias, 64);
        putScaled(second, m, scale, bias, 80);
      }
    }
    by += 96;
    scale += 96;
    bias += 96;
  }
}

/** The same with a matrix of the model's file: its weights, scales and biases are three parts. */
// @ts-ignore: a decorator of the compiler
@inline
export function timesPart(
  model: usize,
  matrix: i32,
  xs: usize,
  columns: usize,
  count: i32,
  outs: usize,
  by: usize,
  rows: i32,
): void {
  timesAll(part(model, matrix), part(model, matrix + 1), part(model, matrix + 2), xs, columns, count, outs, by, rows);
}

// @ts-ignore: a decorator of the compiler
@inline
function total(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** The product of two vectors of `count` floats. */
// @ts-ignore: a decorator of the compiler
@inline
export function dot(a: usize, b: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0, end = <usize>count << 2; at < end; at += 16)
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  return total(sum);
}

/** The products of a vector of `count` floats with four others, `step` bytes from one to the next: each as `dot` gives it. */
// @ts-ignore: a decorator of the compiler
@inline
export function dots(a: usize, b: usize, step: usize, count: i32): v128 {
  let first = f32x4.splat(0);
  let second = first;
  let third = first;
  let fourth = first;
  const toThird = step << 1;
  const toFourth = step + toThird;
  for (const end = a + (<usize>count << 2); a < end; a += 16, b += 16) {
    const own = v128.load(a);
    first = f32x4.add(first, f32x4.mul(own, v128.load(b)));
    second = f32x4.add(second, f32x4.mul(own, v128.load(b + step)));
    third = f32x4.add(third, f32x4.mul(own, v128.load(b + toThird)));
    fourth = f32x4.add(fourth, f32x4.mul(own, v128.load(b + toFourth)));
  }
  return beside(beside(first, second), beside(third, fourth));
}

/** The sums of neighbours in two lists of four. */
// @ts-ignore: a decorator of the compiler
@inline
function beside(a: v128, b: v128): v128 {
  return f32x4.add(
    i8x16.shuffle(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27),
    i8x16.shuffle(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31),
  );
}

/**
 * Sixteen sums of each of two lists of `count` floats, by rows of sixteen that begin at `rows`, `step` bytes from row to
 * row: what a row says is fetched once for both.
 */
// @ts-ignore: a decorator of the compiler
@inline
export function sumsOfTwo(one: usize, two: usize, rows: usize, step: usize, count: i32, to: usize, toTwo: usize): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  for (const end = one + (<usize>count << 2); one < end; one += 4, two += 4) {
    const x = v128.load32_splat(one);
    const y = v128.load32_splat(two);
    let four = v128.load(rows);
    a = f32x4.add(a, f32x4.mul(x, four));
    e = f32x4.add(e, f32x4.mul(y, four));
    four = v128.load(rows, 16);
    b = f32x4.add(b, f32x4.mul(x, four));
    f = f32x4.add(f, f32x4.mul(y, four));
    four = v128.load(rows, 32);
    c = f32x4.add(c, f32x4.mul(x, four));
    g = f32x4.add(g, f32x4.mul(y, four));
    four = v128.load(rows, 48);
    d = f32x4.add(d, f32x4.mul(x, four));
    h = f32x4.add(h, f32x4.mul(y, four));
    rows += step;
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
  v128.store(toTwo, e);
  v128.store(toTwo, f, 16);
  v128.store(toTwo, g, 32);
  v128.store(toTwo, h, 48);
}

// Vectors in, classes in two levels out; the same each time.
import { mulberry } from './perceptron.ts';

/** Classes of `outer * inner`: each vector's class of `outer`, cut in `inner` by where it lies within. */
export function nestedClasses(vectors: Float32Array, width: number, outer: number, inner: number): Int32Array {
  const count = vectors.length / width;
  const all = Int32Array.from({ length: count }, (_, i) => i);
  const coarse = kMeans(vectors, width, all, outer, 1);
  const out = new Int32Array(count);
  for (let one = 0; one < outer; one++) {
    const members = all.filter((i) => coarse[i] === one);
    const fine = kMeans(vectors, width, members, inner, 2 + one);
    for (let k = 0; k < members.length; k++) out[members[k] as number] = one * inner + (fine[k] as number);
  }
  return out;
}

/** Lloyd's method over `members`, twelve rounds; starts from points far from one another (k-means++). */
function kMeans(vectors: Float32Array, width: number, members: Int32Array, k: number, seed: number): Int32Array {
  const random = mulberry(seed);
  const n = members.length;
  const centres = new Float32Array(k * width);
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const from = Math.min(n, 6000); // the frequent ones stand first
  let pick = Math.floor(random() * from);
  for (let c = 0; c < k && n > 0; c++) {
    const base = (members[pick] as number) * width;
    for (let d = 0; d < width; d++) centres[c * width + d] = vectors[base + d] as number;
    let sum = 0;
    for (let i = 0; i < from; i++) {
      const away = distance(vectors, (members[i] as number) * width, centres, c * width, width);
      if (away < (nearest[i] as number)) nearest[i] = away;
      sum += nearest[i] as number;
    }
    let left = random() * sum;
    pick = 0;
    while (pick < from - 1 && left >= (nearest[pick] as number)) left -= nearest[pick++] as number;
  }
  const out = new Int32Array(n);
  const sums = new Float64Array(k * width);
  const sizes = new Int32Array(k);
  for (let round = 0; round < 12; round++) {
    sums.fill(0);
    sizes.fill(0);
    for (let i = 0; i < n; i++) {
      const base = (members[i] as number) * width;
      let top = 0;
      let closest = Number.POSITIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        const away = distance(vectors, base, centres, c * width, width);
        if (away < closest) {
          closest = away;
          top = c;
        }
      }
      out[i] = top;
      sizes[top] = (sizes[top] as number) + 1;
      for (let d = 0; d < width; d++)
        sums[top * width + d] = (sums[top * width + d] as number) + (vectors[base + d] as number);
    }
    for (let c = 0; c < k; c++) {
      const size = sizes[c] as number;
      if (size > 0) for (let d = 0; d < width; d++) centres[c * width + d] = (sums[c * width + d] as number) / size;
    }
  }
  return out;
}

function distance(a: Float32Array, from: number, b: Float32Array, at: number, width: number): number {
  let sum = 0;
  for (let d = 0; d < width; d += 4) {
    const p = (a[from + d] as number) - (b[at + d] as number);
    const q = (a[from + d + 1] as number) - (b[at + d + 1] as number);
    const r = (a[from + d + 2] as number) - (b[at + d + 2] as number);
    const s = (a[from + d + 3] as number) - (b[at + d + 3] as number);
    sum += p * p + q * q + r * r + s * s;
  }
  return sum;
}

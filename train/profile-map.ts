// Word vectors and a treebank in, vectors out in which words that do alike in sentences lie close together.

/**
 * Least squares from the vectors to what the treebank shows of each word (square roots of the shares of its tags, its
 * relations and its dependants' relations by side), applied to all words. The result has `width` numbers a word, whose
 * distances are those of the predicted profiles.
 */
export function profileMap(
  words: readonly string[],
  vectors: Float32Array,
  width: number,
  conllu: string,
): Float32Array {
  const place = new Map(words.map((word, i) => [word, i]));
  const kinds = new Map<string, number>();
  const counts = new Map<number, Map<number, number>>();
  const add = (form: string, kind: string) => {
    const word = place.get(form.toLowerCase());
    if (word === undefined) return;
    let id = kinds.get(kind);
    if (id === undefined) {
      id = kinds.size;
      kinds.set(kind, id);
    }
    let row = counts.get(word);
    if (!row) {
      row = new Map();
      counts.set(word, row);
    }
    row.set(id, (row.get(id) ?? 0) + 1);
  };
  const seen = new Map<number, number>();
  for (const block of conllu.split(/\n\n+/)) {
    const rows = block
      .split('\n')
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split('\t'));
    rows.forEach(([, form = '', , upos = '', xpos = '', , parent = '0', relation = ''], i) => {
      const word = place.get(form.toLowerCase());
      if (word !== undefined) seen.set(word, (seen.get(word) ?? 0) + 1);
      add(form, `tag ${upos} ${xpos}`);
      add(form, `relation ${relation}`);
      const head = Number(parent) - 1;
      if (head >= 0) add(rows[head]?.[1] ?? '', `${head < i ? 'right' : 'left'} ${relation}`);
    });
  }
  // normal equations, with one more column for the mean
  const wide = width + 1;
  const gram = new Float64Array(wide * wide);
  const cross = new Float64Array(wide * kinds.size);
  const x = new Float64Array(wide);
  for (const [word, row] of [...counts].sort(([a], [b]) => a - b)) {
    const times = seen.get(word) as number;
    if (times < 3) continue;
    const weight = Math.min(30, Math.sqrt(times));
    for (let d = 0; d < width; d++) x[d] = vectors[word * width + d] as number;
    x[width] = 1;
    for (let a = 0; a < wide; a++) {
      const scaled = weight * (x[a] as number);
      for (let b = 0; b < wide; b++) gram[a * wide + b] = (gram[a * wide + b] as number) + scaled * (x[b] as number);
      for (const [kind, count] of row)
        cross[a * kinds.size + kind] =
          (cross[a * kinds.size + kind] as number) + scaled * Math.sqrt(Math.min(1, count / times));
    }
  }
  for (let a = 0; a < wide; a++) gram[a * wide + a] = (gram[a * wide + a] as number) + 10;
  const map = solve(gram, cross, wide, kinds.size);
  // distances of predictions are x'MM'x: a root of MM' gives the same ones in `width` numbers
  const square = new Float64Array(width * width);
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) {
      let sum = 0;
      for (let k = 0; k < kinds.size; k++)
        sum += (map[a * kinds.size + k] as number) * (map[b * kinds.size + k] as number);
      square[a * width + b] = sum + (a === b ? 1e-9 : 0);
    }
  const rootOf = cholesky(square, width);
  const out = new Float32Array(vectors.length);
  for (let i = 0; i < words.length; i++)
    for (let b = 0; b < width; b++) {
      let sum = 0;
      for (let a = b; a < width; a++) sum += (vectors[i * width + a] as number) * (rootOf[a * width + b] as number);
      out[i * width + b] = sum;
    }
  return out;
}

/** Lower triangle L of a positive matrix A = LL'. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * n + j] as number);
    }
  return lower;
}

/** Solves A X = B for a positive A of n by n and a B of n by m. */
function solve(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  const lower = cholesky(a, n);
  const x = new Float64Array(b);
  for (let k = 0; k < m; k++) {
    for (let i = 0; i < n; i++) {
      let sum = x[i * m + k] as number;
      for (let j = 0; j < i; j++) sum -= (lower[i * n + j] as number) * (x[j * m + k] as number);
      x[i * m + k] = sum / (lower[i * n + i] as number);
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i * m + k] as number;
      for (let j = i + 1; j < n; j++) sum -= (lower[j * n + i] as number) * (x[j * m + k] as number);
      x[i * m + k] = sum / (lower[i * n + i] as number);
    }
  }
  return x;
}

// Scores of arcs in, the best tree without crossing arcs out (Eisner 1996).
/** So far below any score that no other tree has it. */
export const NEVER: f32 = -1e30;
/**
 * The largest sum of two numbers that stand at the same place of two lists, eight at a time: what stands behind the lists
 * is NEVER in both.
 */
// @ts-ignore: a decorator of the compiler
@inline
function largest(a: usize, b: usize, count: i32): f32 {
  let four = f32x4.splat(NEVER * 2);
  let more = four;
  for (const end = a + (<usize>count << 2); a < end; a += 32, b += 32) {
    four = f32x4.pmax(four, f32x4.add(v128.load(a), v128.load(b)));
    more = f32x4.pmax(more, f32x4.add(v128.load(a, 16), v128.load(b, 16)));
  }
  four = f32x4.pmax(four, more);
  four = f32x4.pmax(four, i8x16.shuffle(four, four, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  four = f32x4.pmax(four, i8x16.shuffle(four, four, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  return f32x4.extract_lane(four, 0);
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

/** Bytes that `bestTree` needs at `room` for `count` words. */
export function treeBytes(count: i32): usize {
  const nodes = <usize>count + 1;
  return 6 * nodes * rowBytes(count) + 64 * nodes;
}

/** Bytes of a row of a table of spans: eight places more than words and root. */
// @ts-ignore: a decorator of the compiler
@inline
function rowBytes(count: i32): usize {
  return <usize>((count + 12) & ~3) << 2;
}

/**
 * The tree with the largest sum of scores. `scores` has a row for each word and a column for each head, the root first;
 * `heads` gets a number for each word, 0 for the root. Spans are kept by their first and by their last word, so that
 * what is summed stands side by side; a span that is no longer one, or not yet, stands there as NEVER.
 */
export function bestTree(scores: usize, count: i32, heads: usize, room: usize): void {
  const nodes = count + 1;
  const scoreRow = <usize>nodes << 2;
  const row = rowBytes(count);
  const table = row * <usize>nodes;
  const right = room;
  const rightBy = right + table;
  const left = rightBy + table;
  const leftBy = left + table;
  const openRight = leftBy + table;
  const openLeftBy = openRight + table;
  const stack = openLeftBy + table;
  for (let at = room; at < stack; at += 16) v128.store(at, f32x4.splat(NEVER));
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
      const toRight = inner + load<f32>(scores + <usize>(j - 1) * scoreRow + iAt);
      const toLeft = i === 0 ? NEVER : inner + load<f32>(scores + <usize>(i - 1) * scoreRow + jAt);
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

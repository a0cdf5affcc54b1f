// A list in, stretches of it that one statement can name out.

/** Values that one `in (…)` holds: an engine plans many of the same length once. */
const TOGETHER = 500;
/** The lengths of stretches: each is a statement of its own, and what is prepared for hundreds would stay in memory. */
const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 125, 250, TOGETHER];

/** As `inChunks`, for a list that one statement holds. */
export function padded<T>(list: readonly T[]): readonly T[] {
  const length = LENGTHS.find((one) => one >= list.length) ?? list.length;
  return list.length === 0 ? list : [...list, ...new Array<T>(length - list.length).fill(list.at(-1) as T)];
}

/** For `in (…)`: the last value of a stretch stands in it several times, up to the next length. */
export function* inChunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += TOGETHER) {
    yield padded(list.slice(from, from + TOGETHER));
  }
}

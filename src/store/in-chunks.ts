// A list in, stretches of it that one statement can name out.

/** Values that one `in (…)` holds: an engine plans many of the same length once. */
const TOGETHER = 500;

export function* inChunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += TOGETHER) yield list.slice(from, from + TOGETHER);
}

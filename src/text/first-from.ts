// Sorted numbers, or a row of things in order, and a bound in, the first that is not below it out: found by halving.

/** Index of the first of `sorted` (ascending, up to `length`) that is at least `least`; `length` where all are less. */
export function firstFrom(sorted: ArrayLike<number>, least: number, length = sorted.length): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same of things in order: the index of the first that `isBefore` is not true of. */
export function firstNot<T>(inOrder: readonly T[], isBefore: (one: T) => boolean): number {
  let low = 0;
  for (let high = inOrder.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBefore(inOrder[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

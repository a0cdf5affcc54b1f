// Counts in, precision, recall and F1 out.
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** In per cent; 0 where nothing was found or asked for. */
export function score(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = gold === 0 ? 0 : (100 * right) / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Compares two sets. */
export function setScore<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>): Score {
  let right = 0;
  for (const one of found) if (gold.has(one)) right++;
  return score(right, found.size, gold.size);
}

export const shown = ({ precision, recall, f1 }: Score): string =>
  `${precision.toFixed(2)} / ${recall.toFixed(2)} / **${f1.toFixed(2)}**`;

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

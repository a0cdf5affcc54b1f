// What several people said of the same units in, how far they agree beyond chance out: percent, Cohen's kappa, Krippendorff's alpha.

/** What each person said of one unit, in the same order of persons; null where somebody said nothing. */
export type Unit = readonly (string | null)[];

/** Share of pairs of judgements of the same unit that are the same, 0 to 1; null without a pair. */
export function percentAgreement(units: readonly Unit[]): number | null {
  let same = 0;
  let pairs = 0;
  for (const unit of units) {
    const said = unit.filter((value) => value !== null);
    for (let i = 0; i < said.length; i++)
      for (let j = i + 1; j < said.length; j++) {
        pairs++;
        if (said[i] === said[j]) same++;
      }
  }
  return pairs === 0 ? null : same / pairs;
}

/**
 * Cohen's kappa of two persons over the units that both judged (Cohen 1960). Null without such units, and where both
 * always said the same one thing: chance alone then agrees wholly, and nothing can be told beyond it.
 */
export function cohenKappa(units: readonly Unit[]): number | null {
  const both = units.flatMap(([a = null, b = null]) => (a === null || b === null ? [] : [[a, b] as const]));
  if (both.length === 0) return null;
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let same = 0;
  for (const [a, b] of both) {
    if (a === b) same++;
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
  }
  const n = both.length;
  let chance = 0;
  for (const [value, count] of first) chance += (count / n) * ((second.get(value) ?? 0) / n);
  return chance === 1 ? null : (same / n - chance) / (1 - chance);
}

/**
 * Krippendorff's alpha for nominal values, any number of persons, gaps allowed (Krippendorff 2011). Null with less than two
 * judgements that can be paired, and where all values are the same.
 */
export function krippendorffAlpha(units: readonly Unit[]): number | null {
  const coincidences = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  let n = 0;
  for (const unit of units) {
    const said = unit.filter((value) => value !== null);
    if (said.length < 2) continue;
    n += said.length;
    for (const [i, a] of said.entries()) {
      totals.set(a, (totals.get(a) ?? 0) + 1);
      const row = coincidences.get(a) ?? new Map<string, number>();
      coincidences.set(a, row);
      for (const [j, b] of said.entries()) if (i !== j) row.set(b, (row.get(b) ?? 0) + 1 / (said.length - 1));
    }
  }
  if (n < 2) return null;
  let observed = 0;
  for (const [a, row] of coincidences) for (const [b, count] of row) if (a !== b) observed += count;
  let expected = 0;
  for (const count of totals.values()) expected += count * (n - count);
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Twice what both have over all that both have, 0 to 1; null where neither has anything. */
export const matchF1 = (matched: number, a: number, b: number): number | null =>
  a + b === 0 ? null : (2 * matched) / (a + b);

// Claims that a newer reading lacks and claims that it brings in, which of them are the same in other words out.

interface Anchored {
  readonly id: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/**
 * For each new claim the id of the one it continues: same kind, words that overlap most. Each
 * old claim is continued once. What people decided upon the old one then stays with the new.
 */
export function matchMoved(
  vanished: readonly Anchored[],
  fresh: readonly {
    readonly id: string;
    readonly kind: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly evidence: readonly [{ readonly start: number; readonly end: number }, ...unknown[]];
  }[],
): Map<string, string> {
  const pairs: { old: string; id: string; shared: number }[] = [];
  for (const old of vanished)
    for (const { id, kind, evidence } of fresh) {
      if (kind !== old.kind) continue;
      const [{ start, end }] = evidence;
      const shared = Math.min(end, old.end) - Math.max(start, old.start);
      // half of the shorter at least: a word in common with a long sentence is no continuation
      if (shared > 0 && shared * 2 >= Math.min(end - start, old.end - old.start))
        pairs.push({ old: old.id, id, shared });
    }
  pairs.sort((a, b) => b.shared - a.shared || (a.old < b.old ? -1 : a.old > b.old ? 1 : a.id < b.id ? -1 : 1));
  const taken = new Set<string>();
  const moved = new Map<string, string>();
  for (const { old, id } of pairs) {
    if (taken.has(old) || moved.has(id)) continue;
    taken.add(old);
    moved.set(id, old);
  }
  return moved;
}

/** Words that stand for themselves, wherever they are found again. */
const TELLING = 4;

interface Quoted {
  readonly id: string;
  readonly kind: string;
  readonly evidence: readonly [
    { readonly quote: string; readonly prefix: string; readonly suffix: string },
    ...{ readonly quote: string }[],
  ];
}

/**
 * For each claim of a report's new version the id of the one that it continues in the version before: same kind and first
 * words, and something more in common, since “killed” may stand anywhere: a longer quotation, or what stands before or
 * after. The first in the text goes with the first. Each old claim is continued once.
 */
export function matchVersions(former: readonly Quoted[], fresh: readonly Quoted[]): Map<string, string> {
  const waiting = Map.groupBy(fresh, ({ kind, evidence: [{ quote }] }) => `${kind} ${quote}`);
  const pairs: { old: string; id: string; shared: number; order: number }[] = [];
  for (const old of former) {
    const [first, ...rest] = old.evidence;
    for (const [order, one] of (waiting.get(`${old.kind} ${first.quote}`) ?? []).entries()) {
      const [words, ...others] = one.evidence;
      const quotes = new Set(others.map(({ quote }) => quote));
      const long = rest.filter(({ quote }) => quotes.has(quote) && quote.split(' ').length >= TELLING).length;
      const shared =
        (first.quote.split(' ').length >= TELLING ? 1 : 0) +
        long * 2 +
        (first.prefix === words.prefix ? 1 : 0) +
        (first.suffix === words.suffix ? 1 : 0);
      if (shared > 0) pairs.push({ old: old.id, id: one.id, shared, order });
    }
  }
  pairs.sort((a, b) => b.shared - a.shared || a.order - b.order || (a.old < b.old ? -1 : a.old > b.old ? 1 : 0));
  const taken = new Set<string>();
  const moved = new Map<string, string>();
  for (const { old, id } of pairs) {
    if (taken.has(old) || moved.has(id)) continue;
    taken.add(old);
    moved.set(id, old);
  }
  return moved;
}

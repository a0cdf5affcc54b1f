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

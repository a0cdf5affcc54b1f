// Linked things in, groups out: average linkage, the same whatever the order in which they came.
import TinyQueue from 'tinyqueue';

/** A link between two members, by number; `points` is how strongly they belong together. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly points: number;
}

/** A pair of groups that may be joined, as long as neither has changed since. */
interface Offer {
  readonly mean: number;
  readonly a: number;
  readonly b: number;
  readonly versions: number;
}

/**
 * Groups `count` things: the two groups whose members belong together most, on average over all their pairs, are joined
 * first, until no pair of groups reaches `enough`. A pair without a link counts as 0. Ties are broken by the smaller
 * number, so numbers must be given in an order of their own (of ids), never of arrival.
 * Returns for each thing the smallest number of its group.
 */
export function averageLinkage(count: number, links: readonly Link[], enough: number): Int32Array {
  const group = Int32Array.from({ length: count }, (_, at) => at);
  const members: number[][] = Array.from({ length: count }, (_, at) => [at]);
  const version = new Int32Array(count);
  /** Points of a pair of groups, summed over its pairs of members. */
  const sums: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (const { a, b, points } of links) {
    if (a === b) continue;
    (sums[a] as Map<number, number>).set(b, points);
    (sums[b] as Map<number, number>).set(a, points);
  }
  const offers = new TinyQueue<Offer>([], (x, y) => y.mean - x.mean || x.a - y.a || x.b - y.b);
  const offer = (one: number, other: number, sum: number) => {
    const a = Math.min(one, other);
    const b = Math.max(one, other);
    const mean = sum / ((members[a] as number[]).length * (members[b] as number[]).length);
    if (mean >= enough) offers.push({ mean, a, b, versions: (version[a] as number) + (version[b] as number) });
  };
  for (let a = 0; a < count; a++) for (const [b, sum] of sums[a] as Map<number, number>) if (a < b) offer(a, b, sum);
  for (let next = offers.pop(); next; next = offers.pop()) {
    const { a, b, versions } = next;
    // versions only grow, so an equal sum means that neither group has changed
    if (group[a] !== a || group[b] !== b || (version[a] as number) + (version[b] as number) !== versions) continue;
    join(a, b);
  }
  return group;

  function join(a: number, b: number): void {
    const mine = sums[a] as Map<number, number>;
    const theirs = sums[b] as Map<number, number>;
    mine.delete(b);
    theirs.delete(a);
    for (const [other, sum] of theirs) {
      (sums[other] as Map<number, number>).delete(b);
      mine.set(other, (mine.get(other) ?? 0) + sum);
    }
    theirs.clear();
    const joined = members[a] as number[];
    for (const at of members[b] as number[]) {
      group[at] = a;
      joined.push(at);
    }
    version[a] = (version[a] as number) + 1;
    for (const [other, sum] of mine) {
      (sums[other] as Map<number, number>).set(a, sum);
      offer(a, other, sum);
    }
  }
}

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
 * number, so numbers must be given in an order of their own (of ids), never of arrival. A thing that stands for several
 * counts as many: `sizes`, one each without.
 * Returns for each thing the smallest number of its group.
 */
export function averageLinkage(
  count: number,
  links: readonly Link[],
  enough: number,
  sizes: Int32Array = new Int32Array(count).fill(1),
): Int32Array {
  const group = Int32Array.from({ length: count }, (_, at) => at);
  const members: number[][] = Array.from({ length: count }, (_, at) => [at]);
  const size = Int32Array.from(sizes);
  const version = new Int32Array(count);
  /** Points of a pair of groups, summed over its pairs of members. */
  const sums: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (const { a, b, points } of links) {
    if (a === b) continue;
    const sum = points * ((size[a] as number) * (size[b] as number));
    (sums[a] as Map<number, number>).set(b, sum);
    (sums[b] as Map<number, number>).set(a, sum);
  }
  const offers = new TinyQueue<Offer>([], (x, y) => y.mean - x.mean || x.a - y.a || x.b - y.b);
  const offer = (one: number, other: number, sum: number) => {
    const a = Math.min(one, other);
    const b = Math.max(one, other);
    const mean = sum / ((size[a] as number) * (size[b] as number));
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
    size[a] = (size[a] as number) + (size[b] as number);
    version[a] = (version[a] as number) + 1;
    for (const [other, sum] of mine) {
      (sums[other] as Map<number, number>).set(a, sum);
      offer(a, other, sum);
    }
  }
}

/**
 * The same where most pairs are linked: `sums` holds the points of all pairs, `count` times `count`, 0 where there is no
 * link; these and `sizes` are used up. `enough` must be above 0.
 */
export function averageLinkageOfAll(
  count: number,
  sums: Float64Array,
  enough: number,
  sizes: Int32Array = new Int32Array(count).fill(1),
): Int32Array {
  const group = Int32Array.from({ length: count }, (_, at) => at);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++)
      sums[a * count + b] = (sums[a * count + b] as number) * ((sizes[a] as number) * (sizes[b] as number));
  /** Groups that are left, by their smallest number, in rising order. */
  let left = Array.from(group);
  /** Of each group the one behind it with which it belongs together most, the first of equals; -1 for none that will do. */
  const partner = new Int32Array(count).fill(-1);
  const mean = new Float64Array(count);
  const seek = (a: number, from: number) => {
    let best = -1;
    let most = enough;
    const row = a * count;
    for (let at = from; at < left.length; at++) {
      const b = left[at] as number;
      const sum = sums[row + b] as number;
      if (sum < enough) continue; // a mean is no more than its sum
      const points = sum / ((sizes[a] as number) * (sizes[b] as number));
      if (points > most || (best < 0 && points === most)) {
        best = b;
        most = points;
      }
    }
    partner[a] = best;
    mean[a] = most;
  };
  for (let at = 0; at < count; at++) seek(at, at + 1);
  for (;;) {
    let a = -1;
    for (const one of left)
      if ((partner[one] as number) >= 0 && (a < 0 || (mean[one] as number) > (mean[a] as number))) a = one;
    if (a < 0) return headed(group);
    const b = partner[a] as number;
    group[b] = a;
    left = left.filter((one) => one !== b);
    for (const other of left) {
      const sum = (sums[a * count + other] as number) + (sums[b * count + other] as number);
      sums[a * count + other] = sum;
      sums[other * count + a] = sum;
    }
    sizes[a] = (sizes[a] as number) + (sizes[b] as number);
    for (let at = 0; at < left.length; at++) {
      const one = left[at] as number;
      if (one > b) break;
      if (one === a || partner[one] === a || partner[one] === b) seek(one, at + 1);
      else if (one < a) {
        const points = (sums[one * count + a] as number) / ((sizes[one] as number) * (sizes[a] as number));
        if (points < enough) continue;
        const known = partner[one] as number;
        if (known < 0 || points > (mean[one] as number) || (points === mean[one] && a < known)) {
          partner[one] = a;
          mean[one] = points;
        }
      }
    }
  }
}

/** Each thing's smallest number, where each knows that of a group that it joined or that joined another. */
function headed(group: Int32Array): Int32Array {
  // a group joins one of a smaller number: those before are settled
  for (let at = 0; at < group.length; at++) group[at] = group[group[at] as number] as number;
  return group;
}

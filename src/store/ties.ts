// Ties between happenings in, what hangs together and the groups in it out.
import { meet } from '../record/incident/blocks.ts';
import { averageLinkageOfAll, type Link } from '../record/incident/clusters.ts';
import { DECIDED, headsOf, RETOLD, weightOf } from '../record/incident/groups.ts';
import { excluded, INCIDENT } from '../record/incident/likeness.ts';
import type { Entry } from './gist.ts';
import type { Looking } from './gists.ts';
import { inChunks } from './in-chunks.ts';

export interface KeptTie {
  readonly points: number;
  /** Whether it is proposed to people. */
  readonly open: boolean;
  /** Whether the other stands for this one, as the first that is told in the same words. */
  readonly retells: boolean;
}

/** Ties from one happening to others. */
export type Ties = Map<number, Map<number, KeptTie>>;

/** What `open` is in the tie of a happening to the first that is told in the same words. */
export const RETELLS = 2;

/** The happening that stands for another; null where it stands for itself. It is tied to no other. */
export function leaderOf(n: number, ties: Ties): number | null {
  const row = ties.get(n);
  if (row?.size !== 1) return null;
  for (const [leader, { retells }] of row) if (retells) return leader;
  return null;
}

/** Those for which a happening stands. */
export function followersOf(n: number, ties: Ties): number[] {
  const found: number[] = [];
  for (const [other, { points, retells }] of ties.get(n) ?? [])
    if (points === RETOLD.points && !retells) found.push(other);
  return found;
}

/** Adds the ties of some happenings to those at hand, each with all its own. */
export async function loadTies(writing: Looking, happenings: Iterable<number>, ties: Ties): Promise<void> {
  const missing = [...happenings].filter((n) => !ties.has(n));
  for (const n of missing) ties.set(n, new Map());
  for (const some of inChunks(missing))
    for (const { a, b, points, open } of await writing.trx
      .selectFrom('tie')
      .select(['a', 'b', 'points', 'open'])
      .where('a', 'in', some)
      .execute())
      ties.get(a)?.set(b, { points, open: open === 1, retells: open === RETELLS });
}

/** Happenings in lots that hang together, each in the order of ids: groups never reach over two lots. */
export function* lotsOf(entries: ReadonlyMap<number, Entry>, ties: Ties): Generator<Entry[]> {
  const seen = new Set<number>();
  for (const start of entries.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const lot: Entry[] = [];
    const waiting = [start];
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      lot.push(entries.get(n) as Entry);
      for (const [other, { points }] of ties.get(n) ?? [])
        if (points >= INCIDENT.linked && entries.has(other) && !seen.has(other)) {
          seen.add(other);
          waiting.push(other);
        }
    }
    yield lot.sort((x, y) => (x.told.id < y.told.id ? -1 : x.told.id > y.told.id ? 1 : 0));
  }
}

/** For how many each happening of a lot stands, itself among them. */
const sizesIn = (lot: readonly Entry[], ties: Ties): Int32Array =>
  Int32Array.from(lot, ({ n }) => 1 + followersOf(n, ties).length);

/** Happenings of one lot whose pairs are held in one array: 9 MB of it. */
const MOST_AT_ONCE = 1100;

/** What two of a lot weigh; 0 for nothing. */
function weightIn(one: Entry, other: Entry, tie: { readonly points: number } | undefined): number {
  if (tie) return weightOf(tie.points);
  return meet(one.block, other.block) && excluded(one.told, other.told) ? weightOf(Number.NEGATIVE_INFINITY) : 0;
}

export function groupsIn(lot: readonly Entry[], ties: Ties): Entry[][] {
  if (lot.length === 1) return [[...lot]];
  const heads = headsAtOnce(lot, ties) ?? headsByLinks(lot, ties);
  return [...Map.groupBy(lot, (_, at) => heads[at] as number).values()];
}

/** Null where people have merged any of them, or where they are too many. */
function headsAtOnce(lot: readonly Entry[], ties: Ties): Int32Array | null {
  const count = lot.length;
  if (count > MOST_AT_ONCE) return null;
  const sums = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    const one = lot[a] as Entry;
    const mine = ties.get(one.n);
    for (let b = a + 1; b < count; b++) {
      const other = lot[b] as Entry;
      const weight = weightIn(one, other, mine?.get(other.n));
      if (weight >= DECIDED) return null;
      sums[a * count + b] = weight;
      sums[b * count + a] = weight;
    }
  }
  return averageLinkageOfAll(count, sums, INCIDENT.linked, sizesIn(lot, ties));
}

function headsByLinks(lot: readonly Entry[], ties: Ties): readonly number[] {
  const links: Link[] = [];
  lot.forEach((one, a) => {
    const mine = ties.get(one.n);
    for (let b = a + 1; b < lot.length; b++) {
      const other = lot[b] as Entry;
      const points = weightIn(one, other, mine?.get(other.n));
      if (points !== 0) links.push({ a, b, points });
    }
  });
  return headsOf(lot.length, links, INCIDENT.linked, sizesIn(lot, ties));
}

// Ties between happenings in, what hangs together and the groups in it out.
import { meet } from '../record/incident/blocks.ts';
import type { Link } from '../record/incident/clusters.ts';
import { headsOf, weightOf } from '../record/incident/groups.ts';
import { excluded, INCIDENT } from '../record/incident/likeness.ts';
import type { Entry } from './gist.ts';
import type { Looking } from './gists.ts';
import { inChunks } from './in-chunks.ts';

/** Ties from one happening to others, with whether they are proposed to people. */
export type Ties = Map<number, Map<number, { readonly points: number; readonly open: boolean }>>;

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
      ties.get(a)?.set(b, { points, open: open === 1 });
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

export function groupsIn(lot: readonly Entry[], ties: Ties): Entry[][] {
  if (lot.length === 1) return [[...lot]];
  const links: Link[] = [];
  lot.forEach((one, a) => {
    const mine = ties.get(one.n);
    for (let b = a + 1; b < lot.length; b++) {
      const other = lot[b] as Entry;
      const tie = mine?.get(other.n);
      if (tie) links.push({ a, b, points: weightOf(tie.points) });
      else if (meet(one.block, other.block) && excluded(one.told, other.told))
        links.push({ a, b, points: weightOf(Number.NEGATIVE_INFINITY) });
    }
  });
  const heads = headsOf(lot.length, links, INCIDENT.linked);
  return [...Map.groupBy(lot, (_, at) => heads[at]).values()];
}

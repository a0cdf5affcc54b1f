// Happenings that came or lost others in, the groups that they and those around them form now out; no more of the record is looked at.
import { DECIDED } from '../record/incident/groups.ts';
import { INCIDENT } from '../record/incident/likeness.ts';
import { type Entry, placeOfHappening, reportOfHappening } from './gist.ts';
import { gistsOf, type Looking } from './gists.ts';
import { inChunks } from './in-chunks.ts';
import { followersOf, groupsIn, leaderOf, loadTies, lotsOf, type Ties } from './ties.ts';

export interface GroupAnew {
  /** Those that stand for themselves. */
  readonly leading: readonly Entry[];
  /** All by number: these and those for which they stand. */
  readonly members: readonly number[];
}

export interface GroupedAnew {
  /** Groups of whatever may have changed. */
  readonly groups: readonly GroupAnew[];
  /** The incident in which each of their members stood that the record had; none for those that just came. */
  readonly before: ReadonlyMap<number, number>;
  /** All ties of their members. */
  readonly ties: Ties;
}

/** Where happenings, what ties them and what they stand in are looked up. */
export interface GroupSource {
  /** Adds all ties of these to those at hand. */
  loadTies(happenings: Iterable<number>, ties: Ties): Promise<void>;
  incidentsOf(happenings: readonly number[]): Promise<Map<number, number>>;
  /** Happenings with the incident of each. */
  membersOf(incidents: readonly number[]): Promise<Map<number, number>>;
  loadEntries(happenings: readonly number[], entries: Map<number, Entry>): Promise<void>;
  /** Lets others be served, where nothing is being written. */
  rest?(): Promise<void>;
}

/**
 * Groups `start` anew: happenings that just came (`fresh`), and whole incidents, or what is left of some.
 *
 * All that hangs together by ties may be half the record, and grouping it anew for each report would cost more with every
 * report. But average linkage goes on in each group as if there were no other: two groups that do not join leave each
 * other alone. So what may have changed is grouped together with the incidents that it is tied to, as they stand. When all of
 * these come out as they went in, nothing further off can be different; those that do not may have changed too, and the
 * incidents beside them are looked at in their turn. The groups are the same as if everything were grouped at once.
 */
export async function groupAnew(
  source: GroupSource,
  start: ReadonlySet<number>,
  fresh: { has(n: number): boolean },
): Promise<GroupedAnew> {
  const region = new Set(start);
  const before = await source.incidentsOf([...region].filter((n) => !fresh.has(n)));
  const ties: Ties = new Map();
  const entries = new Map<number, Entry>();
  /** Groups of the lots of the round before: most lots come again as they were. */
  let known = new Map<string, readonly Entry[][]>();
  for (;;) {
    await source.loadTies(region, ties);
    const beside = await incidentsBeside(source, region, ties);
    await source.loadTies(beside.keys(), ties);
    // where another stands for it, a happening goes with that one
    const leading = [...region, ...beside.keys()].filter((n) => leaderOf(n, ties) === null);
    await source.loadEntries(leading, entries);
    const sizes = new Map<number, number>();
    for (const incident of beside.values()) sizes.set(incident, (sizes.get(incident) ?? 0) + 1);
    const together = new Map(
      leading.flatMap((n) => {
        const entry = entries.get(n);
        return entry ? [[n, entry] as const] : [];
      }),
    );
    const groups: GroupAnew[] = [];
    const changed = new Set<number>();
    const grouped = new Map<string, readonly Entry[][]>();
    for (const lot of lotsOf(together, ties)) {
      await source.rest?.();
      // with for how many they stand: those who came may be told in words that were there
      const key = lot.map(({ n }) => `${n} ${ties.get(n)?.size ?? 0}`).join();
      const found = known.get(key) ?? groupsIn(lot, ties);
      grouped.set(key, found);
      for (const those of found) {
        const members = those.flatMap(({ n }) => [n, ...followersOf(n, ties)]);
        const stood = members.flatMap((n) => beside.get(n) ?? []);
        if (stood.length === 0) groups.push({ leading: those, members });
        else if (
          stood.length < members.length ||
          stood.some((one) => one !== stood[0]) ||
          sizes.get(stood[0] as number) !== stood.length
        )
          for (const incident of stood) changed.add(incident);
      }
    }
    if (changed.size === 0) return { groups, before, ties };
    known = grouped;
    for (const [n, incident] of beside)
      if (changed.has(incident)) {
        region.add(n);
        before.set(n, incident);
      }
  }
}

/** The members of incidents that are tied to a region and lie outside it, with their incident. */
async function incidentsBeside(
  source: GroupSource,
  region: ReadonlySet<number>,
  ties: Ties,
): Promise<Map<number, number>> {
  const tied = new Set<number>();
  for (const n of region)
    for (const [other, { points }] of ties.get(n) ?? [])
      if ((points >= INCIDENT.linked || points <= -DECIDED) && !region.has(other)) tied.add(other);
  return source.membersOf([...new Set((await source.incidentsOf([...tied])).values())]);
}

/** The record as it is. */
export const recordSource = (writing: Looking): GroupSource => ({
  loadTies: (happenings, ties) => loadTies(writing, happenings, ties),
  incidentsOf: (happenings) => incidentsOf(writing, happenings),
  membersOf: (incidents) => incidentsBy(writing, 'incident', incidents),
  loadEntries: (happenings, entries) => loadEntries(writing, happenings, entries),
});

/** The incident that each of these happenings stands in. */
export const incidentsOf = (writing: Looking, happenings: readonly number[]): Promise<Map<number, number>> =>
  incidentsBy(writing, 'n', happenings);

/** Happenings, told by their own numbers or by those of their incidents, with the incident of each. */
async function incidentsBy(
  { trx }: Looking,
  told: 'n' | 'incident',
  numbers: readonly number[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const some of inChunks(numbers))
    for (const { n, incident } of await trx
      .selectFrom('happening')
      .select(['n', 'incident'])
      .where(told, 'in', some)
      .execute())
      found.set(n, incident);
  return found;
}

async function loadEntries(
  writing: Looking,
  happenings: readonly number[],
  entries: Map<number, Entry>,
): Promise<void> {
  const missing = happenings.filter((n) => !entries.has(n));
  const gists = await gistsOf(writing, new Set(missing.map(reportOfHappening)));
  for (const n of missing) {
    const entry = gists.get(reportOfHappening(n))?.happenings[placeOfHappening(n)];
    if (entry) entries.set(n, entry);
  }
}

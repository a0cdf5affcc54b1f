// Reports that came in, their happenings compared with all that may be the same ones out.
import { meet } from '../record/incident/blocks.ts';
import type { Likeness } from '../record/incident/groups.ts';
import { comparedAs, decidedOn, type SettledPairs } from '../record/incident/incident-index.ts';
import { INCIDENT } from '../record/incident/likeness.ts';
import { likenessOfReports, type StoryLikeness } from '../record/incident/story.ts';
import { push } from '../record/lists.ts';
import { type Entry, type Gist, placeOfHappening, reportOfHappening } from './gist.ts';
import { addHolders, gistsOf, type Looking, reportKeys } from './gists.ts';
import { inChunks } from './in-chunks.ts';
import { followersAmong } from './tellings.ts';

/** Reports of the record that are in memory together to be compared. */
const TOGETHER = 100;

export interface Comparison {
  readonly a: number;
  readonly b: number;
  readonly likeness: Likeness;
}

/**
 * Compares the happenings of reports with each other's and with all that they share a key with; gives what is kept. Those
 * for which another stands are not compared.
 */
export async function compare(
  writing: Looking,
  fresh: readonly Gist[],
  /** Reports of which nothing else is in the record: of others among `fresh`, the rest is compared as well. */
  whole: { has(report: number): boolean },
  pairs: SettledPairs,
): Promise<Comparison[]> {
  const sought = new Map(fresh.map((gist) => [gist, reportKeys(gist, 'sought')]));
  const holders = new Map<number, number[]>();
  // as of another moment, the record does not keep what is compared
  for (const gist of fresh) for (const key of reportKeys(gist, 'kept')) push(holders, key, gist.report);
  await addHolders(writing, new Set([...sought.values()].flatMap((keys) => [...keys])), holders);
  const near = new Map<Gist, Set<number>>();
  for (const [gist, keys] of sought) near.set(gist, new Set([...keys].flatMap((key) => holders.get(key) ?? [])));
  const settled = await settledReports(writing, fresh, pairs);
  const mine = new Map(fresh.map((gist) => [gist.report, gist]));
  const others = new Set([...[...near.values()].flatMap((some) => [...some]), ...settled]);
  const found: Comparison[] = [];
  for (const [gist, some] of near) {
    await writing.rest?.();
    for (const report of new Set([...some, ...settled])) {
      const other = mine.get(report);
      // two that are both new are compared once
      if (other && report <= gist.report) compareReports(gist, other, pairs, found);
    }
  }
  // some at a time: a busy day's reports are many, and need not be in memory together
  const known = [...others].filter((report) => !whole.has(report));
  const there: Comparison[] = [];
  const entries = new Map<number, Entry>();
  for (let from = 0; from < known.length; from += TOGETHER)
    for (const [report, other] of await gistsOf(writing, known.slice(from, from + TOGETHER))) {
      const own = mine.get(report);
      const taken = new Set(own?.happenings.map(({ n }) => n));
      const rest = own ? only(other, (n) => !taken.has(n)) : other;
      for (const [gist, some] of near)
        if (some.has(report) || settled.has(report)) compareReports(gist, rest, pairs, there);
      for (const { b } of there) {
        const entry = other.happenings[placeOfHappening(b)];
        if (entry?.n === b) entries.set(b, entry);
      }
    }
  const behind = await followersAmong(writing, [...entries.values()]);
  for (const one of there) if (!behind.has(one.b)) found.push(one);
  return found;
}

/** A report with some of its happenings. */
const only = (gist: Gist, those: (n: number) => boolean): Gist => ({
  report: gist.report,
  get facts() {
    return gist.facts;
  },
  happenings: gist.happenings.filter(({ n }) => those(n)),
});

/** Reports of events that people have decided to be one, or two, with events of these. */
async function settledReports(
  writing: Looking,
  fresh: readonly Gist[],
  pairs: SettledPairs,
): Promise<ReadonlySet<number>> {
  if (pairs.size === 0) return new Set();
  const mine = fresh.flatMap(({ happenings }) => happenings.flatMap(({ told }) => told.ids));
  const others = [...new Set(mine.flatMap((id) => [...(pairs.get(id)?.keys() ?? [])]))];
  const own = new Set(others);
  const reports = new Set(
    fresh
      .filter((gist) => gist.happenings.some(({ told }) => told.ids.some((id) => own.has(id))))
      .map((one) => one.report),
  );
  for (const some of inChunks(others))
    for (const { happening } of await writing.trx
      .selectFrom('part')
      .select('happening')
      .where('id', 'in', some)
      .execute())
      reports.add(reportOfHappening(happening));
  return reports;
}

function compareReports(one: Gist, other: Gist, pairs: SettledPairs, found: Comparison[]): void {
  let story: StoryLikeness | null = null;
  const storyOf = () => {
    story ??= likenessOfReports(one.facts, other.facts);
    return story;
  };
  for (const a of one.happenings)
    for (const b of other.happenings) {
      if (one === other && b.n >= a.n) break;
      const decided = pairs.size === 0 ? undefined : decidedOn(pairs, a.told, b.told);
      if (decided === undefined && !meet(a.block, b.block)) continue;
      const likeness = comparedAs(a.told, b.told, decided, storyOf);
      // what excludes each other is found again when it matters; there are too many such pairs to keep
      if (likeness.points >= INCIDENT.proposed || (decided !== undefined && decided < 0))
        found.push({ a: a.n, b: b.n, likeness });
    }
}

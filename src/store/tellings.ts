// Happenings that came in, which of them stand for those told in the same words out, and which no longer do.
import { keysOf } from '../record/incident/blocks.ts';
import type { SettledPairs } from '../record/incident/incident-index.ts';
import { tellingsOf, tellsFirst } from '../record/incident/telling.ts';
import { push } from '../record/lists.ts';
import { type Entry, type Gist, happeningRange, placeOfHappening, reportOfHappening } from './gist.ts';
import { addHolders, gistsOf, type Looking } from './gists.ts';
import { inChunks } from './in-chunks.ts';
import { followersOf, loadTies, RETELLS, type Ties } from './ties.ts';

export interface Told {
  /** Of each report those happenings that are to be compared: they stand for themselves, and maybe for others. */
  readonly leading: readonly Gist[];
  /** By the number of a happening, that of the one that now stands for it; only where that is new. */
  readonly follows: ReadonlyMap<number, number>;
  /** Happenings that stand for others now and are new in that, with the key of their words. */
  readonly firsts: ReadonlyMap<number, number>;
  /** The same of those that stood for others and do no more. */
  readonly former: ReadonlyMap<number, number>;
}

/** A key of words as a whole number below 0, so that it is none by which what may meet is found. */
function numberOf(telling: string): number {
  let low = 0x811c9dc5 | 0;
  let high = 0x1b873593 | 0;
  for (let at = 0; at < telling.length; at++) {
    const unit = telling.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return -1 - ((high & 0xfffff) * 0x100000000 + (low >>> 0));
}

/** The key of words of each happening of a report that has one, by its number. */
function tellingsIn(gist: Gist, pairs: SettledPairs): Map<Entry, string> {
  const found = new Map<Entry, string>();
  const keys = tellingsOf(
    gist.happenings.map(({ told }) => told),
    (id) => pairs.has(id),
  );
  gist.happenings.forEach((entry, place) => {
    const key = keys[place];
    if (key !== undefined && key !== null) found.set(entry, key);
  });
  return found;
}

/** The keys of words of all happenings of a report, whether they stand for others or not. */
export const tellingKeys = (gist: Gist): number[] => [...tellingsIn(gist, new Map()).values()].map(numberOf);

export interface Came {
  readonly fresh: readonly Gist[];
  /** Happenings of the record whose first is gone. */
  readonly orphans: readonly number[];
  readonly pairs: SettledPairs;
  /** Whether a happening of the record counts; all do without. */
  readonly counts?: (happenings: readonly number[]) => Promise<ReadonlySet<number>>;
}

/** Tells for happenings that came, and for those left behind, who stands for whom. */
export async function tellingsAnew(looking: Looking, { fresh, orphans, pairs, counts }: Came): Promise<Told> {
  const classes = new Map<string, Entry[]>();
  /** Those that stand for themselves whatever words they are told in. */
  const compared = new Map<number, Entry[]>();
  const facts = new Map<number, Gist>();
  for (const gist of fresh) {
    facts.set(gist.report, gist);
    const tellings = tellingsIn(gist, pairs);
    for (const entry of gist.happenings) {
      const telling = tellings.get(entry);
      if (telling === undefined) push(compared, gist.report, entry);
      else push(classes, telling, entry);
    }
  }
  const left = await gistsOf(looking, new Set(orphans.map(reportOfHappening)));
  for (const n of orphans) {
    const gist = left.get(reportOfHappening(n));
    const entry = gist?.happenings[placeOfHappening(n)];
    const telling = entry && tellingsIn(gist, new Map()).get(entry);
    if (!gist || !entry || telling === undefined) continue;
    facts.set(gist.report, gist);
    push(classes, telling, entry);
  }
  const standing = await firstsOf(looking, [...classes.keys()], counts);
  const follows = new Map<number, number>();
  const firsts = new Map<number, number>();
  const former = new Map<number, number>();
  for (const [telling, came] of classes) {
    const stood = standing.get(telling);
    const all = stood ? [stood, ...came] : came;
    const first = all.reduce((a, b) => (tellsFirst(b.told, a.told) ? b : a));
    for (const { n } of all) if (n !== first.n) follows.set(n, first.n);
    if (first === stood) continue;
    firsts.set(first.n, numberOf(telling));
    push(compared, reportOfHappening(first.n), first);
    if (stood) former.set(stood.n, numberOf(telling));
  }
  if (former.size > 0) {
    const ties: Ties = new Map();
    await loadTies(looking, former.keys(), ties);
    const behind = [...former.keys()].flatMap((n) => followersOf(n, ties).map((one) => [one, n] as const));
    const known = counts && (await counts(behind.map(([one]) => one)));
    for (const [one, n] of behind) if (!known || known.has(one)) follows.set(one, follows.get(n) as number);
  }
  const leading = [...compared].map(([report, happenings]): Gist => {
    const gist = facts.get(report) as Gist;
    return {
      report,
      get facts() {
        return gist.facts;
      },
      happenings: happenings.sort((a, b) => a.n - b.n),
    };
  });
  return { leading, follows, firsts, former };
}

/** The happenings of the record that stand for all told in some words. */
async function firstsOf(
  looking: Looking,
  tellings: readonly string[],
  counts: Came['counts'],
): Promise<ReadonlyMap<string, Entry>> {
  const byNumber = new Map(tellings.map((telling) => [numberOf(telling), telling]));
  const holders = new Map<number, number[]>();
  await addHolders(looking, byNumber.keys(), holders);
  const rows = [...holders].flatMap(([key, some]) => some.map((n) => ({ key, n })));
  const known = counts && (await counts(rows.map(({ n }) => n)));
  const those = rows.filter(({ n }) => !known || known.has(n));
  const gists = await gistsOf(looking, new Set(those.map(({ n }) => reportOfHappening(n))));
  const found = new Map<string, Entry>();
  for (const { key, n } of those) {
    const entry = gists.get(reportOfHappening(n))?.happenings[placeOfHappening(n)];
    if (entry) found.set(byNumber.get(key) as string, entry);
  }
  return found;
}

/** Of happenings of the record, those for which another stands. */
export async function followersAmong(looking: Looking, entries: readonly Entry[]): Promise<ReadonlySet<number>> {
  const keys = new Map<number, number[]>();
  for (const { n, told } of entries) {
    const [telling] = tellingsOf([told], () => false);
    if (typeof telling === 'string') push(keys, numberOf(telling), n);
  }
  const holders = new Map<number, number[]>();
  await addHolders(looking, keys.keys(), holders);
  const firsts = new Map<number, number[]>();
  for (const [key, some] of holders)
    for (const first of some) for (const n of keys.get(key) ?? []) if (n !== first) push(firsts, first, n);
  const found = new Set<number>();
  // few are asked about: most stand for themselves
  for (const [first, some] of firsts)
    for (const part of inChunks(some))
      for (const { a } of await looking.trx
        .selectFrom('tie')
        .select('a')
        .where('a', 'in', part)
        .where('b', '=', first)
        .where('open', '=', RETELLS)
        .execute())
        found.add(a);
  return found;
}

/** The spot rows of the keys that happenings of one report are found by. */
export const spotsOf = (report: number, leading: readonly Entry[]) =>
  [...new Set(leading.flatMap(({ block }) => keysOf(block).kept))].map((key) => ({ key, report }));

/** Writes who stands for others, and by what keys these and no others are found. Ties are written with all others. */
export async function writeFirsts(writing: Looking, { firsts, former, follows }: Told, fresh: ReadonlySet<number>) {
  const { trx } = writing;
  const rows: { key: number; report: number }[] = [...firsts].map(([n, key]) => ({ key, report: n }));
  const old = new Set([...former.keys()].map(reportOfHappening));
  const gists = await gistsOf(writing, new Set([...old, ...[...firsts.keys()].map(reportOfHappening)]));
  for (const [n, key] of former) await trx.deleteFrom('spot').where('key', '=', key).where('report', '=', n).execute();
  for (const report of old) {
    const [from, end] = happeningRange(report);
    const following = await trx
      .selectFrom('tie')
      .select('a')
      .where('a', '>=', from)
      .where('a', '<', end)
      .where('open', '=', RETELLS)
      .execute();
    const behind = new Set([...following.map(({ a }) => a), ...follows.keys()]);
    const gist = gists.get(report) as Gist;
    const stay = new Set(
      spotsOf(
        report,
        gist.happenings.filter(({ n }) => !behind.has(n)),
      ).map(({ key }) => key),
    );
    const go = spotsOf(
      report,
      gist.happenings.filter(({ n }) => former.has(n)),
    )
      .map(({ key }) => key)
      .filter((key) => !stay.has(key));
    for (const some of inChunks(go))
      await trx.deleteFrom('spot').where('key', 'in', some).where('report', '=', report).execute();
  }
  // those that were left behind are found again by their own keys
  const raised = Map.groupBy(
    [...firsts.keys()].filter((n) => !fresh.has(reportOfHappening(n))),
    reportOfHappening,
  );
  for (const [report, some] of raised) {
    const gist = gists.get(report) as Gist;
    const keys = spotsOf(
      report,
      some.flatMap((n) => gist.happenings[placeOfHappening(n)] ?? []),
    );
    const there = new Set<number>();
    for (const part of inChunks(keys.map(({ key }) => key)))
      for (const { key } of await trx
        .selectFrom('spot')
        .select('key')
        .where('key', 'in', part)
        .where('report', '=', report)
        .execute())
        there.add(key);
    rows.push(...keys.filter(({ key }) => !there.has(key)));
  }
  return rows;
}

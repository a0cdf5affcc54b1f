// Reports that came or that somebody decided upon in, the incidents that they touch grouped anew out; no others are looked at.

import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../reading/schema.ts';
import { RETOLD } from '../record/incident/groups.ts';
import { happeningsAsDecided, order } from '../record/incident/incident-index.ts';
import { INCIDENT } from '../record/incident/likeness.ts';
import { factsOf } from '../record/incident/story.ts';
import { type Comparison, compare } from './compare-reports.ts';
import { copiedAnew } from './copies-among.ts';
import type { Rows } from './engine.ts';
import { type Entry, type Gist, gistOf, happeningNumber, happeningRange, reportOfHappening } from './gist.ts';
import { gistsOf, remember, reportKeys } from './gists.ts';
import { groupAnew, incidentsOf, recordSource } from './group-anew.ts';
import { heldReadings } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import { writeIncidents } from './incident-rows.ts';
import { incidentsTold } from './incidents-told.ts';
import { spotsOf, type Told, tellingKeys, tellingsAnew, writeFirsts } from './tellings.ts';
import { followersOf, loadTies, RETELLS, type Ties } from './ties.ts';
import { toldOf } from './told.ts';
import type { Writing } from './writing.ts';

type Pair = readonly [number, number];

/** PostgreSQL takes the types of all rows of a list from its first. */
const asRow = ([a, b]: Pair, place: number): RawBuilder<unknown> =>
  place === 0 ? sql`(cast(${a} as bigint), cast(${b} as bigint))` : sql`(${a}, ${b})`;

/**
 * Groups anew what hangs together with `reports`, by id. What the tables hold afterwards follows from the readings and
 * decisions alone, whatever their order. `upTo` is the place in the record's order that has been reached; `held` has the
 * readings of reports upon which nobody has decided, and `came` when those came that are new and not among `reports`, by
 * number.
 */
export async function regroup(
  writing: Writing,
  reports: ReadonlySet<string>,
  upTo: number,
  { held, came }: { readonly held: ReadonlyMap<number, Reading>; readonly came: ReadonlyMap<number, string> } = NOTHING,
): Promise<void> {
  if (reports.size + came.size === 0) return;
  await writing.flush();
  const { trx } = writing;
  /** When each of them came, by number. */
  const added = new Map(came);
  for (const some of inChunks([...reports]))
    for (const { arrival, added: at } of await trx
      .selectFrom('report')
      .select(['arrival', 'added'])
      .where('id', 'in', some)
      .orderBy('arrival')
      .execute())
      added.set(arrival, at);
  const touched = [...added.keys()].sort((a, b) => a - b);
  for (const report of touched) {
    writing.grouped.held.delete(report);
    writing.grouped.accounts.delete(report);
    const reading = held.get(report);
    if (reading) writing.grouped.held.set(report, reading);
  }
  const { gone, again, orphans } = await forget(
    writing,
    touched.filter((report) => !came.has(report)),
  );
  const decided = writing.nobodyDecided ? [] : undefined;
  const { readings, pairs } = await heldReadings(trx, touched, upTo, writing.grouped.held, decided);
  const fresh: Gist[] = [];
  const rows: Record<'gist' | 'dated' | 'part' | 'concern' | 'plan', Rows[number][]> = {
    gist: [],
    dated: [],
    part: [],
    concern: [],
    plan: [],
  };
  const happenings = new Map<number, Rows[number]>();
  for (const [report, reading] of [...readings].sort(([a], [b]) => a - b)) {
    const decided = happeningsAsDecided(reading, pairs);
    const told = toldOf(reading, decided);
    const gist = gistOf(report, factsOf(reading), decided);
    fresh.push(gist);
    remember(writing, gist);
    rows.gist.push({ report, body: told.gist });
    rows.dated.push({
      report,
      published: reading.report.published ?? '9',
      added: added.get(report) ?? '',
      said: reading.statements.length,
    });
    told.plans.forEach((body, place) => {
      rows.plan.push({ n: happeningNumber(report, place), body });
    });
    told.happenings.forEach(({ id, type, place, clause, body, parts, actors, at }, which) => {
      const n = happeningNumber(report, which);
      for (const part of parts) rows.part.push({ id: part, happening: n });
      for (const actor of actors) rows.concern.push({ actor, type, at, happening: n });
      happenings.set(n, { n, id, incident: n, type, place, clause, body });
    });
  }
  for (const table of ['gist', 'dated', 'part', 'concern', 'plan'] as const)
    if (rows[table].length > 0) await writing.engine.insert(trx, table, unique(table, rows[table]));
  const own = new Set(fresh.map(({ report }) => report));
  const told = await tellingsAnew(writing, { fresh, orphans: [...orphans], pairs });
  const compared = (await compare(writing, told.leading, own, pairs)).filter(({ b }) => !told.follows.has(b));
  for (const { n } of fresh.flatMap((gist) => gist.happenings)) again.add(n);
  const spots: Rows[number][] = await writeFirsts(writing, told, own);
  for (const n of await dropFormer(writing, told)) again.add(n);
  for (const { report, happenings } of told.leading) if (own.has(report)) spots.push(...spotsOf(report, happenings));
  if (spots.length > 0) await writing.engine.insert(trx, 'spot', spots);
  await group(writing, { fresh, again, gone, compared, follows: told.follows, happenings, came, upTo });
}

const NOTHING = { held: new Map<number, Reading>(), came: new Map<number, string>() };

/** Two happenings of a report may have one event's id where the reading gives it twice: the first counts. */
function unique(table: string, rows: readonly Rows[number][]): Rows {
  return table === 'part' ? [...new Map(rows.toReversed().map((row) => [row['id'], row])).values()].reverse() : rows;
}

/** Drops what was known of reports; gives the incidents that they stood in and the happenings that stood with them. */
async function forget(
  writing: Writing,
  reports: readonly number[],
): Promise<{ gone: Set<number>; again: Set<number>; orphans: Set<number> }> {
  const { trx } = writing;
  const orphans = new Set<number>();
  const gone = new Set<number>();
  const again = new Set<number>();
  const known: number[] = [];
  for (const some of inChunks(reports))
    for (const { report } of await trx.selectFrom('gist').select('report').where('report', 'in', some).execute())
      known.push(report);
  if (known.length === 0) return { gone, again, orphans };
  const gists = await gistsOf(writing, known);
  const own = new Set<number>();
  for (const report of known) {
    const [first, end] = happeningRange(report);
    for (const { n, incident } of await trx
      .selectFrom('happening')
      .select(['n', 'incident'])
      .where('n', '>=', first)
      .where('n', '<', end)
      .execute()) {
      own.add(n);
      gone.add(incident);
    }
    const gist = gists.get(report) as Gist;
    for (const some of inChunks([...reportKeys(gist, 'kept')]))
      await trx.deleteFrom('spot').where('key', 'in', some).where('report', '=', report).execute();
    for (const some of inChunks([...new Set(tellingKeys(gist))]))
      await trx
        .deleteFrom('spot')
        .where('key', 'in', some)
        .where('report', '>=', first)
        .where('report', '<', end)
        .execute();
    const actors = new Set(gist.happenings.flatMap(({ told }) => [...told.actors, ...told.recipients]));
    for (const some of inChunks([...actors]))
      await trx
        .deleteFrom('concern')
        .where('actor', 'in', some)
        .where('happening', '>=', first)
        .where('happening', '<', end)
        .execute();
    const ids = new Set(gist.happenings.flatMap(({ told }) => [told.id, ...told.ids]));
    for (const some of inChunks([...ids])) await trx.deleteFrom('part').where('id', 'in', some).execute();
    await trx.deleteFrom('happening').where('n', '>=', first).where('n', '<', end).execute();
    await trx.deleteFrom('plan').where('n', '>=', first).where('n', '<', end).execute();
    writing.grouped.gists.delete(report);
  }
  for (const some of inChunks([...gone]))
    for (const { n } of await trx.selectFrom('happening').select('n').where('incident', 'in', some).execute())
      again.add(n); // those of these reports are gone from the table
  const ties: Ties = new Map();
  await loadTies(writing, own, ties);
  // those told in the same words are left without the one that stood for them
  for (const n of own) for (const one of followersOf(n, ties)) if (!own.has(one)) orphans.add(one);
  for (const some of inChunks([...own])) {
    await trx.deleteFrom('tie').where('a', 'in', some).execute();
    const others = new Set(some.flatMap((n) => [...(ties.get(n)?.keys() ?? [])]));
    for (const theirs of inChunks([...others]))
      await trx.deleteFrom('tie').where('a', 'in', theirs).where('b', 'in', some).execute();
  }
  for (const some of inChunks(known)) {
    await trx.deleteFrom('gist').where('report', 'in', some).execute();
    await trx.deleteFrom('dated').where('report', 'in', some).execute();
  }
  return { gone, again, orphans };
}

/** Takes their ties from happenings that stand for others no more; gives all that stood with them. */
async function dropFormer(writing: Writing, { former }: Told): Promise<Set<number>> {
  const { trx } = writing;
  const again = new Set<number>();
  if (former.size === 0) return again;
  const ties: Ties = new Map();
  await loadTies(writing, former.keys(), ties);
  for (const n of former.keys())
    for (const others of inChunks([...(ties.get(n)?.keys() ?? [])]))
      await trx.deleteFrom('tie').where('a', 'in', others).where('b', '=', n).execute();
  for (const some of inChunks([...former.keys()])) await trx.deleteFrom('tie').where('a', 'in', some).execute();
  const incidents = new Set((await incidentsOf(writing, [...former.keys()])).values());
  for (const n of (await recordSource(writing).membersOf([...incidents])).keys()) again.add(n);
  return again;
}

interface Grouped {
  readonly fresh: readonly Gist[];
  readonly again: ReadonlySet<number>;
  readonly gone: ReadonlySet<number>;
  readonly compared: readonly Comparison[];
  /** By the number of a happening, that of the one that now stands for it. */
  readonly follows: ReadonlyMap<number, number>;
  /** Rows of the new happenings, not yet written. */
  readonly happenings: ReadonlyMap<number, Rows[number]>;
  /** Reports of which the record had nothing. */
  readonly came: { has(report: number): boolean };
  readonly upTo: number;
}

async function group(writing: Writing, grouped: Grouped): Promise<void> {
  const { fresh, again, gone, compared, follows, happenings, came: news, upTo } = grouped;
  const { trx, engine } = writing;
  const record = recordSource(writing);
  const came = tiesOf(compared, follows);
  const { groups, before, ties } = await groupAnew(
    {
      ...record,
      // their own are not written before it is known who stands with whom
      async loadTies(some, all) {
        const missing = [...some].filter((n) => !all.has(n));
        await record.loadTies(missing, all);
        for (const n of missing) for (const [other, tie] of came.get(n) ?? []) all.get(n)?.set(other, tie);
      },
    },
    again,
    happenings,
  );
  const own = new Set(fresh.map(({ report }) => report));
  const now = new Map<number, number>();
  const changed = new Set<number>();
  const old = new Set(gone);
  for (const { leading, members } of groups) {
    // who stands for others comes before them
    const [first] = [...leading].sort((x, y) => order(x.told, y.told));
    const incident = (first as Entry).n;
    for (const n of members) now.set(n, incident);
  }
  const size = (of: ReadonlyMap<number, number>) => {
    const sizes = new Map<number, number>();
    for (const incident of of.values()) sizes.set(incident, (sizes.get(incident) ?? 0) + 1);
    return sizes;
  };
  const [sizesBefore, sizesNow] = [size(before), size(now)];
  for (const [n, incident] of now) {
    const was = before.get(n);
    const resized = sizesBefore.get(incident) !== sizesNow.get(incident);
    if (was !== incident || resized || gone.has(incident) || own.has(reportOfHappening(n))) changed.add(incident);
    if (was !== undefined && was !== incident) old.add(was);
  }
  const rows = [...happenings.values()].map((row) => ({
    ...row,
    incident: now.get(row['n'] as number) ?? (row['n'] as number),
  }));
  if (rows.length > 0) await engine.insert(trx, 'happening', rows);
  const moved = Map.groupBy(
    [...before.keys()].filter((n) => now.get(n) !== before.get(n)),
    (n) => now.get(n) as number,
  );
  for (const [incident, some] of moved)
    for (const part of inChunks(some))
      await trx.updateTable('happening').set({ incident }).where('n', 'in', part).execute();
  await propose(writing, { changed, now, ties, compared, follows });
  // who repeats whom may have changed for others of the same words
  const copied = await copiedAnew(trx, own, writing.alone);
  // what the new reports themselves tell of has changed
  const known = [...happenings.keys()].every((n) => now.has(n));
  const others = known ? [...copied].filter((report) => !own.has(report)) : copied;
  for (const incident of await incidentsTold(trx, others)) changed.add(incident);
  await writeIncidents(
    writing,
    [...changed].sort((a, b) => a - b),
    [...new Set([...old, ...changed])].filter((n) => !news.has(reportOfHappening(n))),
    upTo,
  );
}

/** Ties of what was just compared, from both ends. */
function tiesOf(compared: readonly Comparison[], follows: ReadonlyMap<number, number>): Ties {
  const ties: Ties = new Map();
  const put = (a: number, b: number, points: number, retells = false) => {
    const row = ties.get(a) ?? new Map();
    ties.set(a, row.set(b, { points, open: false, retells }));
  };
  for (const [n, first] of follows) {
    put(n, first, RETOLD.points, true);
    put(first, n, RETOLD.points);
  }
  for (const { a, b, likeness } of compared) {
    put(a, b, likeness.points);
    put(b, a, likeness.points);
  }
  return ties;
}

interface Proposing {
  readonly changed: ReadonlySet<number>;
  readonly now: ReadonlyMap<number, number>;
  readonly ties: Ties;
  /** Pairs whose ties are not written yet. */
  readonly compared: readonly Comparison[];
  readonly follows: ReadonlyMap<number, number>;
}

/** Writes new ties, and marks which ties of incidents that have changed are between two of them, for a person to decide. */
async function propose(writing: Writing, { changed, now, ties, compared, follows }: Proposing): Promise<void> {
  const { trx, engine } = writing;
  const others = new Set<number>();
  const seek = (n: number) => {
    if (!now.has(n)) others.add(n);
  };
  for (const { a, b } of compared) {
    seek(a);
    seek(b);
  }
  for (const [a, row] of ties)
    if (changed.has(now.get(a) ?? -1)) for (const [b, { points }] of row) if (points >= INCIDENT.proposed) seek(b);
  const beside = await incidentsOf(writing, [...others]);
  const incidentOf = (n: number) => now.get(n) ?? beside.get(n);
  const fresh = new Map<number, Set<number>>();
  const rows: Rows[number][] = [];
  for (const { a, b, likeness } of compared) {
    const { points } = likeness;
    const open = points >= INCIDENT.proposed && incidentOf(a) !== incidentOf(b) ? 1 : 0;
    const reasons = JSON.stringify(likeness.reasons);
    rows.push({ a, b, points, open, reasons }, { a: b, b: a, points, open, reasons });
    fresh.set(a, (fresh.get(a) ?? new Set()).add(b));
    fresh.set(b, (fresh.get(b) ?? new Set()).add(a));
  }
  const retold = { points: RETOLD.points, reasons: JSON.stringify(RETOLD.reasons) };
  for (const [n, first] of follows)
    rows.push({ a: n, b: first, open: RETELLS, ...retold }, { a: first, b: n, open: 0, ...retold });
  if (rows.length > 0) await engine.insert(trx, 'tie', rows);
  const turned: [Pair[], Pair[]] = [[], []];
  for (const [a, row] of ties) {
    const incident = now.get(a);
    if (incident === undefined || !changed.has(incident)) continue;
    const written = fresh.get(a);
    for (const [b, { points, open }] of row) {
      if (points < INCIDENT.proposed || points === RETOLD.points || written?.has(b)) continue;
      const apart = incident !== incidentOf(b);
      if (apart !== open) turned[apart ? 1 : 0].push([a, b], [b, a]);
    }
  }
  for (const [open, pairs] of turned.entries())
    for (const some of inChunks(pairs))
      await trx
        .updateTable('tie')
        .set({ open })
        .where(sql<boolean>`(a, b) in (values ${sql.join(some.map(asRow))})`)
        .execute();
}

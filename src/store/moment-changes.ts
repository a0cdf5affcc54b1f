// Two moments in, the incidents that stood otherwise at the later out: by those that changed, not by all there are.
import { type SqlBool, sql } from 'kysely';
import type { Summary } from '../record/incident/summary.ts';
import { countOf, matching, newestOf, type Placed } from './incident-list.ts';
import { type MomentIncidents, newerFirst } from './moment-incidents.ts';
import { summaryOfRow } from './moment-rows.ts';
import { namesOf } from './part-of-record.ts';

/** What was known at a moment, in numbers. */
export interface KnownThen {
  readonly reports: number;
  readonly incidents: number;
  /** Incidents whose accounts exclude each other. */
  readonly disputed: number;
  readonly statements: number;
}

export interface StoodOtherwise {
  readonly now: Summary;
  /** What it was before, the first to be published first; empty for one that is new. */
  readonly before: readonly Summary[];
}

export interface ChangesBetween {
  readonly earlier: KnownThen;
  readonly later: KnownThen;
  /** Incidents of the earlier moment of which nothing is left. */
  readonly gone: readonly Summary[];
  /** Newest first: all that may have changed, and of the new ones as many as were asked for. */
  readonly others: readonly StoodOtherwise[];
  /** All new ones. */
  readonly fresh: number;
  /** What the parties of all these are called. */
  readonly names: ReadonlyMap<string, string>;
}

type Line = Placed & { readonly n: number; readonly summary: Summary };

export async function knownAt({ db, view, rows }: MomentIncidents): Promise<KnownThen> {
  const stood = matching(db, {}).where(view.stood());
  const [counted, incidents, disputed, anew] = await Promise.all([
    view.counted(),
    countOf(stood),
    countOf(stood.where('disputed', '=', 1)),
    rows.of(view.groups.keys()),
  ]);
  return {
    ...counted,
    incidents: incidents + anew.length,
    disputed: disputed + anew.filter((row) => row.rows.incident[0].disputed === 1).length,
  };
}

/** `later` must not be before `then`, and of the same sense. `limit` is of new incidents. */
export async function changesBetween(
  then: MomentIncidents,
  later: MomentIncidents,
  limit: number,
): Promise<ChangesBetween> {
  const { db } = then;
  // what stood so at both moments has not changed
  const before = (await linesOf(then, [...then.view.groups.keys(), ...later.view.out])).sort((x, y) =>
    newerFirst(y, x),
  );
  const heirs = await heirsOf(then, later, before);
  const byHeir = new Map<number, Line[]>();
  const gone: Summary[] = [];
  for (const line of before) {
    const heir = heirs.get(line.n);
    if (heir === undefined) gone.push(line.summary);
    else byHeir.set(heir, [...(byHeir.get(heir) ?? []), line]);
  }
  const changed = await linesOf(later, [...later.view.groups.keys(), ...byHeir.keys(), ...then.view.out]);
  const told = new Set(changed.map(({ n }) => n));
  const fresh = matching(db, {})
    .where(later.view.stood())
    .where(then.view.last, '>=', then.view.end)
    .$if(told.size > 0, (some) =>
      some.where(sql<SqlBool>`incident.n not in (${sql.join([...told].map((n) => sql.lit(n)))})`),
    );
  const newest = (await newestOf(fresh, null, limit)).slice(0, limit);
  const others = [
    ...changed.map((line) => ({ ...line, before: (byHeir.get(line.n) ?? []).map(({ summary }) => summary) })),
    ...newest.map(({ body, ...line }) => ({ ...line, summary: JSON.parse(body) as Summary, before: [] })),
  ].sort(newerFirst);
  const all = [...gone, ...others.flatMap(({ summary, before: were }) => [summary, ...were])];
  return {
    earlier: await knownAt(then),
    later: await knownAt(later),
    gone,
    others: others.map(({ summary, before: were }) => ({ now: summary, before: were })),
    fresh: (await countOf(fresh)) + others.filter(({ n, before: were }) => told.has(n) && were.length === 0).length,
    names: await namesOf(db, [...new Set(all.flatMap(({ who, whom }) => [...who, ...whom]))]),
  };
}

/** The lines of incidents as they stood at a moment; those that did not are left out. */
export async function linesOf({ db, view, rows }: MomentIncidents, incidents: readonly number[]): Promise<Line[]> {
  const wanted = [...new Set(incidents)];
  const anew = await rows.of(wanted.filter((n) => view.groups.has(n)));
  const lines: Line[] = anew.map((row) => ({
    n: row.n,
    at: row.rows.incident[0].at,
    id: row.rows.incident[0].id,
    summary: summaryOfRow(row),
  }));
  const others = wanted.filter((n) => !view.groups.has(n));
  for (let from = 0; from < others.length; from += 500)
    for (const { n, at, id, body } of await db
      .selectFrom('incident')
      .select(['n', 'at', 'id', 'body'])
      .where('n', 'in', others.slice(from, from + 500))
      .where(view.stood())
      .execute())
      lines.push({ n, at, id, summary: JSON.parse(body) as Summary });
  return lines;
}

/** The incident of the later moment in which the first of an earlier one's happenings stands that is still there. */
async function heirsOf(
  then: MomentIncidents,
  later: MomentIncidents,
  lines: readonly Line[],
): Promise<ReadonlyMap<number, number>> {
  const members = await then.membersInOrder(lines.map(({ n }) => n));
  const called = await later.view.happeningsCalled([...members.values()].flat());
  const incidents = await later.view.incidentsOf([...called.values()]);
  const heirs = new Map<number, number>();
  for (const [n, ids] of members)
    for (const id of ids) {
      const heir = incidents.get(called.get(id) ?? -1);
      if (heir === undefined) continue;
      heirs.set(n, heir);
      break;
    }
  return heirs;
}

// Ids in, the decisions in force upon them out, in their order.
import type { Decision, Detail } from '../record/decision.ts';
import type { Db } from './engine.ts';
import type { DecisionTable } from './tables.ts';

export interface Upon {
  readonly decisions: readonly Decision[];
  /** The id itself and those it was carried over from. */
  readonly names: ReadonlySet<string>;
  /** Pairs of contents that say the same in two versions of a report. */
  readonly same: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Former ids of a claim. */
export async function namesOf(db: Db, id: string): Promise<string[]> {
  const rows = await db.selectFrom('carried').select('former').where('id', '=', id).orderBy('former').execute();
  return rows.map(({ former }) => former);
}

/** Claims that continue these, and those that continue them: what is decided upon one is decided upon all. */
export async function successorsOf(db: Db, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += 500)
    for (const { id } of await db
      .selectFrom('carried')
      .select('id')
      .where('former', 'in', ids.slice(from, from + 500))
      .orderBy('id')
      .execute())
      found.push(id);
  return [...new Set(found)].filter((id) => !ids.includes(id));
}

/**
 * For each id that any decision in force touches, those decisions, up to `upTo` in the order of the record: a rebuild
 * must not see what came later. Ids without any are left out.
 */
export async function decisionsUpon(db: Db, ids: readonly string[], upTo: number): Promise<Map<string, Upon>> {
  const names = new Map<string, Set<string>>();
  const alike = new Map<string, Set<string>>();
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    for (const id of some) names.set(id, new Set([id]));
    for (const { id, former, same } of await db.selectFrom('carried').selectAll().where('id', 'in', some).execute()) {
      names.get(id)?.add(former);
      if (same !== null) alike.set(id, (alike.get(id) ?? new Set()).add(same));
    }
  }
  const wanted = [...new Set([...names.values()].flatMap((set) => [...set]))];
  const numbers = new Map<string, number[]>();
  for (let from = 0; from < wanted.length; from += 500) {
    const rows = await db
      .selectFrom('decision_target')
      .leftJoin('withdrawal', 'withdrawal.decision', 'decision_target.decision')
      .select(['decision_target.target', 'decision_target.decision'])
      .where('target', 'in', wanted.slice(from, from + 500))
      .where('decision_target.decision', '<=', upTo)
      .where('withdrawal.decision', 'is', null)
      .execute();
    for (const { target, decision } of rows) {
      const list = numbers.get(target);
      if (list) list.push(decision);
      else numbers.set(target, [decision]);
    }
  }
  const all = new Map(
    (await decisionsByNumber(db, [...new Set([...numbers.values()].flat())])).map((one) => [one.arrival, one]),
  );
  const upon = new Map<string, Upon>();
  for (const [id, own] of names) {
    const found = [...new Set([...own].flatMap((name) => numbers.get(name) ?? []))].sort((a, b) => a - b);
    if (found.length > 0)
      upon.set(id, { decisions: found.flatMap((n) => all.get(n) ?? []), names: own, same: alike.get(id) ?? NONE });
  }
  return upon;
}

/** Decisions by their numbers, in order, withdrawn ones too. */
export async function decisionsByNumber(db: Db, numbers: readonly number[]): Promise<Decision[]> {
  const decisions: Decision[] = [];
  const sorted = [...numbers].sort((a, b) => a - b);
  for (let from = 0; from < sorted.length; from += 500) {
    const some = sorted.slice(from, from + 500);
    const rows = await db.selectFrom('decision').selectAll().where('arrival', 'in', some).orderBy('arrival').execute();
    decisions.push(...(await withTargets(db, rows)));
  }
  return decisions;
}

/** Rows of decisions with their targets. */
export async function withTargets(db: Db, rows: readonly DecisionTable[]): Promise<Decision[]> {
  if (rows.length === 0) return [];
  const targets = await db
    .selectFrom('decision_target')
    .selectAll()
    .where(
      'decision',
      'in',
      rows.map(({ arrival }) => arrival),
    )
    .orderBy('decision')
    .orderBy('place')
    .execute();
  const of = Map.groupBy(targets, ({ decision }) => decision);
  return rows.map(({ arrival, at, by, why, detail }) => ({
    id: `d${arrival}`,
    arrival,
    at,
    by,
    why,
    targets: (of.get(arrival) ?? []).map(({ target }) => target),
    contents: (of.get(arrival) ?? []).map(({ content }) => content),
    detail: JSON.parse(detail) as Detail,
  }));
}

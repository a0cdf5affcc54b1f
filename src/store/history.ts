// An id in, everything that ever befell it out, oldest first: readings, decisions, and what was held after each.
import { addedBy } from './base-claims.ts';
import { withdrawalsOf } from './decide.ts';
import { decisionsByNumber, namesOf } from './decisions-upon.ts';
import type { Engine } from './engine.ts';
import { hydrate, withReports } from './held-claims.ts';
import type { HeldClaim, HistoryStep } from './store.ts';

export async function history(engine: Engine, id: string): Promise<readonly HistoryStep[]> {
  const { db } = engine;
  const names = [id, ...(await namesOf(db, id))];
  const rows = await withReports(db, db.selectFrom('claim').selectAll('claim').where('id', 'in', names) as never)
    .orderBy('c.since')
    .execute();
  const isReport = rows.length === 0 && /^r[^.:]*$/.test(id);
  const held = new Map<number, HeldClaim | null>();
  for (const row of rows) if (row.until !== null) held.set(row.until, null);
  const hydrated = await hydrate(engine, rows);
  for (const [index, row] of rows.entries()) held.set(row.since, hydrated[index] ?? null);

  const targeted = await db
    .selectFrom('decision_target')
    .select('decision')
    .distinct()
    .where('target', 'in', names)
    .execute();
  const numbers = new Set(targeted.map(({ decision }) => decision));
  for (const name of names) {
    const added = addedBy(name);
    if (added !== null) numbers.add(added);
  }
  // what withdraws these, and what withdraws that
  for (let some = [...numbers]; some.length > 0; ) {
    const by = await db
      .selectFrom('decision_target')
      .select('decision')
      .distinct()
      .where(
        'target',
        'in',
        some.map((n) => `d${n}`),
      )
      .execute();
    some = by.map(({ decision }) => decision).filter((n) => !numbers.has(n));
    for (const n of some) numbers.add(n);
  }
  const decisions = await decisionsByNumber(db, [...numbers]);
  const withdrawn = await withdrawalsOf(db, decisions);
  const known = new Set(decisions.map(({ arrival }) => arrival));
  const readings = await db
    .selectFrom('reading')
    .select(['arrival', 'reader', 'report', 'made'])
    .where((of) =>
      isReport ? of('report', '=', id) : of('arrival', 'in', [...held.keys()].filter((n) => !known.has(n)).concat(-1)),
    )
    .execute();
  const steps: HistoryStep[] = [
    ...decisions.map((decision) => {
      const by = withdrawn.get(decision.arrival);
      return {
        arrival: decision.arrival,
        at: decision.at,
        reading: null,
        decision,
        withdrawnBy: by === undefined ? null : `d${by}`,
      };
    }),
    ...readings.map(({ arrival, reader, report, made }) => ({
      arrival,
      at: made,
      reading: { reader, report },
      decision: null,
      withdrawnBy: null,
    })),
  ];
  return steps
    .sort((a, b) => a.arrival - b.arrival)
    .map((step) => (held.has(step.arrival) ? { ...step, held: held.get(step.arrival) ?? null } : step));
}

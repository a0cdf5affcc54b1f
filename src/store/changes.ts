// A cursor in, what has changed in the record since out: one entry a reading or decision, in their order.
import { type SqlBool, sql } from 'kysely';
import { checkLimit, cursorNumber } from './claim-queries.ts';
import { decisionsByNumber } from './decisions-upon.ts';
import type { Engine } from './engine.ts';
import { ofReport } from './of-report.ts';
import type { Change, ChangeEntry, ChangePage } from './store.ts';
import type { ClaimTable } from './tables.ts';

/** Opened by a decision or by the reading of another report; as its index says it. */
const BY_OTHERS = sql<SqlBool>`(reading is null or since <> reading)`;

/** No index is to be made of it for the moment: a report's claims are few. */
const BY_THIS = sql<SqlBool>`(claim.reading + 0 = reading.arrival and claim.since + 0 = reading.arrival)`;

type Row = Pick<ClaimTable, 'id' | 'kind' | 'since' | 'until' | 'status' | 'standing' | 'merged_into'>;

export async function changes(
  engine: Engine,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ChangePage> {
  checkLimit(limit);
  const { db } = engine;
  const from = after === null ? 0 : cursorNumber(after);
  const { arrival: last } = await db.selectFrom('head').select('arrival').executeTakeFirstOrThrow();
  // readings and decisions share one order without a gap
  const to = Math.min(from + limit, last);
  if (to <= from) return { entries: [], next: String(from), more: false };
  const within = <T extends { where: (...args: never[]) => T }>(query: T, column: string): T =>
    (
      query as never as {
        where: (a: string, b: string, c: number) => { where: (a: string, b: string, c: number) => T };
      }
    )
      .where(column, '>', from)
      .where(column, '<=', to);
  const columns = ['id', 'kind', 'since', 'until', 'status', 'standing', 'merged_into'] as const;
  const opened: Row[] = [
    ...(await within(db.selectFrom('claim').select(columns), 'since').where(BY_OTHERS).execute()),
    ...(await within(
      db
        .selectFrom('reading')
        .innerJoin('report', 'report.id', 'reading.report')
        .crossJoin('claim')
        .where(ofReport(engine, 'claim', 'report'))
        .where(BY_THIS)
        .select(['claim.id', 'kind', 'since', 'until', 'status', 'standing', 'merged_into']),
      'reading.arrival',
    ).execute()),
  ];
  const closed: Row[] = await within(db.selectFrom('claim').select(columns), 'until').execute();
  const readings = await within(
    db.selectFrom('reading').select(['arrival', 'reader', 'report', 'made']),
    'arrival',
  ).execute();
  const numbers = Array.from({ length: to - from }, (_, index) => from + index + 1);
  const decisions = await decisionsByNumber(db, numbers);
  const openedAt = Map.groupBy(opened, ({ since }) => since);
  const closedAt = Map.groupBy(closed, ({ until }) => until);
  const at = (arrival: number): Change[] => {
    const before = new Map((closedAt.get(arrival) ?? []).map((row) => [row.id, row]));
    const list = (openedAt.get(arrival) ?? []).map((row) => {
      const former = before.get(row.id);
      before.delete(row.id);
      return { change: changeOf(row, former), claim: row.id, kind: row.kind, into: row.merged_into };
    });
    for (const row of before.values()) list.push({ change: 'deleted', claim: row.id, kind: row.kind, into: null });
    return list.sort((a, b) => (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0));
  };
  const entries: ChangeEntry[] = [
    ...readings.map(({ arrival, reader, report, made }) => ({
      arrival,
      entry: {
        cursor: String(arrival),
        at: made,
        by: `reader ${reader}`,
        act: 'read',
        report,
        decision: null,
        changes: at(arrival),
      },
    })),
    ...decisions.map((decision) => ({
      arrival: decision.arrival,
      entry: {
        cursor: String(decision.arrival),
        at: decision.at,
        by: decision.by,
        act: decision.detail.act,
        report: null,
        decision,
        changes: at(decision.arrival),
      },
    })),
  ]
    .sort((a, b) => a.arrival - b.arrival)
    .map(({ entry }) => entry);
  return { entries, next: String(to), more: to < last };
}

function changeOf(row: Row, former: Row | undefined): Change['change'] {
  if (!former) return 'added';
  if (row.standing !== former.standing && row.standing !== 'current')
    return row.standing === 'merged' ? 'merged' : 'superseded';
  if (row.status === 'rejected' && former.status !== 'rejected') return 'rejected';
  return 'changed';
}

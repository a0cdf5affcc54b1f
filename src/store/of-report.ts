// Which claims are a report's, as a condition on both tables: engines find them as one stretch of an index.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Engine } from './engine.ts';

/**
 * For a cross join of reports with claims: SQLite then takes the reports first, and looks at no claim of another. There the
 * ids tell: each begins with the report's and a point, and behind the point comes the slash. PostgreSQL has an index by report.
 */
export function ofReport(
  { name }: Pick<Engine, 'name'>,
  claim: 'c' | 'claim',
  report: 'r' | 'report',
): RawBuilder<SqlBool> {
  const [one, whole] = [sql.table(claim), sql.table(report)];
  return name === 'postgres'
    ? sql<SqlBool>`${one}.report = ${whole}.arrival`
    : sql<SqlBool>`(${one}.id > ${whole}.id || '.' and ${one}.id < ${whole}.id || '/')`;
}

// A column of happenings' numbers in, their reports' numbers out, in SQL.
import { sql } from 'kysely';
import { MOST_HAPPENINGS } from './gist.ts';

/** Whole numbers are divided as such by both engines. */
export const reportNumber = (column: string) => sql<number>`(${sql.ref(column)} / ${sql.lit(MOST_HAPPENINGS)})`;

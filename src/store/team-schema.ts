// The tables beside the record in: accounts, proposals, double codings, releases, saved searches; no reading or decision.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Version 5. Spelt as `schema.ts` spells: T text, I integer. */
export const TEAM_TABLES = `
  CREATE TABLE person (
    n I PRIMARY KEY, name T NOT NULL UNIQUE, role T NOT NULL, secret T, added T NOT NULL, removed T
  )STRICT;
  CREATE TABLE token (
    n I PRIMARY KEY, person I NOT NULL REFERENCES person (n), hash T NOT NULL UNIQUE, label T NOT NULL, role T NOT NULL,
    added T NOT NULL, used T, revoked T
  )STRICT;
  CREATE TABLE session (
    hash T NOT NULL PRIMARY KEY, person I NOT NULL REFERENCES person (n), opened T NOT NULL, ends T NOT NULL
  )KEYED;
  CREATE TABLE proposal (n I PRIMARY KEY, at T NOT NULL, by T NOT NULL, body T NOT NULL, decision I)STRICT;
  CREATE TABLE coding (
    n I PRIMARY KEY, at T NOT NULL, by T NOT NULL, name T NOT NULL UNIQUE, coders T NOT NULL, reports T NOT NULL
  )STRICT;
  CREATE TABLE judgement (
    coding I NOT NULL REFERENCES coding (n), coder T NOT NULL, item T NOT NULL, at T NOT NULL, body T NOT NULL,
    PRIMARY KEY (coding, coder, item)
  )KEYED;
  CREATE TABLE coded (
    coding I NOT NULL REFERENCES coding (n), coder T NOT NULL, at T NOT NULL, PRIMARY KEY (coding, coder)
  )KEYED;
  CREATE TABLE edition (n I PRIMARY KEY, name T NOT NULL UNIQUE, at T NOT NULL, by T NOT NULL, body T NOT NULL)STRICT;
  CREATE TABLE saved (
    n I PRIMARY KEY, by T NOT NULL, name T NOT NULL, at T NOT NULL, body T NOT NULL, seen T NOT NULL, removed T
  )STRICT;
`;

export interface TeamTables {
  person: {
    n: number;
    /** As decisions name who decided; never given to another. */
    name: string;
    role: string;
    /** `scrypt$N$r$p$salt$hash`; null for one who has tokens only. */
    secret: string | null;
    added: string;
    removed: string | null;
  };
  token: {
    n: number;
    person: number;
    /** SHA-256 of the token, hexadecimal: the token itself is nowhere. */
    hash: string;
    label: string;
    /** The most that it may do, also where its person may do more. */
    role: string;
    added: string;
    used: string | null;
    revoked: string | null;
  };
  session: { hash: string; person: number; opened: string; ends: string };
  /** `decision` is the number of the one that settled it. */
  proposal: { n: number; at: string; by: string; body: string; decision: number | null };
  /** `coders` and `reports` are JSON lists. */
  coding: { n: number; at: string; by: string; name: string; coders: string; reports: string };
  judgement: { coding: number; coder: string; item: string; at: string; body: string };
  coded: { coding: number; coder: string; at: string };
  edition: { n: number; name: string; at: string; by: string; body: string };
  saved: { n: number; by: string; name: string; at: string; body: string; seen: string; removed: string | null };
}

/** Tables in an order that foreign keys allow; sessions stay on the machine that opened them. */
export const TEAM_KEPT = [
  'person',
  'token',
  'proposal',
  'coding',
  'judgement',
  'coded',
  'edition',
  'saved',
] as const satisfies readonly (keyof TeamTables)[];

/** Copies them whole: they are small. */
export async function copyTeam(
  from: Kysely<TeamTables>,
  insert: (table: keyof TeamTables, rows: readonly Readonly<Record<string, string | number | null>>[]) => Promise<void>,
): Promise<void> {
  for (const table of TEAM_KEPT) {
    const rows = (await from.selectFrom(table).selectAll().execute()) as Record<string, string | number | null>[];
    if (rows.length > 0) await insert(table, rows);
  }
}

/** One more than the highest number of the table, within the writer's transaction. */
export async function nextNumber(
  trx: Kysely<Tables>,
  table: 'person' | 'token' | 'proposal' | 'coding' | 'edition' | 'saved',
): Promise<number> {
  const row = await trx
    .selectFrom(table)
    .select((one) => one.fn.max('n').as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0) + 1;
}

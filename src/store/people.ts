// Accounts, tokens and sessions in, who it is that asks out; secrets come and stay as hashes.
import type { Db, Engine } from './engine.ts';
import { nextNumber } from './team-schema.ts';

export interface TokenRow {
  readonly id: string;
  readonly label: string;
  /** The most that it may do. */
  readonly role: string;
  readonly added: string;
  /** The day of its last use; null when it never was used. */
  readonly used: string | null;
  readonly revoked: string | null;
}

export interface PersonRow {
  readonly name: string;
  readonly role: string;
  /** Whether there is a password. */
  readonly signsIn: boolean;
  readonly added: string;
  /** When the account was closed; null while it is open. */
  readonly removed: string | null;
  readonly tokens: readonly TokenRow[];
}

/** Who asks, and the most that this way of asking allows. */
export interface Asker {
  readonly name: string;
  readonly role: string;
  /** Of a token; null for a session. */
  readonly most: string | null;
}

export interface PeopleStore {
  /** By name; closed accounts too, for their names stay on decisions. */
  list(): Promise<readonly PersonRow[]>;
  /** Whether any account is open. */
  any(): Promise<boolean>;
  /** Null where there is no such open account. */
  secretOf(name: string): Promise<{ readonly role: string; readonly secret: string | null } | null>;
  /** False when the name is taken, also by a closed account. */
  add(person: { name: string; role: string; secret: string | null; at: string }): Promise<boolean>;
  /** Ends the sessions of the person, and when the account is closed revokes its tokens. False for nobody of that name. */
  change(
    name: string,
    what: { role?: string; secret?: string | null; removed?: string | null; at: string },
  ): Promise<boolean>;
  /** The token's id; null for nobody of that name. */
  addToken(token: { name: string; hash: string; label: string; role: string; at: string }): Promise<string | null>;
  revokeToken(id: string, at: string): Promise<boolean>;
  byToken(hash: string, at: string): Promise<Asker | null>;
  openSession(session: { name: string; hash: string; at: string; ends: string }): Promise<void>;
  /** Null for a session that is not there or has ended. */
  bySession(hash: string, at: string): Promise<Asker | null>;
  closeSession(hash: string): Promise<void>;
}

export function peopleStore(engine: Engine): PeopleStore {
  const { db } = engine;
  const open = (name: string, from: Db = db) =>
    from.selectFrom('person').selectAll().where('name', '=', name).where('removed', 'is', null).executeTakeFirst();
  return {
    async list() {
      const people = await db.selectFrom('person').selectAll().orderBy('name').execute();
      const tokens = Map.groupBy(
        await db.selectFrom('token').selectAll().orderBy('n').execute(),
        ({ person }) => person,
      );
      return people.map(({ n, name, role, secret, added, removed }) => ({
        name,
        role,
        signsIn: secret !== null,
        added,
        removed,
        tokens: (tokens.get(n) ?? []).map((one) => ({
          id: `token:${one.n}`,
          label: one.label,
          role: one.role,
          added: one.added,
          used: one.used,
          revoked: one.revoked,
        })),
      }));
    },
    any: async () =>
      (await db.selectFrom('person').select('n').where('removed', 'is', null).limit(1).executeTakeFirst()) !==
      undefined,
    async secretOf(name) {
      const row = await open(name);
      return row ? { role: row.role, secret: row.secret } : null;
    },
    add: ({ name, role, secret, at }) =>
      engine.write(true, async (trx) => {
        const taken = await trx.selectFrom('person').select('n').where('name', '=', name).executeTakeFirst();
        if (taken) return false;
        await trx
          .insertInto('person')
          .values({ n: await nextNumber(trx, 'person'), name, role, secret, added: at, removed: null })
          .execute();
        return true;
      }),
    change: (name, { at, ...what }) =>
      engine.write(true, async (trx) => {
        const row = await trx.selectFrom('person').select('n').where('name', '=', name).executeTakeFirst();
        if (!row) return false;
        await trx.updateTable('person').set(what).where('n', '=', row.n).execute();
        await trx.deleteFrom('session').where('person', '=', row.n).execute();
        if (what.removed)
          await trx
            .updateTable('token')
            .set({ revoked: at })
            .where('person', '=', row.n)
            .where('revoked', 'is', null)
            .execute();
        return true;
      }),
    addToken: ({ name, hash, label, role, at }) =>
      engine.write(true, async (trx) => {
        const person = await open(name, trx);
        if (!person) return null;
        const n = await nextNumber(trx, 'token');
        await trx
          .insertInto('token')
          .values({ n, person: person.n, hash, label, role, added: at, used: null, revoked: null })
          .execute();
        return `token:${n}`;
      }),
    revokeToken: (id, at) =>
      engine.write(true, async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('token')
          .set({ revoked: at })
          .where('n', '=', Number(/^token:(\d{1,9})$/.exec(id)?.[1] ?? -1))
          .where('revoked', 'is', null)
          .executeTakeFirst();
        return Number(numUpdatedRows) > 0;
      }),
    async byToken(hash, at) {
      const row = await db
        .selectFrom('token')
        .innerJoin('person', 'person.n', 'token.person')
        .select([
          'token.n as n',
          'person.name as name',
          'person.role as role',
          'token.role as most',
          'token.used as used',
        ])
        .where('token.hash', '=', hash)
        .where('token.revoked', 'is', null)
        .where('person.removed', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const day = at.slice(0, 10);
      // once a day is enough to find tokens that nobody uses, and asking stays reading
      if (row.used !== day)
        await engine.write(false, async (trx) => {
          await trx.updateTable('token').set({ used: day }).where('n', '=', row.n).execute();
        });
      return { name: row.name, role: row.role, most: row.most };
    },
    openSession: ({ name, hash, at, ends }) =>
      engine.write(true, async (trx) => {
        const person = await open(name, trx);
        if (!person) return;
        await trx.deleteFrom('session').where('ends', '<=', at).execute();
        await trx.insertInto('session').values({ hash, person: person.n, opened: at, ends }).execute();
      }),
    async bySession(hash, at) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.n', 'session.person')
        .select(['person.name as name', 'person.role as role'])
        .where('session.hash', '=', hash)
        .where('session.ends', '>', at)
        .where('person.removed', 'is', null)
        .executeTakeFirst();
      return row ? { ...row, most: null } : null;
    },
    closeSession: (hash) =>
      engine.write(true, async (trx) => {
        await trx.deleteFrom('session').where('hash', '=', hash).execute();
      }),
  };
}

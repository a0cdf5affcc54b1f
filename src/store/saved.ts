// Searches that people keep in, with how far each was looked through out.
import type { Engine } from './engine.ts';
import { numberIn } from './proposals.ts';
import { nextNumber } from './team-schema.ts';

export interface SavedRow {
  /** `saved:3` */
  readonly id: string;
  readonly by: string;
  readonly name: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Place in the record's order up to which it was looked through. */
  readonly seen: number;
}

export interface SavedStore {
  add(search: Omit<SavedRow, 'id'>): Promise<SavedRow>;
  /** Oldest first; removed ones are gone. */
  list(): Promise<readonly SavedRow[]>;
  see(id: string, seen: number): Promise<void>;
  remove(id: string, at: string): Promise<void>;
}

export function savedStore(engine: Engine): SavedStore {
  const { db } = engine;
  return {
    add: (search) =>
      engine.write(true, async (trx) => {
        const n = await nextNumber(trx, 'saved');
        const { by, name, at, body, seen } = search;
        await trx
          .insertInto('saved')
          .values({ n, by, name, at, body: JSON.stringify(body), seen: String(seen), removed: null })
          .execute();
        return { ...search, id: `saved:${n}` };
      }),
    async list() {
      const rows = await db.selectFrom('saved').selectAll().where('removed', 'is', null).orderBy('n').execute();
      return rows.map(({ n, by, name, at, body, seen }) => ({
        id: `saved:${n}`,
        by,
        name,
        at,
        body: JSON.parse(body) as Record<string, unknown>,
        seen: Number(seen),
      }));
    },
    see: (id, seen) =>
      engine.write(true, async (trx) => {
        await trx
          .updateTable('saved')
          .set({ seen: String(seen) })
          .where('n', '=', numberIn(id))
          .execute();
      }),
    remove: (id, at) =>
      engine.write(true, async (trx) => {
        await trx.updateTable('saved').set({ removed: at }).where('n', '=', numberIn(id)).execute();
      }),
  };
}

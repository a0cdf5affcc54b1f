// A record on any engine in, a copy of it in a new SQLite file out: what is kept is copied, what follows is made again.
import { access, rename, rm } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from './engine.ts';
import { StoreError } from './store.ts';
import type { Tables } from './tables.ts';
import { copyTeam } from './team-schema.ts';

/** Throws StoreError when there is already something at `file`. */
export async function refuseExisting(file: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) throw new StoreError('store/unreadable', `${file} is already there; name a file that is not.`);
}

const KEPT = ['report', 'reading', 'decision', 'decision_target'] as const;

/** Copies what is kept within one view of the record, then rebuilds. The file appears whole or not at all. */
export async function copyToFile(from: Db, file: string): Promise<void> {
  await refuseExisting(file);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const { openSqliteEngine } = await import('./sqlite.ts');
  const engine = await openSqliteEngine(partial);
  try {
    await from
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((view) =>
        engine.write(true, (to) => copyKept(view, to, (table, rows) => engine.insert(to, table, rows))),
      );
    const { recordStore } = await import('./record-store.ts');
    await (await recordStore(engine)).close(); // builds what follows
    await rename(partial, file);
  } catch (error) {
    await engine.db.destroy().catch(() => {});
    for (const end of ['', '-wal', '-shm']) await rm(partial + end, { force: true });
    throw error;
  }
}

async function copyKept(
  from: Db,
  to: Db,
  insert: (table: keyof Tables, rows: readonly Readonly<Record<string, string | number | null>>[]) => Promise<void>,
): Promise<void> {
  for (const table of KEPT) {
    const key = table === 'decision_target' ? 'decision' : 'arrival';
    for (let after = 0; ; ) {
      const first = await from
        .selectFrom(table as 'decision')
        .select(key as 'arrival')
        .distinct()
        .where(key as 'arrival', '>', after)
        .orderBy(key as 'arrival')
        .limit(500)
        .execute();
      const last = first.at(-1) as Record<string, number> | undefined;
      if (last?.[key] === undefined) break;
      const rows = await from
        .selectFrom(table as 'decision')
        .selectAll()
        .where(key as 'arrival', '>', after)
        .where(key as 'arrival', '<=', last[key])
        .orderBy(key as 'arrival')
        .execute();
      await insert(table, rows as never);
      after = last[key];
    }
  }
  await copyTeam(from as never, insert);
  const { arrival, reports } = await from.selectFrom('head').select(['arrival', 'reports']).executeTakeFirstOrThrow();
  await to.updateTable('head').set({ arrival, reports, built: 0 }).where(sql<boolean>`one = 1`).execute();
}

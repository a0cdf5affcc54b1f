// The record in, one hash of everything that it holds out: the same contents give the same on any machine and engine.
import { createHash } from 'node:crypto';
import type { Db } from './engine.ts';
import type { Tables } from './tables.ts';

/** Each table with the columns that put its rows into one order. */
const TABLES: readonly (readonly [keyof Tables, readonly string[]])[] = [
  ['report', ['arrival']],
  ['reading', ['arrival']],
  ['decision', ['arrival']],
  ['decision_target', ['decision', 'place']],
  ['actor', ['n']],
  ['place', ['n']],
  ['claim', ['row']],
  ['evidence', ['claim', 'place']],
  ['party', ['actor', 'row']],
  ['tally', ['month', 'source', 'target', 'type']],
  ['dyad', ['month', 'source', 'target']],
  ['carried', ['id', 'former']],
  ['withdrawal', ['decision']],
  ['prose', ['report']],
  ['copy', ['report']],
  ['band', ['band', 'report']],
  ['gist', ['report']],
  ['dated', ['report']],
  ['spot', ['key', 'report']],
  ['happening', ['n']],
  ['part', ['id']],
  ['concern', ['actor', 'type', 'at', 'happening']],
  ['plan', ['n']],
  ['tie', ['a', 'b']],
  ['incident', ['n']],
  ['flag', ['incident', 'place']],
  ['series', ['incident', 'place']],
  ['upon', ['report', 'decision']],
];

/** Reads in pages by key. The search index is left out: it holds no words of its own. */
export async function recordHash(db: Db): Promise<string> {
  const hash = createHash('sha256');
  const line = (name: string, row: object) => {
    const sorted = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`${name} ${JSON.stringify(sorted.map(([, value]) => value))}\n`);
  };
  const head = await db.selectFrom('head').selectAll().executeTakeFirstOrThrow();
  line('head', head);
  for (const [table, order] of TABLES) {
    const [key = ''] = order;
    const size = table === 'reading' || table === 'report' ? 500 : 10_000;
    // one column alone is a key; of several, the first is paged by its own ranges and the rest sorted within
    if (order.length === 1) {
      for (let after: unknown = null; ; ) {
        let query = db
          .selectFrom(table as 'claim')
          .selectAll()
          .orderBy(key as 'row')
          .limit(size);
        if (after !== null) query = query.where(key as 'row', '>', after as number);
        const rows: object[] = await query.execute();
        for (const row of rows) line(table, row);
        after = (rows.at(-1) as Record<string, unknown> | undefined)?.[key] ?? null;
        if (rows.length < size) break;
      }
      continue;
    }
    for (let after: unknown = null; ; ) {
      let keys = db
        .selectFrom(table as 'claim')
        .select(key as 'row')
        .distinct()
        .orderBy(key as 'row')
        .limit(1000);
      if (after !== null) keys = keys.where(key as 'row', '>', after as number);
      const some = (await keys.execute()) as unknown as Record<string, number>[];
      const [first, last] = [some[0]?.[key], some.at(-1)?.[key]];
      if (first === undefined || last === undefined) break;
      let query = db
        .selectFrom(table as 'claim')
        .selectAll()
        .where(key as 'row', '>=', first)
        .where(key as 'row', '<=', last);
      for (const column of order) query = query.orderBy(column as 'row');
      for (const row of await query.execute()) line(table, row);
      after = last;
    }
  }
  return hash.digest('hex');
}

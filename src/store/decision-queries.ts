// A page asked for in, decisions newest first out, each with what has taken it back.
import { checkLimit, cursorNumber } from './claim-queries.ts';
import { withdrawalsOf } from './decide.ts';
import { namesOf, withTargets } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import type { Page, Store } from './store.ts';

export async function decisions(
  db: Db,
  { limit, after, target }: Page & { readonly target?: string },
): ReturnType<Store['decisions']> {
  checkLimit(limit);
  let query = db
    .selectFrom('decision')
    .selectAll()
    .orderBy('arrival', 'desc')
    .limit(limit + 1);
  if (after !== null) query = query.where('arrival', '<', cursorNumber(after));
  if (target !== undefined) {
    const names = [target, ...(await namesOf(db, target))];
    query = query.where('arrival', 'in', (of) =>
      of.selectFrom('decision_target').select('decision').where('target', 'in', names),
    );
  }
  const rows = await query.execute();
  const shown = await withTargets(db, rows.slice(0, limit));
  const out = await withdrawalsOf(db, shown);
  return {
    decisions: shown.map((decision) => {
      const by = out.get(decision.arrival);
      return { ...decision, withdrawnBy: by === undefined ? null : `d${by}` };
    }),
    next: rows.length > limit ? String(shown.at(-1)?.arrival) : null,
  };
}

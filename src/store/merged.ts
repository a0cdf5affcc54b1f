// The merged actors or places of a record in, now or as somebody held them at a moment, who stands for whom out.
import { type Decision, inForce } from '../record/decision.ts';
import { isEntity } from './apply-decision.ts';
import { withTargets } from './decisions-upon.ts';
import type { Db } from './engine.ts';

export interface Merged {
  /** Who stands for this id: itself when it is not merged. */
  root(id: string): string;
  /** The ids that stand for one another with these, by their roots. */
  family(ids: readonly string[]): string[];
  readonly any: boolean;
}

/** Merges are few: they are read whole. `upTo` is a place in the order of the record; null for now. */
export async function mergedEntities(db: Db, table: 'actor' | 'place', upTo: number | null = null): Promise<Merged> {
  if (upTo !== null) return standing(await heldThen(db, upTo));
  const rows = await db
    .selectFrom(table as 'actor')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute();
  return mergedOf(rows);
}

/** Of entities as they stand in the record; those that are not merged say nothing. */
export function mergedOf(rows: readonly { readonly id: string; readonly merged_into: string | null }[]): Merged {
  return standing(new Map(rows.flatMap(({ id, merged_into }) => (merged_into === null ? [] : [[id, merged_into]]))));
}

/** What the merges and splits made until then, and not taken back until then, say of actors and places. */
async function heldThen(db: Db, upTo: number): Promise<Map<string, string>> {
  const decisions: Decision[] = [];
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('decision')
      .selectAll()
      .where('act', 'in', ['merge', 'split', 'withdraw'])
      .where('arrival', '>', after)
      .where('arrival', '<=', upTo)
      .orderBy('arrival')
      .limit(500)
      .execute();
    decisions.push(...(await withTargets(db, rows)));
    after = rows.at(-1)?.arrival ?? after;
    if (rows.length < 500) break;
  }
  const into = new Map<string, string>();
  for (const { targets, detail } of inForce(decisions)) {
    if (detail.act !== 'merge' && detail.act !== 'split') continue;
    for (const id of targets)
      if (isEntity(id) && detail.into !== null && detail.into !== id) into.set(id, detail.into);
      else into.delete(id);
  }
  return into;
}

/** A circle, which redone merges may leave, is stood for by its least id. */
function standing(into: ReadonlyMap<string, string>): Merged {
  const root = (id: string): string => {
    const seen = [id];
    for (let at = into.get(id); at !== undefined; at = into.get(at)) {
      if (seen.includes(at)) return seen.slice(seen.indexOf(at)).sort()[0] ?? id;
      seen.push(at);
    }
    return seen.at(-1) ?? id;
  };
  return {
    root,
    family(ids) {
      if (into.size === 0) return [...new Set(ids)];
      const roots = new Set(ids.map(root));
      return [...new Set([...ids, ...roots, ...[...into.keys()].filter((id) => roots.has(root(id)))])];
    },
    any: into.size > 0,
  };
}

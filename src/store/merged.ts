// The merged actors or places of a record in, who stands for whom out.
import type { Db } from './engine.ts';

export interface Merged {
  /** Who stands for this id: itself when it is not merged. */
  root(id: string): string;
  /** The ids that stand for one another with these, by their roots. */
  family(ids: readonly string[]): string[];
  readonly any: boolean;
}

/** Merges are few: they are read whole. A circle, which redone merges may leave, is stood for by its least id. */
export async function mergedEntities(db: Db, table: 'actor' | 'place'): Promise<Merged> {
  const rows = await db
    .selectFrom(table as 'actor')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .execute();
  const into = new Map(rows.map(({ id, merged_into }) => [id, merged_into ?? id]));
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
      const roots = new Set(ids.map(root));
      return [...new Set([...ids, ...roots, ...[...into.keys()].filter((id) => roots.has(root(id)))])];
    },
    any: into.size > 0,
  };
}

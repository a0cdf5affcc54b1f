// Reports in, the incidents that they tell of as the record has them now, out.
import type { Db } from './engine.ts';
import { happeningRange } from './gist.ts';
import { inChunks } from './in-chunks.ts';

export async function incidentsTold(db: Db, reports: Iterable<number>): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const some of inChunks([...new Set(reports)]))
    for (const { incident } of await db
      .selectFrom('happening')
      .select('incident')
      .distinct()
      .where(({ or, and, eb }) =>
        or(
          some.map((report) => {
            const [first, end] = happeningRange(report);
            return and([eb('n', '>=', first), eb('n', '<', end)]);
          }),
        ),
      )
      .orderBy('incident')
      .execute())
      found.add(incident);
  return found;
}

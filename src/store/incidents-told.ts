// Reports in, the incidents that they tell of as the record has them now, out.
import { sql } from 'kysely';
import type { Db } from './engine.ts';
import { happeningRange } from './gist.ts';
import { inChunks } from './in-chunks.ts';

export async function incidentsTold(db: Db, reports: Iterable<number>): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const some of inChunks([...new Set(reports)])) {
    // stretches as rows of their own: hundreds of conditions with OR take longer to understand than to answer
    const stretches = some.map((report) => {
      const [first, end] = happeningRange(report);
      return sql`(cast(${first} as bigint), cast(${end} as bigint))`;
    });
    const { rows } = await sql<{ incident: number }>`with told (least, most) as (values ${sql.join(stretches)})
      select distinct incident from told cross join happening where n >= least and n < most order by incident`.execute(
      db,
    );
    for (const { incident } of rows) found.add(incident);
  }
  return found;
}

// A moment that somebody names in, the place in the record's order that had been reached by then out.
import type { Db } from './engine.ts';

/** A day is its end; an instant is itself, in UTC. Throws RangeError for neither. */
export function instantOf(at: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(at) ? new Date(`${at}T23:59:59.999Z`) : new Date(at);
  if (!/^\d{4}-\d{2}/.test(at) || Number.isNaN(parsed.getTime()))
    throw new RangeError(
      `the moment is ${JSON.stringify(at)}; give a day such as 2026-03-05 or an instant such as 2026-03-05T06:30:00Z`,
    );
  return parsed.toISOString();
}

/** The last reading or decision made by that instant; 0 when there was none. */
export async function arrivalAt(db: Db, at: string): Promise<number> {
  const instant = instantOf(at);
  const [reading, decision] = await Promise.all([
    db
      .selectFrom('reading')
      .select('arrival')
      .where('made', '<=', instant)
      .orderBy('made', 'desc')
      .orderBy('arrival', 'desc')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('decision')
      .select('arrival')
      .where('at', '<=', instant)
      .orderBy('at', 'desc')
      .orderBy('arrival', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return Math.max(reading?.arrival ?? 0, decision?.arrival ?? 0);
}

// Promises and meetings asked about in, what reports say of them and what was done behind them out.
import { type Told, toldIn } from '../record/diplomacy/told.ts';
import type { Db } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { heldReadings } from './held-readings.ts';

export interface DeedsAsked {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly country: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Reports at most. */
  readonly limit: number;
}

export async function plans(db: Db): Promise<readonly Told[]> {
  const rows = await db.selectFrom('plan').select('body').orderBy('n').execute();
  return rows.map(({ body }) => JSON.parse(body) as Told);
}

/** Happenings by those who are asked for, in the order of their reports: the number of each, some more than are needed. */
export function deedRows(db: Db, { types, actors, country, from, to, limit }: DeedsAsked) {
  return db
    .selectFrom('concern')
    .select(['concern.at', 'happening'])
    .where((of) =>
      of.or([
        ...(actors.length > 0 ? [of('actor', 'in', actors)] : []),
        ...(country === null
          ? []
          : [of('actor', 'in', of.selectFrom('actor').select('id').where('country', '=', country))]),
      ]),
    )
    .where('type', 'in', types)
    .$if(from !== null, (some) => some.where('concern.at', '>=', from ?? ''))
    .$if(to !== null, (some) => some.where('concern.at', '<=', to ?? ''))
    .orderBy('concern.at')
    .orderBy('happening')
    .limit(limit * 4);
}

export async function deeds(db: Db, asked: DeedsAsked): Promise<readonly Told[]> {
  if (asked.types.length === 0) return [];
  const rows = await deedRows(db, asked).execute();
  const reports = [...new Set(rows.map(({ happening }) => reportOfHappening(happening)))].slice(0, asked.limit);
  const { readings } = await heldReadings(db, reports, Number.MAX_SAFE_INTEGER);
  return [...readings.values()].flatMap(toldIn);
}

// Double codings in, what each coder said of each item out: apart from the record, so that nobody sees what the other says.
import type { Engine } from './engine.ts';
import { nextNumber } from './team-schema.ts';

export interface CodingRow {
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly coders: readonly string[];
  /** Each report with the claims that are judged, as they were held at the start. */
  readonly reports: readonly { readonly report: string; readonly claims: readonly string[] }[];
  /** When each coder who is done was done. */
  readonly done: Readonly<Record<string, string>>;
}

export interface JudgementRow {
  readonly coder: string;
  /** Id of a claim, or `+report:kind:start-end` for one that the coder misses. */
  readonly item: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface CodingStore {
  /** False when the name is taken. */
  start(coding: Omit<CodingRow, 'done'>): Promise<boolean>;
  /** Newest first. */
  list(): Promise<readonly CodingRow[]>;
  /** The last word of a coder on an item stands; null takes it back. */
  judge(coding: string, judgement: Omit<JudgementRow, 'body'> & { body: JudgementRow['body'] | null }): Promise<void>;
  judgements(coding: string): Promise<readonly JudgementRow[]>;
  done(coding: string, coder: string, at: string): Promise<void>;
}

export function codingStore(engine: Engine): CodingStore {
  const { db } = engine;
  return {
    start: ({ name, at, by, coders, reports }) =>
      engine.write(true, async (trx) => {
        const taken = await trx.selectFrom('coding').select('n').where('name', '=', name).executeTakeFirst();
        if (taken) return false;
        const n = await nextNumber(trx, 'coding');
        const lists = { coders: JSON.stringify(coders), reports: JSON.stringify(reports) };
        await trx
          .insertInto('coding')
          .values({ n, name, at, by, ...lists })
          .execute();
        return true;
      }),
    async list() {
      const done = Map.groupBy(await db.selectFrom('coded').selectAll().execute(), ({ coding }) => coding);
      const rows = await db.selectFrom('coding').selectAll().orderBy('n', 'desc').execute();
      return rows.map(({ n, name, at, by, coders, reports }) => ({
        name,
        at,
        by,
        coders: JSON.parse(coders) as string[],
        reports: JSON.parse(reports) as CodingRow['reports'],
        done: Object.fromEntries((done.get(n) ?? []).map((one) => [one.coder, one.at])),
      }));
    },
    judge: (name, { coder, item, at, body }) =>
      engine.write(true, async (trx) => {
        const { n: coding } = await trx
          .selectFrom('coding')
          .select('n')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        await trx
          .deleteFrom('judgement')
          .where('coding', '=', coding)
          .where('coder', '=', coder)
          .where('item', '=', item)
          .execute();
        if (body !== null)
          await trx
            .insertInto('judgement')
            .values({ coding, coder, item, at, body: JSON.stringify(body) })
            .execute();
      }),
    async judgements(name) {
      const rows = await db
        .selectFrom('judgement')
        .innerJoin('coding', 'coding.n', 'judgement.coding')
        .select(['coder', 'item', 'judgement.at as at', 'body'])
        .where('coding.name', '=', name)
        .orderBy('item')
        .orderBy('coder')
        .execute();
      return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as Record<string, unknown> }));
    },
    done: (name, coder, at) =>
      engine.write(true, async (trx) => {
        const { n: coding } = await trx
          .selectFrom('coding')
          .select('n')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        await trx.deleteFrom('coded').where('coding', '=', coding).where('coder', '=', coder).execute();
        await trx.insertInto('coded').values({ coding, coder, at }).execute();
      }),
  };
}

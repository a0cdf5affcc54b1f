// Proposals of agents in, what they propose and what became of it out: beside the record until a person takes one over.
import type { Engine } from './engine.ts';
import { nextNumber } from './team-schema.ts';

export interface ProposalRow {
  /** `proposal:3` */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** A decision as asked for, without who decides. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The decision that took it over or refused it; null while it waits, also once that decision was taken back. */
  readonly decision: string | null;
}

export interface ProposalStore {
  add(proposal: { at: string; by: string; body: Readonly<Record<string, unknown>> }): Promise<ProposalRow>;
  /** Oldest first. */
  list(): Promise<readonly ProposalRow[]>;
  /** `decision` is an id such as d17. */
  settle(id: string, decision: string): Promise<void>;
}

/** The number in `proposal:3`; -1 for what is no such id. */
export const numberIn = (id: string): number => Number(/^[a-z]+:(\d{1,9})$/.exec(id)?.[1] ?? -1);

export function proposalStore(engine: Engine): ProposalStore {
  const { db } = engine;
  return {
    add: ({ at, by, body }) =>
      engine.write(true, async (trx) => {
        const n = await nextNumber(trx, 'proposal');
        await trx
          .insertInto('proposal')
          .values({ n, at, by, body: JSON.stringify(body), decision: null })
          .execute();
        return { id: `proposal:${n}`, at, by, body, decision: null };
      }),
    async list() {
      const rows = await db
        .selectFrom('proposal')
        .leftJoin('withdrawal', 'withdrawal.decision', 'proposal.decision')
        .select(['n', 'at', 'proposal.by as by', 'body', 'proposal.decision as decision', 'withdrawal.by as withdrawn'])
        .orderBy('n')
        .execute();
      return rows.map(({ n, at, by, body, decision, withdrawn }) => ({
        id: `proposal:${n}`,
        at,
        by,
        body: JSON.parse(body) as Record<string, unknown>,
        decision: decision === null || withdrawn !== null ? null : `d${decision}`,
      }));
    },
    settle: (id, decision) =>
      engine.write(true, async (trx) => {
        await trx
          .updateTable('proposal')
          .set({ decision: Number(decision.slice(1)) })
          .where('n', '=', numberIn(id))
          .execute();
      }),
  };
}

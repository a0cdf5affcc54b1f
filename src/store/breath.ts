// A long look at the record in, the same with rests in it out: whoever else asks is served in between.
import type { KyselyPlugin } from 'kysely';
import type { Db } from './engine.ts';

/** Milliseconds that one piece of work has the thread for at most where it may rest. */
const LONGEST = 15;

let since = performance.now();

/** Lets others be served once they have waited. Never within a transaction that writes: they would see half of it. */
export async function breathe(): Promise<void> {
  if (performance.now() - since < LONGEST) return;
  await new Promise<void>((go) => setImmediate(go));
  since = performance.now();
}

const RESTS: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    await breathe();
    return result;
  },
};

/** The same record, with a rest after each question when it is due. */
export const restful = (db: Db): Db => db.withPlugin(RESTS);

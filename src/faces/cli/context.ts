// The file of the record in, what operations may use of the world out; the store is opened on first asking.
import { resolve } from 'node:path';
import type { Store, StoreUse } from '../../operations/open-record.ts';
import type { Context } from '../../operations/operation.ts';

export interface OpenContext extends Context {
  close(): Promise<void>;
}

/** `file` is `--store` or RECOUNT_STORE; without either, `recount.db` in the working folder. */
export function openContext(file: string | undefined, use: StoreUse = 'ask'): OpenContext {
  let open: Promise<Store> | null = null;
  return {
    store() {
      open ??= import('../../operations/open-record.ts').then(({ isServer, openRecord }) =>
        openRecord(file === ':memory:' || isServer(file ?? '') ? (file ?? '') : resolve(file ?? 'recount.db'), use),
      );
      return open;
    },
    now: () => new Date().toISOString(),
    async close() {
      if (open) await (await open).close();
    },
  };
}

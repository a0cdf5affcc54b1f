// An address in, an open Store out.
import { openSqlite } from './sqlite.ts';
import type { Store, StoreUse } from './store.ts';

/** Whether an address names a server, not a file. */
export const isServer = (address: string): boolean => /^postgres(?:ql)?:\/\//i.test(address);

/**
 * Opens the record at a file path, at `:memory:`, or at a PostgreSQL server
 * (`postgres://user:password@host/database?schema=recount`). Throws StoreError when it cannot.
 */
export async function openStore(address: string, use: StoreUse = 'ask'): Promise<Store> {
  if (!isServer(address)) return openSqlite(address, use);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(address);
}

// An address in, an open Store out.
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Opens the record at a file path, or `:memory:`. Throws StoreError when it cannot. */
export function openStore(address: string): Promise<Store> {
  return openSqlite(address);
}

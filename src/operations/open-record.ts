// An address in, the open record out: the one door through which faces reach a store.
export { isServer, openStore as openRecord } from '../store/open-store.ts';
export type { ReportRow, Store, StoreUse } from '../store/store.ts';

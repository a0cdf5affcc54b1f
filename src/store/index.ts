// The public subpath `recount/store`.
export { openStore } from './open-store.ts';
export { type Added, type Kept, type Page, type ReportPage, type ReportRow, type Store, StoreError } from './store.ts';

// Readings in, kept in one transaction; one that the record refuses is told by itself and takes no others with it.
import type { Reading } from '../../reading/schema.ts';
import type { Ready } from '../../store/prepare.ts';
import type { Added, Store } from '../../store/store.ts';

export type Outcome = Added | { readonly error: { readonly code: string; readonly message: string } };

/** One outcome for each reading, in order. Throws StoreError when the record cannot be written. */
export async function keepAll(store: Store, readings: readonly (Reading | Ready)[], at: string): Promise<Outcome[]> {
  if (readings.length === 0) return [];
  try {
    return await store.add(readings, at);
  } catch (error) {
    // a claim whose words do not stand in its report: a mistake of the reader's, told, and nothing of that report kept
    if ((error as Error).name !== 'EvidenceError') throw error;
    const [only] = readings;
    if (readings.length === 1 && only)
      return [{ error: { code: 'program/evidence', message: `it was misread: ${(error as Error).message}` } }];
    const half = readings.length >> 1;
    return [
      ...(await keepAll(store, readings.slice(0, half), at)),
      ...(await keepAll(store, readings.slice(half), at)),
    ];
  }
}

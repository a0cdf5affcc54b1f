// An engine in, what stands beside the record out: whoever works on it, and what they keep for their work.
import { type CodingStore, codingStore } from './codings.ts';
import { type EditionStore, editionStore } from './editions.ts';
import type { Engine } from './engine.ts';
import { type PeopleStore, peopleStore } from './people.ts';
import { type ProposalStore, proposalStore } from './proposals.ts';
import { type SavedStore, savedStore } from './saved.ts';

/** What a team keeps beside the record; nothing of it is a reading or a decision, and no hash of the record covers it. */
export interface Team {
  readonly people: PeopleStore;
  readonly proposals: ProposalStore;
  readonly codings: CodingStore;
  readonly editions: EditionStore;
  readonly saved: SavedStore;
}

/** `guarded` turns whatever an engine throws into a StoreError. */
export function teamOf(engine: Engine, guarded: <T>(work: () => Promise<T>) => Promise<T>): Team {
  return {
    people: guard(peopleStore(engine), guarded),
    proposals: guard(proposalStore(engine), guarded),
    codings: guard(codingStore(engine), guarded),
    editions: guard(editionStore(engine), guarded),
    saved: guard(savedStore(engine), guarded),
  };
}

function guard<T extends object>(store: T, guarded: <R>(work: () => Promise<R>) => Promise<R>): T {
  const made: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(store) as [string, (...args: unknown[]) => Promise<unknown>][])
    made[name] = (...args: unknown[]) => guarded(() => method(...args));
  return made as T;
}

// What an operation is: a name, what goes in, what comes out, and what it does; the faces translate it.
import type { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { Person } from './people/role.ts';

/** What an operation may use of the world. */
export interface Context {
  /** Opens the record on first asking. Throws StoreError. */
  store(): Promise<Store>;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** Who asks, where people sign in; without, whoever asks may do everything. */
  readonly person?: Person | null;
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** One or two words, kebab-case: the name on every face. */
  readonly name: string;
  /** One sentence for help texts and the API's description. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** True when it changes the record: POST in the API, and absent from read-only faces. */
  readonly changes: boolean;
  run(input: z.output<I>, context: Context): Promise<z.output<O>>;
}

/** Types an operation by its schemas. */
export function operation<I extends z.ZodType, O extends z.ZodType>(definition: Operation<I, O>): Operation<I, O> {
  return definition;
}

/** A caller's mistake that a face answers with `{ ok: false, error }`: `code` for programs, `message` for people. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

// A list in its order and a cursor in, one page of it out with the cursor of the next.
import { z } from 'zod';
import { OperationError } from './operation.ts';

export const AfterInput = { after: z.string().optional().describe('The "next" of the page before') } as const;

export interface ListPage<T> {
  readonly rows: readonly T[];
  /** Id of the page's last row; null at the end. */
  readonly next: string | null;
}

/** Throws OperationError 'input/after' for what is no id of the list. */
export function pageAfter<T>(
  list: readonly T[],
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  idOf: (row: T) => string,
): ListPage<T> {
  const start = after === undefined ? 0 : list.findIndex((row) => idOf(row) === after) + 1;
  if (after !== undefined && start === 0)
    throw new OperationError('input/after', `“${after.slice(0, 80)}” is no cursor of this list.`);
  const rows = list.slice(start, start + limit);
  const last = rows.at(-1);
  return { rows, next: last !== undefined && start + limit < list.length ? idOf(last) : null };
}

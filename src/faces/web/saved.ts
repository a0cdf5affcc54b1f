// The search that stands in the address, and the searches that somebody has kept.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { saved } from '../../operations/saved.ts';
import { call, queryOf } from './api.ts';
import { deciding } from './decisions.tsx';
import { useQueriesOf } from './path.ts';

export type Saved = z.infer<(typeof saved)['output']>['saved'][number];

/** What a search is made of, as it stands in the address. */
const SEARCHED = [
  'query',
  'kind',
  'type',
  'actor',
  'role',
  'place',
  'from',
  'to',
  'report',
  'status',
  'review',
] as const;

/** The search in the address: what is asked for, each by its name. */
export const useSearched = (): Record<string, string> => useQueriesOf(SEARCHED);

export function useSaved(enabled = true) {
  const by = deciding();
  return useQuery({
    queryKey: ['saved', by],
    queryFn: () => call<{ saved: Saved[] }>(`/api/saved${queryOf({ by })}`),
    enabled,
  });
}

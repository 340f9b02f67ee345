import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/review-exclusions.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Exclusion = contract.ExclusionsView['exclusions'][number];
export type ReadList = z.output<typeof contract.ReadExclusions.response>;

const KEY = ['review exclusions'] as const;

/** Who must not review whom in this course. */
export function useExclusions() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.call<typeof contract.GetExclusions>('get', '/review-exclusions', {}, signal),
  });
}

interface Change {
  readonly pairs: readonly (readonly [string, string])[];
  readonly apart: boolean;
}

/** Keeps pairs apart, or lifts that. */
export function useChangeExclusions() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ pairs, apart }: Change) =>
      api.call<typeof contract.ChangeExclusions>('put', '/review-exclusions', {
        body: { pairs: pairs.map(([one, other]): [string, string] => [one, other]), apart },
      }),
    onSuccess: (view) => queries.setQueryData(KEY, view),
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** The pairs that a list names; stores nothing. */
export function useReadExclusions() {
  const api = useApi();
  return useMutation({
    mutationFn: (csv: string) =>
      api.call<typeof contract.ReadExclusions>('post', '/review-exclusions/read', { body: { csv } }),
  });
}

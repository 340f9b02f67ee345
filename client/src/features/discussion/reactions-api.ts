import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-reactions.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Reaction = z.output<typeof contract.React.params>['kind'];

/** Gives a reaction to a post, or takes it back. */
export function useReact(activityId: string, threadId: string, n: number) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, on }: { kind: Reaction; on: boolean }) =>
      api.call<typeof contract.React>(
        'put',
        '/discussions/:activityId/threads/:threadId/posts/:n/reactions/:kind',
        { params: { activityId, threadId, n, kind }, body: { on } },
      ),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === activityId }),
  });
}

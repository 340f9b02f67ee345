import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { keys, type OwnSubmission } from './api.ts';

/** A work as the editor holds it. */
export type WorkContent = Pick<OwnSubmission['draft'], 'text' | 'files' | 'links'>;

/** What works and instructions are, to uploads. */
export const workItem = (activityId: string) => ({ kind: 'peer-review-work', id: activityId });
export const instructionsItem = (activityId: string) => ({
  kind: 'peer-review-instructions',
  id: activityId,
});

const bodyOf = ({ text, files, links }: WorkContent) => ({ text, files: files.map(({ id }) => id), links });

export const getOwnSubmission = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetOwnSubmission>(
    'get',
    '/activities/:activityId/submission',
    { params: { activityId } },
    signal,
  );

export function useOwnSubmission(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.submission(activityId),
    queryFn: ({ signal }) => getOwnSubmission(api, activityId, signal),
  });
}

/** The reviews of the own work, or of an observed learner's. */
export const saveSubmissionDraft = (
  api: ApiClient,
  activityId: string,
  work: WorkContent,
  expectedRevision: number,
) =>
  api.call<typeof contract.SaveSubmissionDraft>('put', '/activities/:activityId/submission/draft', {
    params: { activityId },
    body: { ...bodyOf(work), expectedRevision },
  });

export function useSubmitWork(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      work,
      ...rest
    }: {
      work: WorkContent;
      expectedVersion: number;
      expectedRevision: number;
    }) =>
      api.call<typeof contract.SubmitWork>('post', '/activities/:activityId/submission', {
        params: { activityId },
        body: {
          ...bodyOf(work),
          ...rest,
          promised: queries.getQueryData<OwnSubmission>(keys.submission(activityId))?.promise,
        },
      }),
    onSuccess: (activity) => {
      queries.setQueryData(keys.mine(activityId), activity);
      // The page shows the text that the server has, so it is read before the submit counts as done.
      return queries.refetchQueries({ queryKey: keys.submission(activityId) });
    },
  });
}

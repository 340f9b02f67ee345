import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-self.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import type { ReviewTarget } from './review-target.ts';

export type SelfAssessment = z.output<typeof contract.GetSelfAssessment.response>;
export type SelfCompared = NonNullable<z.output<typeof contract.GetSelfComparison.response>['assessed']>;

const keyOf = (activityId: string) => ['peer-review', activityId, 'self-assessment'] as const;

const getSelfAssessment = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetSelfAssessment>(
    'get',
    '/activities/:activityId/self-assessment',
    { params: { activityId } },
    signal,
  );

export function useSelfAssessment(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId),
    queryFn: ({ signal }) => getSelfAssessment(api, activityId, signal),
  });
}

/** The own work. */
export const ownWork = (activityId: string): ReviewTarget => ({
  key: `self:${activityId}`,
  load: (api) => getSelfAssessment(api, activityId),
  saveDraft: (api, body) =>
    api.call<typeof contract.SaveSelfAssessmentDraft>(
      'put',
      '/activities/:activityId/self-assessment/draft',
      {
        params: { activityId },
        body,
      },
    ),
  async submit(api, queries, body) {
    const assessment = await api.call<typeof contract.SubmitSelfAssessment>(
      'put',
      '/activities/:activityId/self-assessment',
      { params: { activityId }, body },
    );
    queries.setQueryData(keyOf(activityId), assessment);
    return assessment;
  },
  onSaved: () => undefined,
});

/** The own self-assessment beside what peers gave. */
export function useSelfComparison(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...keyOf(activityId), 'comparison'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetSelfComparison>(
        'get',
        '/activities/:activityId/self-assessment/comparison',
        { params: { activityId } },
        signal,
      ),
  });
}

/** A learner's, for staff. */
export function useLearnerSelfAssessment(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...keyOf(activityId), 'of', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetLearnerSelfAssessment>(
        'get',
        '/activities/:activityId/learners/:memberId/self-assessment',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';

export type Settings = z.output<typeof contract.PeerReviewSettings>;
export type Criterion = z.output<typeof contract.Criterion>;
export type LearnerActivity = z.output<typeof contract.LearnerActivityView>;
export type ReviewerReview = z.output<typeof contract.ReviewerReviewView>;
export type ReviewTask = z.output<typeof contract.ReviewTaskView>;
export type OwnSubmission = z.output<typeof contract.OwnSubmissionView>;
export type ReceivedReview = z.output<typeof contract.ReceivedReviewView>;
export type Result = LearnerActivity['results'][number];
export type Rating = z.output<typeof contract.Rating>;

/** A work as the editor holds it. */
export type WorkContent = Pick<OwnSubmission['draft'], 'text' | 'files'>;

/** What works and instructions are, to uploads. */
export const workItem = (activityId: string) => ({ kind: 'peer-review-work', id: activityId });
export const instructionsItem = (activityId: string) => ({
  kind: 'peer-review-instructions',
  id: activityId,
});

const bodyOf = ({ text, files }: WorkContent) => ({ text, files: files.map(({ id }) => id) });

const WHILE_SENDING_MS = 5000;

export const keys = {
  mine: (activityId: string) => ['peer-review', activityId, 'mine'] as const,
  submission: (activityId: string) => ['peer-review', activityId, 'submission'] as const,
  received: (activityId: string) => ['peer-review', activityId, 'received'] as const,
  review: (activityId: string, reviewId: string) => ['peer-review', activityId, 'review', reviewId] as const,
  overview: (activityId: string) => ['peer-review', activityId, 'overview'] as const,
  settings: (activityId: string) => ['peer-review', activityId, 'settings'] as const,
};

// What a learner does

export function useLearnerActivity(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.mine(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetLearnerActivity>(
        'get',
        '/activities/:activityId/mine',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state }) =>
      state.data?.results.some(({ sync }) => sync.state === 'waiting') ? WHILE_SENDING_MS : false,
  });
}

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
        body: { ...bodyOf(work), ...rest },
      }),
    onSuccess: (activity) => {
      queries.setQueryData(keys.mine(activityId), activity);
      // The page shows the text that the server has, so it is read before the submit counts as done.
      return queries.refetchQueries({ queryKey: keys.submission(activityId) });
    },
  });
}

export const getReview = (api: ApiClient, activityId: string, reviewId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetReview>(
    'get',
    '/activities/:activityId/reviews/:reviewId',
    { params: { activityId, reviewId } },
    signal,
  );

export function useReview(activityId: string, reviewId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.review(activityId, reviewId),
    queryFn: ({ signal }) => getReview(api, activityId, reviewId, signal),
  });
}

interface ReviewBody {
  ratings: Rating[];
  comment: RichText;
  expectedRevision: number;
}

export const saveReviewDraft = (api: ApiClient, activityId: string, reviewId: string, body: ReviewBody) =>
  api.call<typeof contract.SaveReviewDraft>('put', '/activities/:activityId/reviews/:reviewId/draft', {
    params: { activityId, reviewId },
    body,
  });

export function useSubmitReview(activityId: string, reviewId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewBody) =>
      api.call<typeof contract.SubmitReview>('put', '/activities/:activityId/reviews/:reviewId', {
        params: { activityId, reviewId },
        body,
      }),
    onSuccess: (review) => {
      queries.setQueryData(keys.review(activityId, reviewId), review);
      // The list shows it as done at once, not only when it has been read again.
      queries.setQueryData<LearnerActivity>(keys.mine(activityId), (activity) =>
        markSubmitted(activity, reviewId),
      );
      return queries.invalidateQueries({ queryKey: keys.mine(activityId) });
    },
  });
}

const markSubmitted = (activity: LearnerActivity | undefined, reviewId: string) =>
  activity && {
    ...activity,
    reviewTasks: activity.reviewTasks.map((task) =>
      task.reviewId === reviewId ? { ...task, state: 'submitted' as const } : task,
    ),
  };

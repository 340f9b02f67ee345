import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import type { InlineComment } from './inline-notes.ts';
import { keys, type Rating, type ReviewerReview } from './api.ts';

// What a reviewer does with one review; the page that lists them does without.

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

export interface ReviewBody {
  ratings: Rating[];
  comment: RichText;
  inline?: InlineComment[];
  expectedRevision: number;
}

export const saveReviewDraft = (api: ApiClient, activityId: string, reviewId: string, body: ReviewBody) =>
  api.call<typeof contract.SaveReviewDraft>('put', '/activities/:activityId/reviews/:reviewId/draft', {
    params: { activityId, reviewId },
    body,
  });

/** @param body `promised`: what the reviewer was shown about who will know whom */
export const submitReview = (
  api: ApiClient,
  activityId: string,
  reviewId: string,
  body: ReviewBody & { readonly promised: ReviewerReview['promise'] | undefined },
) =>
  api.call<typeof contract.SubmitReview>('put', '/activities/:activityId/reviews/:reviewId', {
    params: { activityId, reviewId },
    body,
  });

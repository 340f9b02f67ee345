import type { QueryClient } from '@tanstack/react-query';
import { type ApiClient, ApiError } from '../../app/api-client.ts';
import type { FileListProps } from '../../ui/files/file-list-props.ts';
import { keys, type LearnerActivity, type ReviewerReview } from './api.ts';
import { getReview, type ReviewBody, saveReviewDraft, submitReview } from './review-api.ts';

/** A review by the rubric as its editor needs it, whatever is reviewed. */
export type EditedReview = Pick<
  ReviewerReview,
  'criteria' | 'state' | 'ratings' | 'comment' | 'revision' | 'can'
> &
  Partial<Pick<ReviewerReview, 'inline'>>;

/** The same beside the work, on whose places it may comment. */
export type CommentingReview = EditedReview &
  Pick<ReviewerReview, 'workText' | 'workLinks' | 'workVersion' | 'invitesInline'> & {
    readonly workFiles: FileListProps['files'];
  };

/** What is reviewed, and where the review is kept and submitted. */
export interface ReviewTarget {
  /** Tells the drafts of an editor apart. */
  readonly key: string;
  readonly load: (api: ApiClient) => Promise<EditedReview>;
  readonly saveDraft: (
    api: ApiClient,
    body: ReviewBody,
  ) => Promise<{ readonly revision: number; readonly savedAt: string }>;
  /** Also brings what pages hold up to date. */
  readonly submit: (api: ApiClient, queries: QueryClient, body: ReviewBody) => Promise<EditedReview>;
  /** Other pages show that it has been begun. */
  readonly onSaved: (queries: QueryClient) => void;
}

/** A peer's work. */
export const peerWork = (activityId: string, reviewId: string): ReviewTarget => ({
  key: reviewId,
  load: (api) => getReview(api, activityId, reviewId),
  saveDraft: (api, body) => saveReviewDraft(api, activityId, reviewId, body),
  async submit(api, queries, body) {
    const key = keys.review(activityId, reviewId);
    const promised = queries.getQueryData<ReviewerReview>(key)?.promise;
    const review = await submitReview(api, activityId, reviewId, { ...body, promised }).catch(
      (error: unknown) => {
        // What is promised now is shown before it is submitted once more.
        if (error instanceof ApiError && error.code === 'ANONYMITY_CHANGED')
          void queries.invalidateQueries({ queryKey: key });
        throw error;
      },
    );
    queries.setQueryData(key, review);
    // The list shows it as done at once, not only when it has been read again.
    queries.setQueryData<LearnerActivity>(keys.mine(activityId), (activity) =>
      markSubmitted(activity, reviewId),
    );
    await queries.invalidateQueries({ queryKey: keys.mine(activityId) });
    return review;
  },
  onSaved: (queries) => void queries.invalidateQueries({ queryKey: keys.mine(activityId) }),
});

const markSubmitted = (activity: LearnerActivity | undefined, reviewId: string) =>
  activity && {
    ...activity,
    reviewTasks: activity.reviewTasks.map((task) =>
      task.reviewId === reviewId ? { ...task, state: 'submitted' as const } : task,
    ),
  };

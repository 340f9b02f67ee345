import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/context.ts';
import { useAutosave } from '../../app/use-autosave.ts';
import { type ReviewForm, toDraftRatings, toInline, toReviewForm } from './review-form.ts';
import type { EditedReview, ReviewTarget } from './review-target.ts';

export const storedReview = (review: EditedReview) => ({
  value: toReviewForm(review),
  revision: review.revision,
  savedAt: null,
});

/** What is being written about one work: whoever asks for the same target on a page gets the same. */
export function useReviewDraft(target: ReviewTarget, review: EditedReview) {
  const api = useApi();
  const queries = useQueryClient();
  return useAutosave<ReviewForm>(`reviewing:${target.key}`, {
    stored: storedReview(review),
    save: async (form, expectedRevision) => {
      const saved = await target.saveDraft(api, {
        ratings: toDraftRatings(form, review.criteria),
        comment: form.comment,
        ...toInline(form),
        expectedRevision,
      });
      target.onSaved(queries);
      return saved;
    },
  });
}

/** Left in the history by the review page, so that the list one comes back to confirms what was done. */
export const REVIEW_SUBMITTED = { notice: 'reviewSubmitted' };

export const isReviewSubmitted = (state: unknown): boolean =>
  (state as typeof REVIEW_SUBMITTED | null)?.notice === REVIEW_SUBMITTED.notice;

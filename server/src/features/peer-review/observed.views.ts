import * as contract from '../../contracts/observed.ts';
import type { Parsed } from '../../contracts/endpoint.ts';
import type {
  GetReceivedReviews,
  LearnerActivityView,
  OwnSubmissionView,
} from '../../contracts/peer-review.ts';

/** What an observer sees of a learner's own page: the schema leaves out what is not theirs. */
export const observedActivityView = (
  view: Parsed<typeof LearnerActivityView>,
  { id, name }: { readonly id: string; readonly name: string | null },
) => contract.ObservedActivityView.parse({ ...view, learner: { memberId: id, name } });

/** Without what the learner is writing. */
export const observedSubmissionView = (view: Parsed<typeof OwnSubmissionView>) =>
  contract.GetObservedSubmission.response.parse(view);

/** Without the names of reviewers, which the learner may know. */
export const observedReviewsView = (view: Parsed<typeof GetReceivedReviews.response>) =>
  contract.GetObservedReviews.response.parse(view);

import * as contract from '../../contracts/observed.ts';
import type { LearnerActivityView, OwnSubmissionView } from '../../contracts/peer-review.ts';

/** What an observer sees of a learner's own page: the schema leaves out what is not theirs. */
export const observedActivityView = (
  view: LearnerActivityView,
  { id, name }: { readonly id: string; readonly name: string | null },
) => contract.ObservedActivityView.parse({ ...view, learner: { memberId: id, name } });

/** Without what the learner is writing. */
export const observedSubmissionView = (view: OwnSubmissionView) =>
  contract.GetObservedSubmission.response.parse(view);

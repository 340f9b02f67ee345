import * as contract from '../../contracts/peer-review-self.ts';
import type { Criterion } from '../../contracts/peer-review-settings.ts';
import type { Draft, PeerReview, ReviewContent } from './peer-review.domain.ts';
import type { Compared } from './rating-shares.domain.ts';
import type { SelfAssessment, SelfWindow } from './self-assessment.domain.ts';

/** For the learner: what is given to the own work. */
export function selfAssessmentView(
  { settings }: PeerReview,
  {
    closesAt,
    draft,
    last,
    window,
  }: {
    readonly closesAt: string;
    readonly draft: Draft<ReviewContent>;
    readonly last: SelfAssessment | null;
    readonly window: SelfWindow;
  },
) {
  const unfinished = draft.revision === 0 ? 'toDo' : 'begun';
  return contract.GetSelfAssessment.response.parse({
    activityTitle: settings.title,
    instructions: settings.instructions,
    criteria: settings.criteria,
    closesAt,
    window,
    state: last ? 'submitted' : unfinished,
    ratings: draft.content.ratings,
    comment: draft.content.comment,
    inline: draft.content.inline ?? [],
    invitesInline: settings.inlineComments,
    revision: draft.revision,
    can: { edit: window === 'open' },
  });
}

interface SelfCompared {
  readonly assessed: SelfAssessment;
  readonly criteria: readonly Criterion[];
  readonly reviews: number;
  readonly compared: Compared;
}

const comparedOf = (found: SelfCompared | null) =>
  found && {
    submittedAt: found.assessed.at.toISOString(),
    workVersion: found.assessed.workVersion,
    comment: found.assessed.comment,
    inline: found.assessed.inline ?? [],
    criteria: found.criteria,
    reviews: found.reviews,
    compared: found.compared,
  };

/** For the learner, after the release. */
export const ownComparisonView = (found: SelfCompared | null) =>
  contract.GetSelfComparison.response.parse({ assessed: comparedOf(found) });

/** For staff. */
export const learnerSelfView = (isOn: boolean, found: SelfCompared | null) =>
  contract.GetLearnerSelfAssessment.response.parse({ isOn, assessed: comparedOf(found) });

import type { FindDisputable } from '../disputes/index.ts';
import { seenReview } from './anonymity.domain.ts';
import type { ComparisonReads } from './comparison-reads.service.ts';
import { columnNamesOf, possibleColumnIds } from './grade-source.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { Grades } from './read-own.service.ts';
import { isComparing } from './phases.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChanges } from './timeline.domain.ts';

/** What one learner can dispute: each own grade, and each received review, or comparison, by the number that stands for its reviewer. */
export const createDisputableService =
  (
    { reviews }: Pick<PeerReviewStores, 'reviews'>,
    comparisons: Pick<ComparisonReads, 'reviewersOf'>,
    grades: Pick<Grades, 'findGradesIn'>,
  ): FindDisputable =>
  /** Two round trips; nothing before the release. */
  async (scope, { activity, changes }, memberId) => {
    const activityId = activity.id;
    const review = withChanges(peerReviewOf(activity), changes);
    const [received, found] = await Promise.all([
      isComparing(review)
        ? comparisons.reviewersOf(scope, activityId, memberId)
        : reviews
            .listKnownByAuthor(scope, activityId, memberId)
            .then((known) =>
              known
                .map(seenReview)
                .map((seen) => ({ pseudonym: seen.review.reviewerLabel, label: seen.reviewer })),
            ),
      grades.findGradesIn(scope, possibleColumnIds(activityId), [memberId]),
    ]);
    const releasedAt = activity.releasedAt ?? changes.releasedAt;
    if (review.phase !== 'released' || !releasedAt) return { releasedAt: null, targets: [] };
    const graded = columnNamesOf(review).filter(
      ({ columnId }) => (found.get(columnId)?.get(memberId)?.explanation.value ?? null) !== null,
    );
    return {
      releasedAt,
      targets: [
        ...graded.map(({ columnId, label }) => ({ target: { kind: 'grade', columnId } as const, label })),
        ...received
          .toSorted((a, b) => Number(a.pseudonym) - Number(b.pseudonym))
          .map(({ pseudonym, label }) => ({ target: { kind: 'review', pseudonym } as const, label })),
      ],
    };
  };

import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
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
    activities: Pick<ActivityService, 'getFor'>,
    grades: Pick<Grades, 'findGradesIn'>,
  ) =>
  /** Three round trips; nothing before the release. @throws AppError NOT_FOUND */
  async (scope: CourseScope, activityId: string, memberId: string) => {
    const { activity, changes } = await activities.getFor(scope, activityId, memberId);
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
    const { disputes: times = null } = activity;
    const releasedAt = activity.releasedAt ?? changes.releasedAt;
    if (review.phase !== 'released' || !releasedAt) return { releasedAt: null, times, targets: [] };
    const graded = columnNamesOf(review).filter(
      ({ columnId }) => (found.get(columnId)?.get(memberId)?.explanation.value ?? null) !== null,
    );
    return {
      releasedAt,
      times,
      targets: [
        ...graded.map(({ columnId, label }) => ({ target: { kind: 'grade', columnId } as const, label })),
        ...received
          .toSorted((a, b) => Number(a.pseudonym) - Number(b.pseudonym))
          .map(({ pseudonym, label }) => ({ target: { kind: 'review', pseudonym } as const, label })),
      ],
    };
  };

import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import { seenReview } from './anonymity.domain.ts';
import { columnNamesOf, possibleColumnIds } from './grade-source.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { Grades } from './read-own.service.ts';
import { peerReviewOf } from './settings.service.ts';

/** What one learner can dispute: each own grade, and each received review by the number that stands for its reviewer. */
export const createDisputableService =
  (
    { reviews }: Pick<PeerReviewStores, 'reviews'>,
    activities: Pick<ActivityService, 'get'>,
    grades: Pick<Grades, 'findGradesIn'>,
  ) =>
  /** Three round trips; nothing before the release. @throws AppError NOT_FOUND */
  async (scope: CourseScope, activityId: string, memberId: string) => {
    const [activity, received, found] = await Promise.all([
      activities.get(scope, activityId),
      reviews.listKnownByAuthor(scope, activityId, memberId),
      grades.findGradesIn(scope, possibleColumnIds(activityId), [memberId]),
    ]);
    const { releasedAt, phase, disputes: times = null } = activity;
    if (phase !== 'released' || !releasedAt) return { releasedAt: null, times, targets: [] };
    const graded = columnNamesOf(peerReviewOf(activity)).filter(
      ({ columnId }) => (found.get(columnId)?.get(memberId)?.explanation.value ?? null) !== null,
    );
    return {
      releasedAt,
      times,
      targets: [
        ...graded.map(({ columnId, label }) => ({ target: { kind: 'grade', columnId } as const, label })),
        ...received
          .map(seenReview)
          .map(({ review, reviewer }) => ({ pseudonym: review.reviewerLabel, label: reviewer }))
          .toSorted((a, b) => Number(a.pseudonym) - Number(b.pseudonym))
          .map(({ pseudonym, label }) => ({ target: { kind: 'review', pseudonym } as const, label })),
      ],
    };
  };

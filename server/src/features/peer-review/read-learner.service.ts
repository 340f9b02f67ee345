import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { byName } from './author-groups.domain.ts';
import { sideOf } from './comparison.domain.ts';
import { comparedWorkView, learnerReviewsView, learnerWorkView } from './learner-work.views.ts';
import { reviewersOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isComparing } from './phases.domain.ts';
import type { Grades } from './read-own.service.ts';
import { comparedTalkId } from './review-talk.domain.ts';
import { findOtherRubrics } from './rubric-versions.service.ts';
import { getPeerReview } from './settings.service.ts';

/** What staff read of one learner: each answer in at most four round trips. */
export function createLearnerReadsService(
  { submissions, reviews, comparisons, rubrics }: PeerReviewStores,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  grades: Grades,
) {
  /** Two round trips. */
  async function comparedOf(scope: CourseScope, activityId: string, memberId: string) {
    const found = await comparisons.listKnownByAuthor(scope, activityId, memberId);
    const versions = await comparisons.findVersions(
      scope,
      found.map(({ comparison }) => comparison),
    );
    const sides = found.map((known) => {
      const side = sideOf(known.comparison, memberId);
      return { known, side, talkId: comparedTalkId(known.comparison.id, side) };
    });
    return comparedWorkView(sides, versions);
  }

  return {
    /** @param version the newest one when it is left out, or does not exist. @throws AppError NOT_FOUND */
    async work({ scope }: Caller, activityId: string, memberId: string, version: number | undefined) {
      const [review, [learner], submission] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        course.findMembers(scope, [memberId]),
        submissions.findByAuthor(scope, activityId, memberId),
      ]);
      if (!learner) throw new AppError('NOT_FOUND', { kind: 'member' });
      const wanted = Math.min(version ?? Infinity, submission?.version ?? 0);
      const [shown, sharers] = await Promise.all([
        submission && submissions.findVersion(scope, submission.id, wanted),
        submission?.group ? course.findMembers(scope, submission.group.memberIds) : [],
      ]);
      return learnerWorkView(review, learner, submission, byName(sharers), shown);
    },

    /** @throws AppError NOT_FOUND for an activity that the course does not have */
    async reviews({ scope }: Caller, activityId: string, memberId: string) {
      const [review, received, found] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        reviews.listSubmittedByAuthor(scope, activityId, memberId),
        grades.findGradesIn(scope, [activityId], [memberId]),
      ]);
      const grade = found.get(activityId)?.get(memberId) ?? null;
      if (isComparing(review)) {
        const compared = await comparedOf(scope, activityId, memberId);
        return learnerReviewsView([], new Map(), new Map(), new Map(), grade, compared);
      }
      const [versions, reviewers, otherRubrics] = await Promise.all([
        reviews.findVersions(
          scope,
          received.map(({ id, version }) => ({ reviewId: id, version })),
        ),
        course.findMembers(
          scope,
          received.flatMap((one) => [...reviewersOf(one), ...(one.writers ?? [])]),
        ),
        findOtherRubrics(rubrics, scope, review, received),
      ]);
      return learnerReviewsView(
        received,
        new Map(versions.map((version) => [version.reviewId, version])),
        new Map(reviewers.map(({ id, name }) => [id, name])),
        otherRubrics,
        grade,
      );
    },
  };
}

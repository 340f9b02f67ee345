import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { reviewDraft, workDraft } from './drafts.store.ts';
import { columnNamesOf, daysLateOf, possibleColumnIds } from './grade-source.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import {
  type GradeAnswer,
  learnerView,
  ownSubmissionView,
  receivedReviewsView,
  reviewerView,
} from './peer-review.views.ts';
import { noResultBecause, reviewsOpen, submissionsOpen } from './phases.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';

/** What peer review asks of the gradebook. */
export interface Grades {
  /** By column, then by member; in the order of `columnIds`. */
  findGradesIn(
    scope: CourseScope,
    columnIds: readonly string[],
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, GradeAnswer>>>;
  /** Whether the LMS takes a grade away when it is asked to. */
  clearsGrades(platformId: string): Promise<boolean>;
}

export type OwnReadsService = ReturnType<typeof createOwnReadsService>;

/** What a learner reads: each page in at most four round trips, whatever the size of the course. */
export function createOwnReadsService(
  stores: PeerReviewStores,
  activities: ActivityService,
  grades: Grades,
  clock: Clock,
) {
  const { submissions, drafts, reviews } = stores;

  return {
    /** @throws AppError NOT_FOUND */
    async activity(caller: Caller, activityId: string) {
      const { scope, member } = caller;
      const [review, submission, tasks, found] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        submissions.findByAuthor(scope, activityId, member.id),
        reviews.listByReviewer(scope, activityId, member.id),
        grades.findGradesIn(scope, possibleColumnIds(activityId), [member.id]),
      ]);
      const allocated = review.phase === 'submission' ? [] : tasks;
      const now = clock.now();
      const released = review.phase === 'released';
      const columns = released ? columnNamesOf(review) : [];
      const shown = columns.flatMap((column) => {
        const grade = found.get(column.columnId)?.get(member.id);
        return grade && isShown(grade) ? [{ column, grade }] : [];
      });
      const hasGrade = shown.some(({ column }) => column.columnId === activityId);
      return learnerView(
        review,
        {
          submission,
          daysLate: daysLateOf(review.settings, submission?.submittedAt ?? null),
          tasks: allocated,
          grades: shown,
          noResultBecause: released && !hasGrade ? noResultBecause(review, submission, allocated, now) : null,
        },
        {
          submit: caller.can('submission.write') && submissionsOpen(review, submission, now),
          review: caller.can('review.write') && allocated.length > 0 && reviewsOpen(review, now),
        },
      );
    },

    /** @throws AppError NOT_FOUND */
    async submission({ scope, member }: Caller, activityId: string) {
      const [, submission, draft] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        submissions.findByAuthor(scope, activityId, member.id),
        drafts.find(scope, workDraft(activityId, member.id)),
      ]);
      const version = submission && (await submissions.findVersion(scope, submission.id, submission.version));
      return ownSubmissionView(submission, version, draft);
    },

    /** Nothing before the release. @throws AppError NOT_FOUND */
    async receivedReviews({ scope, member }: Caller, activityId: string) {
      const [review, received] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        reviews.listSubmittedByAuthor(scope, activityId, member.id),
      ]);
      if (review.phase !== 'released') return receivedReviewsView([], new Map());
      const versions = await reviews.findVersions(
        scope,
        received.map(({ id, version }) => ({ reviewId: id, version })),
      );
      return receivedReviewsView(received, new Map(versions.map((version) => [version.reviewId, version])));
    },

    /** @throws AppError NOT_FOUND, NOT_ALLOCATED */
    async review({ scope, member }: Caller, activityId: string, reviewId: string) {
      const [peerReview, review, draft] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        reviews.findOwn(scope, activityId, reviewId, member.id),
        drafts.find(scope, reviewDraft(reviewId, member.id)),
      ]);
      if (!review || peerReview.phase === 'submission') throw new AppError('NOT_ALLOCATED');
      const work = await submissions.findVersion(scope, review.submissionId, review.submissionVersion);
      if (!work) throw new Error(`the work of review ${reviewId} is missing`);
      return reviewerView(peerReview, review, work, draft, {
        edit: reviewsOpen(peerReview, clock.now()),
      });
    },
  };
}

/** A grade, or an excuse; that one was taken back, or that there is none any more, is told in other words. */
const isShown = ({ explanation: { value, steps } }: GradeAnswer): boolean =>
  value !== null || steps.some(({ type }) => type === 'excused');

import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import { promiseFor, seenReview } from './anonymity.domain.ts';
import { byName } from './author-groups.domain.ts';
import type { AuthorGroups, AuthorStanding } from './author-groups.service.ts';
import { ownAuthorsView } from './author-groups.views.ts';
import type { CalibrationService } from './calibration.service.ts';
import type { ComparisonReads } from './comparison-reads.service.ts';
import { receivedCommentsView } from './comparisons.views.ts';
import { draftOfReview, workDraft } from './drafts.domain.ts';
import { authorsOf, type Draft, type WorkContent } from './peer-review.domain.ts';
import { columnNamesOf, daysLateOf, possibleColumnIds } from './grade-source.service.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import {
  type GradeAnswer,
  learnerView,
  type OwnTask,
  ownSubmissionView,
  receivedReviewsView,
  reviewerView,
} from './peer-review.views.ts';
import { inOwnPhase, isComparing, noResultBecause, reviewsOpen, submissionsOpen } from './phases.domain.ts';
import { reviewsAskedOf } from './pull-queue.domain.ts';
import { reviewsShown } from './revision.domain.ts';
import { findOtherRubrics, findShownRubric } from './rubric-versions.service.ts';
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
  course: Pick<CourseService, 'findMembers'>,
  authors: Pick<AuthorGroups, 'standingIn' | 'standingOf' | 'isOutsideReviewing'>,
  grades: Grades,
  clock: Clock,
  calibration: Pick<CalibrationService, 'requirePassed'>,
  compared: Pick<ComparisonReads, 'tasksOf' | 'receivedBy'>,
) {
  const { submissions, drafts, reviews, rubrics } = stores;

  const tasksOf = async ({ scope, member }: Caller, review: PeerReview): Promise<readonly OwnTask[]> =>
    isComparing(review)
      ? compared.tasksOf(scope, review.id, member.id)
      : (await reviews.listKnownByReviewer(scope, review.id, member.id)).map(seenReview);

  /** Who is in no group of those that review is told so, as long as that can be changed. */
  async function reviewsWith({ scope, member }: Caller, standing: AuthorStanding, tasks: readonly OwnTask[]) {
    if (tasks.some((task) => task.review.reviewers !== undefined)) return 'group';
    const { review } = standing;
    const isOpen = review.state === 'published' && clock.now() <= new Date(review.settings.reviewsCloseAt);
    return isOpen && (await authors.isOutsideReviewing(scope, standing, member.id)) ? 'noGroup' : 'nobody';
  }

  return {
    /** @throws AppError NOT_FOUND */
    async activity(caller: Caller, activityId: string) {
      const { scope, member } = caller;
      const [everybodys, shared, found] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        submissions.findByAuthor(scope, activityId, member.id),
        grades.findGradesIn(scope, possibleColumnIds(activityId), [member.id]),
      ]);
      const standing = await authors.standingIn(scope, everybodys, shared, member.id);
      const { submission } = standing;
      const review = inOwnPhase(standing.review, shared);
      const tasks = review.phase === 'submission' ? [] : await tasksOf(caller, review);
      const allocated = tasks.map((task) => task.review);
      const reviewsAsked = reviewsAskedOf(review, shared, allocated);
      const now = clock.now();
      const released = review.phase === 'released';
      const columns = released ? columnNamesOf(review) : [];
      const shown = columns.flatMap((column) => {
        const grade = found.get(column.columnId)?.get(member.id);
        return grade && isShown(grade) ? [{ column, grade }] : [];
      });
      const hasGrade = shown.some(({ column }) => column.columnId === activityId);
      const handsIn = standing.draftOf !== null && submissionsOpen(review, submission, now);
      return learnerView(
        review,
        {
          submission,
          byGroups: standing.state !== 'alone',
          daysLate: daysLateOf(review.settings, submission?.submittedAt ?? null),
          tasks,
          reviewsAsked,
          reviewsWith: await reviewsWith(caller, standing, tasks),
          grades: shown,
          noResultBecause: released && !hasGrade ? noResultBecause(review, shared, allocated, now) : null,
        },
        {
          submit: caller.can('submission.write') && handsIn,
          review: caller.can('review.write') && reviewsAsked > 0 && reviewsOpen(review, now),
        },
      );
    },

    /** @throws AppError NOT_FOUND */
    async submission({ scope, member }: Caller, activityId: string) {
      const standing = await authors.standingOf(scope, activityId, member.id, false);
      const { review, submission, draftOf } = standing;
      const [version, draft] = await Promise.all([
        submission && submissions.findVersion(scope, submission.id, submission.version),
        draftOf === null ? NO_DRAFT : drafts.find(scope, workDraft(activityId, draftOf)),
      ]);
      const { savedBy = null } = draft;
      const [other] =
        savedBy === null || savedBy === member.id ? [] : await course.findMembers(scope, [savedBy]);
      const promise = promiseFor(review.settings.anonymity, submission);
      return ownSubmissionView(submission, version, draft, {
        promise,
        handIn: review.settings.handIn,
        savedBy: other?.name ?? null,
      });
    },

    /** With whom the caller hands in. @throws AppError NOT_FOUND also where each learner does by themselves */
    async authors({ scope, member }: Caller, activityId: string) {
      const { state, group, shared, review } = await authors.standingOf(scope, activityId, member.id);
      if (state === 'alone') throw new AppError('NOT_FOUND', { kind: 'group' });
      const sharers = shared ? authorsOf(shared) : [];
      const ids = [...new Set([...(group?.memberIds ?? []), ...sharers])];
      const people = byName(await course.findMembers(scope, ids));
      const present = people.filter((one) => group?.memberIds.includes(one.id) && countsAsLearner(one));
      return ownAuthorsView(
        { state, submissionsCloseAt: review.settings.submissionsCloseAt },
        group && { name: group.name, members: present },
        shared && people.filter(({ id }) => sharers.includes(id)),
      );
    },

    /** Nothing before the release, or the revision round. @throws AppError NOT_FOUND */
    async receivedReviews({ scope, member }: Caller, activityId: string) {
      const review = await getOwnPeerReview(activities, scope, activityId, member.id);
      if (!reviewsShown(review, clock.now())) return receivedReviewsView([], new Map(), new Map());
      if (isComparing(review)) {
        return receivedCommentsView(await compared.receivedBy(scope, activityId, member.id));
      }
      const received = await reviews.listKnownByAuthor(scope, activityId, member.id);
      const heads = received.map((known) => known.review);
      const [versions, otherRubrics] = await Promise.all([
        reviews.findVersions(
          scope,
          heads.map(({ id, version }) => ({ reviewId: id, version })),
        ),
        findOtherRubrics(rubrics, scope, review, heads),
      ]);
      return receivedReviewsView(
        received.map(seenReview),
        new Map(versions.map((version) => [version.reviewId, version])),
        otherRubrics,
      );
    },

    /** @throws AppError NOT_FOUND, NOT_ALLOCATED, CALIBRATION_NEEDED */
    async review(caller: Caller, activityId: string, reviewId: string) {
      const { scope, member } = caller;
      const [peerReview, known, draft] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        reviews.findOwnKnown(scope, activityId, reviewId, member.id),
        drafts.find(scope, draftOfReview(reviewId)),
      ]);
      if (!known || peerReview.phase === 'submission') throw new AppError('NOT_ALLOCATED');
      const { review } = known;
      if (review.state === 'toDo') await calibration.requirePassed(caller, peerReview);
      const edit = reviewsOpen(peerReview, clock.now());
      const [work, fellows, rubric] = await Promise.all([
        submissions.findVersion(scope, review.submissionId, review.submissionVersion),
        review.reviewers ? course.findMembers(scope, review.reviewers.memberIds) : [],
        findShownRubric(rubrics, scope, peerReview, review, draft.content, edit),
      ]);
      if (!work) throw new Error(`the work of review ${reviewId} is missing`);
      const promise = promiseFor(peerReview.settings.anonymity, review);
      return reviewerView(
        peerReview,
        { ...seenReview(known), promise },
        work,
        draft,
        rubric,
        byName(fellows),
        {
          edit,
        },
      );
    },
  };
}

/** Of who is in no group that hands in. */
const NO_DRAFT: Draft<WorkContent> = { content: workDraft('', '').empty, revision: 0, savedAt: null };

/** A grade, or an excuse; that one was taken back, or that there is none any more, is told in other words. */
const isShown = ({ explanation: { value, steps } }: GradeAnswer): boolean =>
  value !== null || steps.some(({ type }) => type === 'excused');

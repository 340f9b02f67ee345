import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type DomainEvent } from '../../core/events.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { noteAdded } from './note-added.service.ts';
import { authorsOf, type Review, reviewersOf } from './peer-review.domain.ts';
import { isRolling } from './phases.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { chooseInstead, withFreeLabels } from './replace-review.domain.ts';
import { isApartFromWork } from './review-exclusions.domain.ts';
import { decideAnswer, isReplaceable, type ReviewProblem } from './review-problems.domain.ts';
import { peopleIn, staffProblemView } from './review-problems.views.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { getPeerReview, peerReviewOf } from './settings.service.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.replace-review' }, requestId: null };

export type AnswerProblemsService = ReturnType<typeof createAnswerProblemsService>;

/** Staff act on what reviewers report. */
export function createAnswerProblemsService(
  { submissions, reviews, problems }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'problems'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners'>,
  pools: Pick<ReviewPools, 'near' | 'apart' | 'nearness'>,
  exclusions: Pick<ReviewExclusionsService, 'confirm' | 'keepAway'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function viewsOf(caller: Caller, found: readonly ReviewProblem[]) {
    const { scope } = caller;
    const [members, present] = await Promise.all([
      course.findMembers(scope, peopleIn(found)),
      reviews.findMany(
        scope,
        found.map(({ reviewId }) => reviewId),
      ),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const reviewOf = new Map(present.map((review) => [review.id, review]));
    const may = caller.can('peerReview.allocate');
    return found.map((problem) => {
      const waits = may && problem.answer === null;
      const replace = waits && isReplaceable(reviewOf.get(problem.reviewId) ?? null);
      return staffProblemView(problem, names, { dismiss: waits, replace });
    });
  }

  /** What the reporter would review instead. */
  async function findInstead(
    scope: CourseScope,
    { activityId, reporterId }: ReviewProblem,
  ): Promise<Review | null> {
    const activity = await activities.find(scope, activityId);
    if (!activity?.allocation) return null;
    const review = peerReviewOf(activity);
    // Who takes one work after the other takes the next.
    if (isRolling(review)) return null;
    const [own, all, loads, tasks] = await Promise.all([
      submissions.findByAuthor(scope, activityId, reporterId),
      submissions.listUntil(scope, activityId, clock.now()),
      reviews.listLabels(scope, activityId),
      reviews.listByReviewer(scope, activityId, reporterId),
    ]);
    // A group that reviews together gets another work as any other that has too few.
    if (!own || review.settings.reviewers.kind === 'groups') return null;
    const { allocation } = activity;
    const { reviewsPerLearner } = review.settings;
    const near = await pools.near(scope, activityId, allocation, reviewsPerLearner);
    const apart = await pools.apart(scope, activityId);
    const former = new Set(await learnerWorks.findFormerLearners(scope, all.flatMap(authorsOf)));
    const present = all.filter((work) => authorsOf(work).some((id) => !former.has(id)));
    const open = present.filter((work) => !isApartFromWork(apart, reporterId, work));
    const foreign = open.filter(({ id }) => id !== own.id);
    const nearness = await pools.nearness(scope, allocation, null, present, authorsOf, reviewsPerLearner);
    const others = own.group ? nearness.choose([reporterId], foreign) : near(own, open);
    const snapshot = { own, reviewerId: reporterId, others, tasks, ...loads };
    const chosen = chooseInstead(snapshot, activity.allocation.seed);
    if (!chosen) return null;
    const ofWork = await reviews.listByAuthor(scope, activityId, chosen.authorId);
    return withFreeLabels(chosen, ofWork, tasks);
  }

  async function answerOnce(
    caller: Caller,
    activityId: string,
    problemId: string,
    command: { action: 'replace' | 'dismiss'; words: string; expectedRevision: number },
  ): Promise<ReviewProblem> {
    const { scope, member } = caller;
    const found = await problems.find(scope, problemId);
    const problem = found?.activityId === activityId ? found : null;
    const review = problem && (await reviews.find(scope, activityId, problem.reviewId));
    const isOpen = problem !== null && problem.answer === null;
    const instead = isOpen && command.action === 'replace' ? await findInstead(scope, problem) : null;
    const now = clock.now();
    const decision = decideAnswer(problem, review, { ...command, instead }, member.id, now);
    if (decision.type === 'refuse') throw new AppError(decision.reason);
    if (decision.type === 'answer') {
      const event = courseEvent(
        'reviewProblem.answered',
        { kind: 'reviewProblem', id: problemId },
        caller,
        now,
        {
          activityId,
          reviewId: decision.problem.reviewId,
          action: command.action,
          insteadReviewId: instead?.id ?? null,
        },
      );
      if (!(await problems.answer(decision.problem, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
    }
    return decision.problem;
  }

  return {
    /** The newest first; four round trips, two at a time. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const { scope } = caller;
      const [review, found] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        problems.listOfActivity(
          scope,
          activityId,
          after === undefined ? null : readMomentKey(after),
          limit + 1,
        ),
      ]);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        title: review.settings.title,
        items: await viewsOf(caller, page),
        next: found.length > limit && last ? momentKey({ at: last.reportedAt, id: last.id }) : null,
      };
    },

    /** @throws AppError NOT_FOUND, PROBLEM_ANSWERED, STALE_REVISION, REVIEW_SUBMITTED */
    async answer(
      caller: Caller,
      activityId: string,
      problemId: string,
      command: { action: 'replace' | 'dismiss'; words: string; expectedRevision: number },
    ) {
      const problem = await answerOnce(caller, activityId, problemId, command);
      const [view] = await viewsOf(caller, [problem]);
      if (!view) throw new Error('a report has no view');
      return view;
    },

    /** Carries out what was answered; repeated until it is through, and repeating it changes nothing more. */
    async carryOut(scope: CourseScope, { subject, actor, requestId }: DomainEvent): Promise<void> {
      const problem = await problems.find(scope, subject.id);
      if (problem?.answer?.action !== 'replace') return;
      const { activityId, reviewId, reporterId, authorId } = problem;
      const { instead } = problem.answer;
      // First: what is taken away must not be given to the same person again.
      const by = { actor, requestId };
      const review = await reviews.find(scope, activityId, reviewId);
      const isConflict = problem.kind === 'conflict';
      // A conflict is the reporter's own; what is taken away is nobody's of the group that reviews.
      const awayFrom = isConflict ? reporterId : (review?.reviewerId ?? reporterId);
      for (const one of authorsOf(problem)) {
        if (isConflict) await exclusions.confirm(scope, [awayFrom, one], by);
        else await exclusions.keepAway(scope, activityId, [awayFrom, one], true, by);
      }
      await reviews.removeUnsubmitted(scope, reviewId);
      if (instead) await reviews.insertMissing([instead]);
      const works = await submissions.findByAuthors(scope, activityId, [
        authorId,
        ...(instead ? [instead.authorId] : []),
      ]);
      const reviewing = review ? reviewersOf(review) : [reporterId];
      const memberIds = [...new Set([...reviewing, authorId, ...works.flatMap(authorsOf)])];
      await noteAdded(
        activities,
        scope,
        {
          activityId,
          submissionId: instead?.submissionId ?? reviewId,
          reviewerIds: instead ? [reporterId] : [],
          memberIds,
        },
        BY,
      );
      eventsWritten();
    },
  };
}

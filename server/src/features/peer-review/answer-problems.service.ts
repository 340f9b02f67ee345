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
  {
    submissions,
    reviews,
    comparisons,
    problems,
  }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'comparisons' | 'problems'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners'>,
  pools: Pick<ReviewPools, 'near' | 'apart' | 'nearness'>,
  exclusions: Pick<ReviewExclusionsService, 'confirm' | 'keepAway'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** The reviews and comparisons that some reports are about, as far as they are there, by their ids. */
  async function aboutOf(scope: CourseScope, some: readonly ReviewProblem[]) {
    const idsOf = (compared: boolean) =>
      some.filter(({ side }) => (side !== undefined) === compared).map(({ reviewId }) => reviewId);
    const [reviewed, compared] = [idsOf(false), idsOf(true)];
    const found = await Promise.all([
      reviewed.length === 0 ? [] : reviews.findMany(scope, reviewed),
      comparisons.findMany(scope, compared),
    ]);
    return new Map(found.flat().map(({ id, state }) => [id, { state }]));
  }

  async function viewsOf(caller: Caller, found: readonly ReviewProblem[]) {
    const { scope } = caller;
    const [members, about] = await Promise.all([
      course.findMembers(scope, peopleIn(found)),
      aboutOf(scope, found),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const may = caller.can('peerReview.allocate');
    return found.map((problem) => {
      const waits = may && problem.answer === null;
      const replace = waits && isReplaceable(about.get(problem.reviewId) ?? null);
      return staffProblemView(problem, names, { dismiss: waits, replace });
    });
  }

  /** What the reporter would review instead. */
  async function findInstead(
    scope: CourseScope,
    { activityId, reporterId, side }: ReviewProblem,
  ): Promise<Review | null> {
    // Other pairs are drawn once this one is taken away.
    if (side) return null;
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
    const review = problem && ((await aboutOf(scope, [problem])).get(problem.reviewId) ?? null);
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

  /** From everybody whose work it is. @param isConflict in the whole course */
  async function keepApart(
    scope: CourseScope,
    activityId: string,
    awayFrom: string,
    work: Pick<ReviewProblem, 'authorId' | 'group'>,
    isConflict: boolean,
    by: By,
  ): Promise<void> {
    for (const one of authorsOf(work)) {
      if (isConflict) await exclusions.confirm(scope, [awayFrom, one], by);
      else await exclusions.keepAway(scope, activityId, [awayFrom, one], true, by);
    }
  }

  /** Neither this pair nor another with the work comes back; the job that follows draws others. */
  async function carryOutComparing(scope: CourseScope, problem: ReviewProblem, by: By): Promise<void> {
    const { activityId, reviewId, reporterId, kind } = problem;
    await keepApart(scope, activityId, reporterId, problem, kind === 'conflict', by);
    const [comparison] = await comparisons.findMany(scope, [reviewId]);
    await comparisons.removeUnsubmitted(scope, reviewId);
    const memberIds = [...new Set([reporterId, ...authorsOf(problem), ...(comparison?.authorIds ?? [])])];
    const added = { activityId, submissionId: reviewId, reviewerIds: [], memberIds };
    await noteAdded(activities, scope, added, BY);
    eventsWritten();
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
      const by = { actor, requestId };
      if (problem.side) return carryOutComparing(scope, problem, by);
      const { activityId, reviewId, reporterId, authorId } = problem;
      const { instead } = problem.answer;
      // First: what is taken away must not be given to the same person again.
      const review = await reviews.find(scope, activityId, reviewId);
      const isConflict = problem.kind === 'conflict';
      // A conflict is the reporter's own; what is taken away is nobody's of the group that reviews.
      const awayFrom = isConflict ? reporterId : (review?.reviewerId ?? reporterId);
      await keepApart(scope, activityId, awayFrom, problem, isConflict, by);
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

import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId, newSecret } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type ActivityService, type By, createGradeRuns } from '../activity/index.ts';
import type { GiveOutService } from './give-out.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import {
  decideClose,
  decideRelease,
  decideStartReviews,
  decideWithdraw,
  recomputesItself,
  releasesItself,
  type Working,
} from './phases.domain.ts';
import { getPeerReview, peerReviewOf } from './settings.service.ts';

/** Activities of one course in which a member's accommodation changes grades. */
const NEWEST = 500;

export type PhasesService = ReturnType<typeof createPhasesService>;

/** From handing in to reviewing to the release. */
export function createPhasesService(
  stores: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  learnerWorks: LearnerWorks,
  pools: Pick<ReviewPools, 'setsFor'>,
  giving: GiveOutService,
) {
  const { submissions } = stores;
  const { giveOut, anySubmitted } = giving;
  const { countWorks, findFormerLearners } = learnerWorks;
  const runs = createGradeRuns(activities, clock, eventsWritten);
  const bySystem = (job: string): By => ({ actor: { kind: 'system', job }, requestId: null });

  /** @returns false when the guard did not hold: somebody was faster. */
  const move = async (...change: Parameters<ActivityService['updateState']>): Promise<boolean> => {
    const moved = (await activities.updateState(...change)) !== null;
    if (moved) eventsWritten();
    return moved;
  };

  /** Asks for an allocation; the guard lets one of several simultaneous requests through. */
  const requestAllocation = async (
    scope: CourseScope,
    { id: activityId, settings }: PeerReview,
    by: By,
  ): Promise<boolean> => {
    const runId = newId();
    const sets = await pools.setsFor(scope, settings);
    return move(
      scope,
      activityId,
      { phase: 'submission', allocation: null },
      // The seed is a secret: whoever knew it could work out who reviews whom.
      { allocation: { runId, seed: newSecret(), requestedAt: clock.now(), doneAt: null, ...sets } },
      { type: 'allocation.requested', data: { runId } },
      by,
    );
  };

  async function noteFormerLearners(
    scope: CourseScope,
    activityId: string,
    runId: string,
    authorIds: readonly string[],
  ): Promise<readonly string[]> {
    const former = await findFormerLearners(scope, authorIds);
    const { allocation } = await activities.excludeFromAllocation(scope, activityId, runId, former);
    // Another server may have been faster: what it noted counts.
    return allocation?.excluded ?? former;
  }

  return {
    /**
     * Closes submissions and has reviewers allocated.
     *
     * @throws AppError ALLOCATION_NEEDS_TWO, ALLOCATION_ALREADY_DONE, NOT_FOUND
     */
    async startReviews(caller: Caller, activityId: string): Promise<{ working: 'allocating' }> {
      const { scope, actor, requestId } = caller;
      const [review, count] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        countWorks(scope, activityId),
      ]);
      const decision = decideStartReviews(review, count);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      // When the guard fails, somebody else has just started them: the same outcome.
      if (decision.type === 'accept') await requestAllocation(scope, review, { actor, requestId });
      return { working: 'allocating' };
    },

    /**
     * Shows grades and has them entered into the ledger, or computed anew where they are released already.
     *
     * @throws AppError NOTHING_TO_RELEASE, NOT_FOUND
     */
    async release(caller: Caller, activityId: string): Promise<{ working: Working }> {
      const { scope, actor, requestId } = caller;
      const [review, any] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        anySubmitted(scope, activityId),
      ]);
      const decision = decideRelease(review, any);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'atWork') return { working: decision.working };
      // When the guard fails, somebody else has just released: the same outcome.
      await runs.release(scope, review, { actor, requestId });
      return { working: 'releasing' };
    },

    /**
     * Takes released grades back.
     *
     * @throws AppError GRADES_NOT_RELEASED, NOT_FOUND
     */
    async withdraw({ scope, actor, requestId }: Caller, activityId: string): Promise<{ working: Working }> {
      const review = await getPeerReview(activities, scope, activityId);
      const decision = decideWithdraw(review);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'atWork') return { working: decision.working };
      await runs.withdraw(scope, review, 'review', { actor, requestId });
      return { working: 'withdrawing' };
    },

    /** When reviews close, where grades change with that by themselves; null for all else. */
    async reviewsCloseAt(scope: CourseScope, activityId: string): Promise<Date | null> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return null;
      const { releaseMode, columns, workMethod, comparison, reviewsCloseAt } =
        peerReviewOf(activity).settings;
      // Every review may change what the others weigh: who was graded early is graded once more when all are there.
      const follows = columns.kind !== 'work' || workMethod !== 'median' || comparison !== null;
      return releaseMode.kind === 'immediate' && follows ? new Date(reviewsCloseAt) : null;
    },

    /** When grades release themselves: on a date that is set; null for all else. */
    async releaseAt(scope: CourseScope, activityId: string): Promise<Date | null> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return null;
      const { phase, settings } = peerReviewOf(activity);
      const { releaseMode } = settings;
      return phase !== 'released' && releaseMode.kind === 'date' ? new Date(releaseMode.releaseAt) : null;
    },

    /**
     * Releases grades that release themselves, when there is something to release.
     *
     * @returns whether released grades now change with their reviews by themselves.
     */
    async releaseIfDue(scope: CourseScope, activityId: string): Promise<{ recomputes: boolean }> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return { recomputes: false };
      const review = peerReviewOf(activity);
      const isDue = releasesItself(review, clock.now());
      if (!isDue) return { recomputes: recomputesItself(review) };
      const decision = decideRelease(review, await anySubmitted(scope, activityId));
      if (decision.type !== 'accept') return { recomputes: false };
      if (await runs.release(scope, review, bySystem('peer-review.release'))) return { recomputes: false };
      // Somebody else has released meanwhile, perhaps before what brought us here was written.
      const after = await activities.find(scope, activityId);
      return { recomputes: after !== null && recomputesItself(peerReviewOf(after)) };
    },

    /** The job behind `startReviews`: repeating it adds nothing, as seed and submissions decide everything. */
    async allocate(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return;
      const review = peerReviewOf(activity);
      const { allocation } = review;
      if (allocation?.runId !== runId || allocation.doneAt) return;
      const works = await submissions.listUntil(scope, activityId, allocation.requestedAt);
      // Noted before anything is allocated: a repeated run must not see other people than the one that crashed.
      const excluded = new Set(
        allocation.excluded ?? (await noteFormerLearners(scope, activityId, runId, works.flatMap(authorsOf))),
      );
      const reviewersOf = (work: Submission) => authorsOf(work).filter((id) => !excluded.has(id));
      const present = works.filter((work) => reviewersOf(work).length > 0);
      const { count, shortfall } = await giveOut(scope, review, allocation, present, reviewersOf);
      await move(
        scope,
        activityId,
        { 'allocation.runId': runId, 'allocation.doneAt': null },
        { phase: 'review', allocation: { ...allocation, excluded: [...excluded], doneAt: clock.now() } },
        {
          type: 'allocation.done',
          data: {
            runId,
            reviews: count,
            shortfall,
            excluded: excluded.size,
          },
        },
        bySystem('peer-review.allocate'),
      );
    },

    /** Whether learners see their grades. */
    async isReleased(scope: CourseScope, activityId: string): Promise<boolean> {
      return (await activities.find(scope, activityId))?.phase === 'released';
    },

    /** Whether grades are released, and change with how helpful authors find reviews. */
    async countsHelpfulness(scope: CourseScope, activityId: string): Promise<boolean> {
      const found = await activities.find(scope, activityId);
      return found?.phase === 'released' && peerReviewOf(found).settings.helpfulness !== null;
    },

    /** The newest peer reviews of the course. */
    async listActivities(scope: CourseScope): Promise<string[]> {
      const newest = await activities.listNewest(scope, NEWEST);
      return newest.filter(({ type }) => type === 'peerReview').map(({ id }) => id);
    },

    /** When submissions close; null when the reviews have been started already, or the activity is gone. */
    async submissionsCloseAt(scope: CourseScope, activityId: string): Promise<Date | null> {
      const activity = await activities.find(scope, activityId);
      if (!activity || activity.allocation) return null;
      return new Date(peerReviewOf(activity).settings.submissionsCloseAt);
    },

    /** The job that comes with the date for submissions: starts reviews when there are works to review. */
    async closeSubmissions(scope: CourseScope, activityId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return;
      const review = peerReviewOf(activity);
      const count = await countWorks(scope, activityId);
      if (decideClose(review, count, clock.now()) === 'start') {
        await requestAllocation(scope, review, bySystem('peer-review.close-submissions'));
      }
    },

    runFinished: runs.finished,
  };
}

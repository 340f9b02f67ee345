import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId, newSecret } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { GiveOutService } from './give-out.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import { decideClose, decideStartReviews } from './phases.domain.ts';
import { createReleases } from './releases.service.ts';
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
  const { giveOut } = giving;
  const { countWorks, findFormerLearners } = learnerWorks;
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
      const reviewersOf = (work: Pick<Submission, 'authorId' | 'group'>) =>
        authorsOf(work).filter((id) => !excluded.has(id));
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

    ...createReleases(activities, submissions, clock, eventsWritten, learnerWorks, giving),
  };
}

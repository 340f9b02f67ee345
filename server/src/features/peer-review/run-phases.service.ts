import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId, newSecret } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { allocateReviews } from './allocate-reviews.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { decideClose, decideRelease, decideStartReviews } from './phases.domain.ts';
import { getPeerReview, peerReviewOf } from './settings.service.ts';

/** Two submissions are enough to start: no need to count further. */
const ENOUGH = 2;
/** Authors looked up at once. */
const CHUNK = 500;

export type PhasesService = ReturnType<typeof createPhasesService>;

/** From handing in to reviewing to the release. */
export function createPhasesService(
  stores: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  course: Pick<CourseService, 'findMembers'>,
) {
  const { submissions, reviews } = stores;
  const bySystem = (job: string): By => ({ actor: { kind: 'system', job }, requestId: null });

  const move = async (...change: Parameters<ActivityService['updateState']>): Promise<void> => {
    if (await activities.updateState(...change)) eventsWritten();
  };

  /** Asks for an allocation; the guard lets one of several simultaneous requests through. */
  const requestAllocation = (scope: CourseScope, activityId: string, by: By): Promise<void> => {
    const runId = newId();
    return move(
      scope,
      activityId,
      { phase: 'submission', allocation: null },
      // The seed is a secret: whoever knew it could work out who reviews whom.
      { allocation: { runId, seed: newSecret(), requestedAt: clock.now(), doneAt: null } },
      { type: 'allocation.requested', data: { runId } },
      by,
    );
  };

  /** Works by learners of the course, counted until there are enough to start. */
  async function countWorks(scope: CourseScope, activityId: string): Promise<number> {
    let count = 0;
    let after: string | null = null;
    do {
      const authors: string[] = await submissions.listAuthors(scope, activityId, after, CHUNK);
      count += (await course.findMembers(scope, authors)).filter(countsAsLearner).length;
      after = authors.length === CHUNK ? (authors.at(-1) ?? null) : null;
    } while (count < ENOUGH && after !== null);
    return count;
  }

  /** Authors who have left the course, or are learners no more: they review nothing and nobody reviews their work. */
  async function findFormerLearners(scope: CourseScope, authorIds: readonly string[]): Promise<string[]> {
    const former: string[] = [];
    for (let start = 0; start < authorIds.length; start += CHUNK) {
      const ids = authorIds.slice(start, start + CHUNK);
      const members = await course.findMembers(scope, ids);
      const learners = new Set(members.filter(countsAsLearner).map(({ id }) => id));
      former.push(...ids.filter((id) => !learners.has(id)));
    }
    return former;
  }

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
      if (decision.type === 'accept') await requestAllocation(scope, activityId, { actor, requestId });
      return { working: 'allocating' };
    },

    /**
     * Shows grades and has them entered into the ledger; repeat it after late reviews.
     *
     * @throws AppError NOTHING_TO_RELEASE, NOT_FOUND
     */
    async release(caller: Caller, activityId: string): Promise<{ working: 'releasing' }> {
      const { scope, actor, requestId } = caller;
      const [review, any] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        reviews.anySubmitted(scope, activityId),
      ]);
      const decision = decideRelease(review, any);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'accept') {
        const now = clock.now();
        const runId = newId();
        await move(
          scope,
          activityId,
          // When it fails, somebody else has just released: the same outcome.
          { phase: review.phase, 'release.runId': review.release?.runId ?? null },
          { phase: 'released', releasedAt: now, release: { runId, requestedAt: now, doneAt: null } },
          { type: 'grades.released', data: { runId } },
          { actor, requestId },
        );
      }
      return { working: 'releasing' };
    },

    /** The job behind `startReviews`: repeating it adds nothing, as seed and submissions decide everything. */
    async allocate(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      if (!activity) return;
      const { allocation, settings } = peerReviewOf(activity);
      if (allocation?.runId !== runId || allocation.doneAt) return;
      const works = await submissions.listUntil(scope, activityId, allocation.requestedAt);
      // Noted before anything is allocated: a repeated run must not see other people than the one that crashed.
      const excluded = new Set(
        allocation.excluded ??
          (await noteFormerLearners(
            scope,
            activityId,
            runId,
            works.map(({ authorId }) => authorId),
          )),
      );
      const present = works.filter(({ authorId }) => !excluded.has(authorId));
      const allocated = allocateReviews(present, settings.reviewsPerLearner, allocation.seed);
      await reviews.insertMissing(allocated.reviews);
      await move(
        scope,
        activityId,
        { 'allocation.runId': runId, 'allocation.doneAt': null },
        { phase: 'review', allocation: { ...allocation, excluded: [...excluded], doneAt: clock.now() } },
        {
          type: 'allocation.done',
          data: {
            runId,
            reviews: allocated.reviews.length,
            shortfall: allocated.shortfall,
            excluded: excluded.size,
          },
        },
        bySystem('peer-review.allocate'),
      );
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
      const count = await countWorks(scope, activityId);
      if (decideClose(peerReviewOf(activity), count, clock.now()) === 'start') {
        await requestAllocation(scope, activityId, bySystem('peer-review.close-submissions'));
      }
    },

    /** Notes that the grade run of a release is through. */
    async runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      if (activity?.release?.runId !== runId || activity.release.doneAt) return;
      await move(
        scope,
        activityId,
        { 'release.runId': runId, 'release.doneAt': null },
        { release: { ...activity.release, doneAt: clock.now() } },
        { type: 'grades.runDone', data: { runId } },
        bySystem('gradebook.run'),
      );
    },
  };
}

import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type ActivityService, type By, createGradeRuns } from '../activity/index.ts';
import type { GiveOutService } from './give-out.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { authorsOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import {
  decideRelease,
  decideWithdraw,
  isReleasedToSome,
  recomputesItself,
  releasesItself,
  type Working,
} from './phases.domain.ts';
import { getPeerReview, peerReviewOf } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Showing results to everybody or to some, and taking them back (spec/peer-review.md, 11). */
export function createReleases(
  activities: ActivityService,
  submissions: PeerReviewStores['submissions'],
  clock: Clock,
  eventsWritten: () => void,
  { findFormerLearners }: Pick<LearnerWorks, 'findFormerLearners'>,
  { anySubmitted }: Pick<GiveOutService, 'anySubmitted'>,
) {
  const runs = createGradeRuns(activities, clock, eventsWritten);
  const bySystem = (job: string): By => ({ actor: { kind: 'system', job }, requestId: null });

  /** Who of them are learners, with all who share their works: one grade for each work. */
  async function sharersAmong(scope: CourseScope, activityId: string, memberIds: readonly string[]) {
    const works = await submissions.findByAuthors(scope, activityId, memberIds);
    const all = [...new Set([...memberIds, ...works.flatMap(authorsOf)])];
    const former = new Set(await findFormerLearners(scope, all));
    return all.filter((id) => !former.has(id));
  }

  /**
   * Releases grades that release themselves, when there is something to release.
   *
   * @returns whether released grades now change with their reviews by themselves.
   */
  async function releaseIfDue(scope: CourseScope, activityId: string): Promise<{ recomputes: boolean }> {
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
  }

  return {
    releaseIfDue,

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
     * Shows results to some learners alone, or computes theirs anew where all are released.
     *
     * @throws AppError NOTHING_TO_RELEASE, STALE_REVISION while another run is at work, NOT_FOUND
     */
    async releaseTo(
      { scope, actor, requestId }: Caller,
      activityId: string,
      chosen: readonly string[],
    ): Promise<{ working: Working }> {
      const [review, any, memberIds] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        anySubmitted(scope, activityId),
        sharersAmong(scope, activityId, chosen),
      ]);
      const decision = decideRelease(review, any && memberIds.length > 0);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'accept' && (await runs.release(scope, review, { actor, requestId }, memberIds)))
        return { working: 'releasing' };
      // Another run is at work: only the same request once more has what it wants.
      const { release } = await getPeerReview(activities, scope, activityId);
      const isSame = release?.doneAt === null && memberIds.every((id) => release.memberIds?.includes(id));
      if (!isSame) throw new AppError('STALE_REVISION');
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

    /** Whether learners, or some of them, see their grades. */
    async isReleased(scope: CourseScope, activityId: string): Promise<boolean> {
      const activity = await activities.find(scope, activityId);
      return activity !== null && (activity.phase === 'released' || isReleasedToSome(peerReviewOf(activity)));
    },

    /** Who of some members sees results, or is about to by this run, though not everybody does. */
    async releasedAmong(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
      runId: string | null,
    ): Promise<string[]> {
      const [activity, changes] = await Promise.all([
        activities.find(scope, activityId),
        activities.findChanges(scope, activityId, memberIds),
      ]);
      if (!activity) return [];
      const review = peerReviewOf(activity);
      if (review.release?.runId === runId) return [...memberIds];
      return memberIds.filter((id) => withChangesOf(review, changes, id).phase === 'released');
    },

    /** Whether grades are released, and change with how helpful authors, or how good staff, find reviews. */
    async countsOpinions(
      scope: CourseScope,
      activityId: string,
      of: 'helpfulness' | 'quality',
    ): Promise<boolean> {
      const found = await activities.find(scope, activityId);
      if (!found) return false;
      const review = peerReviewOf(found);
      const isReleased = review.phase === 'released' || isReleasedToSome(review);
      return isReleased && review.settings[of] !== null;
    },

    /** Told when all entries of a grade run are written. */
    async runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      // What was to be released to everybody meanwhile had to wait.
      if (await runs.finished(scope, activityId, runId)) await releaseIfDue(scope, activityId);
    },
  };
}

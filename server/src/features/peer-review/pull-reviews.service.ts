import { NextWorkView } from '../../contracts/peer-review-pull.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { letterOf } from './allocate-late.domain.ts';
import { newReview } from './allocate-reviews.domain.ts';
import type { CalibrationService } from './calibration.service.ts';
import { authorsOf, type PeerReview, type Review } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isRolling } from './phases.domain.ts';
import {
  decideNext,
  heldFrom,
  inOrder,
  leastOf,
  type NextWork,
  nextTurn,
  poolsFor,
  type QueuedWork,
  reviewsAskedOf,
} from './pull-queue.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';
import type { TendQueueService } from './tend-queue.service.ts';

/** Works looked at before the next look: as many learners may take one at the same moment. */
const LOOK_AT = 16;
/** Each further round means that somebody else got what was there. */
const ROUNDS = 8;

interface Standing {
  readonly peerReview: PeerReview;
  readonly own: readonly Review[];
  readonly work: object | null;
  /** In the order in which to try them. */
  readonly works: readonly QueuedWork[];
  readonly next: NextWork;
}

/** Reviewers take one work after the other, as works come in (peer-review.md item 4). */
export function createPullReviewsService(
  { submissions, reviews, queue }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'queue'>,
  activities: ActivityService,
  tending: Pick<TendQueueService, 'refresh'>,
  calibration: Pick<CalibrationService, 'requirePassed'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Four round trips. @param looks how many works to look at */
  async function standingOf({ scope, member }: Caller, activityId: string, looks: number): Promise<Standing> {
    const [peerReview, own, queued] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.listByReviewer(scope, activityId, member.id),
      queue.findByAuthor(scope, activityId, member.id),
    ]);
    // What has just been handed in may not be in the queue yet.
    const work = queued ?? (await submissions.findByAuthor(scope, activityId, member.id));
    const handedIn = work !== null && !member.testUser;
    const asks = queued && isRolling(peerReview) && own.every(({ state }) => state === 'submitted');
    const notOf = own.map(({ authorId }) => authorId);
    const takeable = { reviewerId: member.id, notOf, ...poolsFor(peerReview, queued) };
    const found = asks ? await queue.listTakeable(scope, activityId, takeable, looks) : [];
    const works = inOrder(found, new Set(queued?.takers), leastOf(peerReview));
    const snapshot = { peerReview, handedIn, own, fewest: found[0] ?? null };
    return { peerReview, own, work, works, next: decideNext(snapshot, clock.now()) };
  }

  function reviewOf(work: QueuedWork, memberId: string, own: readonly Review[], extra: boolean): Review {
    const turn = nextTurn(own);
    return {
      ...newReview(work, memberId, letterOf(turn - 1), String(work.serial + 1), extra),
      turn,
      heldUntil: heldFrom(clock.now()),
    };
  }

  const takenEvent = ({ scope, actor, requestId }: Caller, review: Review) =>
    makeEvent({
      type: 'review.taken',
      at: clock.now(),
      actor,
      courseId: scope.courseId,
      subject: { kind: 'review', id: review.id },
      requestId,
      data: {
        activityId: review.activityId,
        authorId: review.authorId,
        authorIds: authorsOf(review),
        reviewerId: review.reviewerId,
        heldUntil: review.heldUntil?.toISOString(),
      },
    });

  /** Counts a review to a work that has changed meanwhile. @returns false when others have taken the place. */
  async function countIn({ scope }: Caller, work: QueuedWork, reviewerId: string): Promise<boolean> {
    for (let round = 0; round < ROUNDS; round++) {
      const now = await queue.findByAuthor(scope, work.activityId, work.authorId);
      // Another tab of the same person has counted it.
      if (now?.takers.includes(reviewerId)) return true;
      if (!now || now.taken > work.taken) return false;
      if (await queue.take(scope, now, reviewerId)) return true;
    }
    return false;
  }

  /** @returns the review, or null when all that was there is gone: look again. */
  async function takeOne(caller: Caller, { works, own }: Standing, extra: boolean): Promise<Review | null> {
    const { scope, member } = caller;
    for (const work of works) {
      const review = reviewOf(work, member.id, own, extra);
      // Side by side, as each waits for the disk. The review is the truth: what the work counts follows from it.
      const [isCounted, isInserted] = await Promise.all([
        queue.take(scope, work, member.id),
        reviews.insertTaken(review, takenEvent(caller, review)),
      ]);
      if (!isInserted) {
        // Another tab of the same person was faster.
        if (isCounted) await tending.refresh(scope, work.activityId, work.authorId);
        return null;
      }
      if (isCounted || (await countIn(caller, work, member.id))) return review;
      await reviews.removeUnbegun(scope, review.id);
    }
    return null;
  }

  const viewOf = ({ peerReview, own, work, next }: Omit<Standing, 'works'>) => {
    const review = next.state === 'open' ? next.review : null;
    const closeAt = peerReview.settings.submissionsCloseAt;
    return NextWorkView.parse({
      state: next.state,
      reviewId: review?.id ?? null,
      heldUntil: review?.heldUntil?.toISOString() ?? null,
      done: own.filter(({ state }) => state === 'submitted').length,
      of: reviewsAskedOf(peerReview, work, own),
      worksUntil: Date.parse(closeAt) > clock.now().getTime() ? closeAt : null,
    });
  };

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async next(caller: Caller, activityId: string): Promise<NextWorkView> {
      return viewOf(await standingOf(caller, activityId, 1));
    },

    /**
     * Takes the next work. Who has one open gets that one: two requests at the same moment take one.
     *
     * @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN, CALIBRATION_NEEDED
     */
    async take(caller: Caller, activityId: string): Promise<NextWorkView> {
      for (let round = 0; ; round++) {
        const standing = await standingOf(caller, activityId, LOOK_AT);
        const { next } = standing;
        if (!('extra' in next) || round === ROUNDS) return viewOf(standing);
        await calibration.requirePassed(caller, standing.peerReview);
        const review = await takeOne(caller, standing, next.extra);
        if (!review) continue;
        eventsWritten();
        const own = [...standing.own, review];
        return viewOf({ ...standing, own, next: { state: 'open', review } });
      }
    },
  };
}

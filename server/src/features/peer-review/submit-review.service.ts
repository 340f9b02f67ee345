import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CalibrationService } from './calibration.service.ts';
import { draftOfReview } from './drafts.domain.ts';
import type { HoldReview } from './hold-review.service.ts';
import { createKeptDrafts, type DraftSaved, untilThrough } from './kept-drafts.service.ts';
import {
  authorsOf,
  type Draft,
  type Review,
  type ReviewContent,
  type ReviewVersion,
  reviewersOf,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { figuresOf } from './review-figures.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';
import { decideSubmitReview, type ReviewRefusal, type SubmitReview } from './submit-review.domain.ts';

/** Writing and submitting reviews. */
export function createSubmitReviewService(
  stores: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  calibration: Pick<CalibrationService, 'requirePassed'>,
  hold: HoldReview,
) {
  const { drafts, reviews, submissions } = stores;
  const kept = createKeptDrafts(drafts, clock);

  const advance = (caller: Caller, review: Review, version: ReviewVersion): Promise<boolean> =>
    reviews.advance(
      caller.scope,
      version,
      figuresOf(version),
      makeEvent({
        type: 'review.submitted',
        at: version.at,
        actor: caller.actor,
        courseId: review.courseId,
        subject: { kind: 'review', id: review.id },
        requestId: caller.requestId,
        data: {
          activityId: review.activityId,
          authorId: review.authorId,
          authorIds: authorsOf(review),
          reviewerId: review.reviewerId,
          reviewerIds: reviewersOf(review),
          version: version.version,
          points: version.points,
          maximum: version.maximum,
        },
      }),
    );

  async function snapshotOf(
    { scope, member }: Caller,
    activityId: string,
    command: SubmitReview,
    id: string,
  ) {
    const [peerReview, review, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.findOwn(scope, activityId, id, member.id),
      drafts.find(scope, draftOfReview(id)),
    ]);
    const moved = review && review.version > 0 && draft.revision !== command.expectedRevision;
    const asksPlaces = review && (command.inline ?? []).length > 0;
    const [[submitted], work] = await Promise.all([
      moved ? reviews.findVersions(scope, [{ reviewId: id, version: review.version }]) : [],
      asksPlaces ? submissions.findVersion(scope, review.submissionId, review.submissionVersion) : null,
    ]);
    return { peerReview, review, draft, submitted: submitted ?? null, work };
  }

  async function refuse(
    { scope, member }: Caller,
    { review, draft }: { review: Review | null; draft: Draft<ReviewContent> },
    reviewId: string,
    refusal: ReviewRefusal,
    content: ReviewContent,
  ): Promise<never> {
    if (review && refusal.keepDraft) await hold(scope, review, member.id);
    return kept.refuse(scope, draftOfReview(reviewId), draft, refusal, content);
  }

  async function submitOnce(
    caller: Caller,
    activityId: string,
    reviewId: string,
    command: SubmitReview,
  ): Promise<boolean> {
    const snapshot = await snapshotOf(caller, activityId, command, reviewId);
    const { review, draft } = snapshot;
    if (review?.state === 'toDo') await calibration.requirePassed(caller, snapshot.peerReview);
    const decision = decideSubmitReview(snapshot, command, clock.now());
    if (decision.type === 'repeated') return true;
    if (decision.type === 'refuse') return refuse(caller, snapshot, reviewId, decision, command);
    if (!review) throw new AppError('NOT_ALLOCATED');
    // Before what is written is stored: a work that was taken cannot go back from here on.
    if (isHeld(review)) await hold(caller.scope, review, caller.member.id);
    // The draft first: it is what two tabs of one person compete for.
    const key = draftOfReview(reviewId);
    if ((await kept.bring(caller.scope, key, draft, decision.version)) === null) return false;
    const by = review.reviewers && { by: caller.member.id };
    const version = { ...decision.version, ...by, reviewId, at: clock.now() };
    if (await reviews.insertVersion(caller.scope, version)) return advance(caller, review, version);
    // The version is there but not current: its request crashed or is at this very point. Finish it, as it had been
    // accepted; then this request is decided again after it.
    const [other] = await reviews.findVersions(caller.scope, [{ reviewId, version: version.version }]);
    if (other) await advance(caller, review, other);
    return false;
  }

  return {
    /**
     * Keeps an unfinished review, also after the date: nothing is lost, only submitting is closed.
     *
     * @throws AppError NOT_ALLOCATED, CALIBRATION_NEEDED, NOT_FOUND, STALE_REVISION when another tab saved something
     *   else meanwhile
     */
    async saveDraft(
      caller: Caller,
      activityId: string,
      reviewId: string,
      content: ReviewContent,
      expectedRevision: number,
    ): Promise<DraftSaved> {
      const { scope, member } = caller;
      const [peerReview, review] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        reviews.findOwn(scope, activityId, reviewId, member.id),
      ]);
      if (!review || peerReview.phase === 'submission') throw new AppError('NOT_ALLOCATED');
      if (review.state === 'toDo') await calibration.requirePassed(caller, peerReview);
      await hold(scope, review, member.id);
      return kept.save(scope, draftOfReview(reviewId), content, expectedRevision);
    },

    /**
     * Submits the review, or its next version while reviews are open; what is refused is kept as the draft, unless
     * another tab's is newer.
     *
     * @throws AppError NOT_ALLOCATED, STALE_REVISION, REVIEWS_CLOSED, RATING_MISSING, RATING_OUT_OF_RANGE,
     *   COMMENT_REQUIRED, INLINE_PLACE_UNKNOWN, ANONYMITY_CHANGED, CALIBRATION_NEEDED, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, reviewId: string, command: SubmitReview): Promise<void> {
      await untilThrough(() => submitOnce(caller, activityId, reviewId, command));
      eventsWritten();
    },
  };
}

/** Whether it is to be noted before anything is stored that somebody writes it. */
const isHeld = ({ turn, state, reviewers }: Review): boolean =>
  (turn !== undefined && state === 'toDo') || reviewers !== undefined;

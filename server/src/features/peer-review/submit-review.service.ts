import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { reviewDraft } from './drafts.store.ts';
import {
  type Draft,
  type Review,
  type ReviewContent,
  type ReviewVersion,
  sameContent,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getOwnPeerReview } from './settings.service.ts';
import { decideSubmitReview, type ReviewRefusal, type SubmitReview } from './submit-review.domain.ts';
import type { DraftSaved } from './submit-work.service.ts';

/** Writing and submitting reviews. */
export function createSubmitReviewService(
  stores: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const { drafts, reviews } = stores;

  const advance = (caller: Caller, review: Review, version: ReviewVersion): Promise<boolean> =>
    reviews.advance(
      caller.scope,
      version,
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
          reviewerId: review.reviewerId,
          version: version.version,
          points: version.points,
          maximum: version.maximum,
        },
      }),
    );

  /** Brings the draft to `content`. @returns its revision after it, or null when another tab saved meanwhile. */
  async function bringDraft(
    { scope, member }: Caller,
    reviewId: string,
    draft: Draft<ReviewContent>,
    content: ReviewContent,
  ): Promise<number | null> {
    if (draft.revision > 0 && sameContent(draft.content, content)) return draft.revision;
    const { ratings, comment } = content;
    const key = reviewDraft(reviewId, member.id);
    const saved = await drafts.save(scope, key, { ratings, comment }, draft.revision, clock.now());
    return saved ? draft.revision + 1 : null;
  }

  async function snapshotOf(
    { scope, member }: Caller,
    activityId: string,
    command: SubmitReview,
    id: string,
  ) {
    const [peerReview, review, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.findOwn(scope, activityId, id, member.id),
      drafts.find(scope, reviewDraft(id, member.id)),
    ]);
    const moved = review && review.version > 0 && draft.revision !== command.expectedRevision;
    const [submitted] = moved
      ? await reviews.findVersions(scope, [{ reviewId: id, version: review.version }])
      : [];
    return { peerReview, review, draft, submitted: submitted ?? null };
  }

  /** Keeps what was refused as the draft where the decision says so, then tells why. */
  async function refuse(
    caller: Caller,
    { review, draft }: { review: Review | null; draft: Draft<ReviewContent> },
    refusal: ReviewRefusal,
    content: ReviewContent,
  ): Promise<never> {
    let revision: number | null = null;
    if (review && refusal.keepDraft) {
      revision = await bringDraft(caller, review.id, draft, content);
      await markBegun(caller, review);
    }
    throw new AppError(refusal.reason, {
      ...('criterionId' in refusal && { criterionId: refusal.criterionId }),
      revision: revision ?? draft.revision,
    });
  }

  async function submitOnce(
    caller: Caller,
    activityId: string,
    reviewId: string,
    command: SubmitReview,
  ): Promise<boolean> {
    const snapshot = await snapshotOf(caller, activityId, command, reviewId);
    const { review, draft } = snapshot;
    const decision = decideSubmitReview(snapshot, command, clock.now());
    if (decision.type === 'repeated') return true;
    if (decision.type === 'refuse') return refuse(caller, snapshot, decision, command);
    if (!review) throw new AppError('NOT_ALLOCATED');
    // The draft first: it is what two tabs of one person compete for.
    if ((await bringDraft(caller, reviewId, draft, decision.version)) === null) return false;
    const version = { ...decision.version, reviewId, at: clock.now() };
    if (await reviews.insertVersion(caller.scope, version)) return advance(caller, review, version);
    // The version is there but not current: its request crashed or is at this very point. Finish it, as it had been
    // accepted; then this request is decided again after it.
    const [other] = await reviews.findVersions(caller.scope, [{ reviewId, version: version.version }]);
    if (other) await advance(caller, review, other);
    return false;
  }

  async function markBegun({ scope }: Caller, review: Review): Promise<void> {
    if (review.state === 'toDo') await reviews.markBegun(scope, review.id);
  }

  return {
    /**
     * Keeps an unfinished review, also after the date: nothing is lost, only submitting is closed.
     *
     * @throws AppError NOT_ALLOCATED, STALE_REVISION when another tab saved something else meanwhile, NOT_FOUND
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
      const key = reviewDraft(reviewId, member.id);
      const now = clock.now();
      const saved = await drafts.save(scope, key, content, expectedRevision, now);
      await markBegun(caller, review);
      if (saved) return { revision: expectedRevision + 1, savedAt: now.toISOString() };
      const current = await drafts.find(scope, key);
      // The same save came again after its answer was lost.
      if (current.savedAt && sameContent(current.content, content)) {
        return { revision: current.revision, savedAt: current.savedAt.toISOString() };
      }
      throw new AppError('STALE_REVISION', { revision: current.revision });
    },

    /**
     * Submits the review, or its next version while reviews are open; what is refused is kept as the draft, unless
     * another tab's is newer.
     *
     * @throws AppError NOT_ALLOCATED, STALE_REVISION, REVIEWS_CLOSED, RATING_MISSING, RATING_OUT_OF_RANGE,
     *   COMMENT_REQUIRED, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, reviewId: string, command: SubmitReview): Promise<void> {
      // Each further round means that another request of the same person got through in between.
      for (let round = 0; round < 5; round++) {
        if (await submitOnce(caller, activityId, reviewId, command)) return eventsWritten();
      }
      throw new AppError('STALE_REVISION');
    },
  };
}

import { REPLIES_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { seenReview } from './anonymity.domain.ts';
import { authorsOf, type PeerReview, type Review, reviewersOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import {
  decideRating,
  emptyTalk,
  ratingOpen,
  type Reply,
  type ReviewTalk,
  talkRefusal,
} from './review-talk.domain.ts';
import { givenTalkView, learnerTalksView, ownTalksView } from './review-talk.views.ts';
import { getOwnPeerReview } from './settings.service.ts';

type Said = Pick<Reply, 'id' | 'text'>;

export type ReviewTalkService = ReturnType<typeof createReviewTalkService>;

/** What authors say of the reviews they got, and both sides to each other, under the anonymity of the review. */
export function createReviewTalkService(
  { reviews, talks }: Pick<PeerReviewStores, 'reviews' | 'talks'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const eventOf = (
    { actor, requestId }: Caller,
    review: Review,
    type: 'review.rated' | 'review.replied',
    data: Record<string, unknown>,
  ): DomainEvent =>
    makeEvent({
      type,
      at: clock.now(),
      actor,
      requestId,
      courseId: review.courseId,
      subject: { kind: 'review', id: review.id },
      data: { activityId: review.activityId, ...data },
    });

  const mayWrite = (review: PeerReview): boolean => talkRefusal(review) === null;

  function requireWritable(review: PeerReview): void {
    const refusal = talkRefusal(review);
    if (refusal) throw new AppError(refusal, { kind: 'review' });
  }

  async function talkOf({ scope }: Caller, { activityId, id }: Review): Promise<ReviewTalk> {
    const [found] = await talks.findMany(scope, [id]);
    return found ?? emptyTalk(activityId, id);
  }

  async function received({ scope, member }: Caller, activityId: string) {
    const [peerReview, found] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.listKnownByAuthor(scope, activityId, member.id),
    ]);
    return { peerReview, received: peerReview.phase === 'released' ? found : [] };
  }

  /** @param rates to say how helpful it is @throws AppError NOT_FOUND, ACTIVITY_CLOSED, BACK_EVALUATION_CLOSED */
  async function getReceived(
    caller: Caller,
    activityId: string,
    pseudonym: string,
    rates = false,
  ): Promise<Review> {
    const { peerReview, received: found } = await received(caller, activityId);
    requireWritable(peerReview);
    const review = found.find((known) => known.review.reviewerLabel === pseudonym)?.review;
    if (!review) throw new AppError('NOT_FOUND', { kind: 'review' });
    if (rates && !ratingOpen(peerReview, clock.now())) throw new AppError('BACK_EVALUATION_CLOSED');
    return review;
  }

  async function given({ scope, member }: Caller, activityId: string, reviewId: string) {
    const [peerReview, known] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.findOwnKnown(scope, activityId, reviewId, member.id),
    ]);
    if (!known) throw new AppError('NOT_ALLOCATED');
    return { peerReview, known, review: known.review };
  }

  async function reply(
    caller: Caller,
    review: Review,
    from: Reply['from'],
    { id, text }: Said,
  ): Promise<void> {
    const before = await talkOf(caller, review);
    const to = from === 'author' ? reviewersOf(review) : authorsOf(review);
    const event = eventOf(caller, review, 'review.replied', { reviewId: review.id, replyId: id, from, to });
    const said = { id, from, text, at: event.at };
    if (await talks.reply(caller.scope, before, said, REPLIES_MAX, event)) return eventsWritten();
    const { replies } = await talkOf(caller, review);
    // The same request once more.
    if (!replies.some((one) => one.id === id)) throw new AppError('TALK_FULL', { most: REPLIES_MAX });
  }

  async function getOwn(caller: Caller, activityId: string) {
    const { peerReview, received: found } = await received(caller, activityId);
    const said = await talks.findMany(
      caller.scope,
      found.map(({ review: { id } }) => id),
    );
    const byReview = new Map(said.map((talk) => [talk.reviewId, talk]));
    const write = caller.can('submission.write') && mayWrite(peerReview);
    return ownTalksView(
      found.map((known) => ({
        known: seenReview(known),
        talk: byReview.get(known.review.id) ?? emptyTalk(activityId, known.review.id),
      })),
      peerReview.settings.backEvaluation,
      { write, rate: write && ratingOpen(peerReview, clock.now()) },
    );
  }

  async function getGiven(caller: Caller, activityId: string, reviewId: string) {
    const { peerReview, known, review } = await given(caller, activityId, reviewId);
    const isShown = peerReview.phase === 'released' && review.state === 'submitted';
    return givenTalkView(seenReview(known), isShown ? await talkOf(caller, review) : null, {
      write: isShown && caller.can('review.write') && mayWrite(peerReview),
    });
  }

  return {
    /** For the author; nothing before the release. @throws AppError NOT_FOUND */
    getOwn,

    /** @throws AppError STALE_REVISION when another tab said something else, BACK_EVALUATION_CLOSED, ACTIVITY_CLOSED, NOT_FOUND */
    async rate(
      caller: Caller,
      activityId: string,
      pseudonym: string,
      {
        expectedRevision,
        ...wanted
      }: Pick<ReviewTalk, 'helpfulness' | 'thanked'> & { readonly expectedRevision: number },
    ) {
      const review = await getReceived(caller, activityId, pseudonym, true);
      const current = await talkOf(caller, review);
      const decision = decideRating(current, wanted, expectedRevision);
      if (decision === 'stale') throw new AppError('STALE_REVISION');
      if (decision === 'change') {
        const talk = { ...current, ...wanted, revision: current.revision + 1 };
        const event = eventOf(caller, review, 'review.rated', {
          reviewId: review.id,
          reviewerId: review.reviewerId,
          reviewerIds: reviewersOf(review),
          authorId: review.authorId,
          authorIds: authorsOf(review),
          ...wanted,
        });
        if (!(await talks.rate(caller.scope, talk, event))) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return getOwn(caller, activityId);
    },

    /** @throws AppError TALK_FULL, ACTIVITY_CLOSED, NOT_FOUND */
    async replyAsAuthor(caller: Caller, activityId: string, pseudonym: string, said: Said) {
      await reply(caller, await getReceived(caller, activityId, pseudonym), 'author', said);
      return getOwn(caller, activityId);
    },

    /** For the reviewer; nothing before the release. @throws AppError NOT_FOUND, NOT_ALLOCATED */
    getGiven,

    /** @throws AppError TALK_FULL, ACTIVITY_CLOSED, NOT_FOUND, NOT_ALLOCATED */
    async replyAsReviewer(caller: Caller, activityId: string, reviewId: string, said: Said) {
      const { peerReview, review } = await given(caller, activityId, reviewId);
      requireWritable(peerReview);
      if (review.state !== 'submitted') throw new AppError('NOT_FOUND', { kind: 'review' });
      await reply(caller, review, 'reviewer', said);
      return getGiven(caller, activityId, reviewId);
    },

    /** For staff: what a learner said of the reviews of the own work. @throws AppError NOT_FOUND */
    async ofLearner({ scope }: Caller, activityId: string, memberId: string) {
      const found = await reviews.listSubmittedByAuthor(scope, activityId, memberId);
      // What is found belongs to the course, and so does its activity.
      if (found.length === 0) await activities.get(scope, activityId);
      return learnerTalksView(
        await talks.findMany(
          scope,
          found.map(({ id }) => id),
        ),
      );
    },
  };
}

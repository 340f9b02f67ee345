import { REPLIES_MAX } from '../../contracts/limits.ts';
import type { Side } from '../../contracts/peer-review-comparative.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { seenReview } from './anonymity.domain.ts';
import { sideOf } from './comparison.domain.ts';
import { lastJudgement } from './judge-review.domain.ts';
import { judgedReviewView } from './judge-review.views.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isComparing } from './phases.domain.ts';
import {
  aboutReview,
  aboutSide,
  comparedTalkId,
  decideRating,
  emptyTalk,
  ratingOpen,
  type Reply,
  type ReviewTalk,
  type TalkSubject,
  talkRefusal,
} from './review-talk.domain.ts';
import { comparisonTalksView, givenTalkView, learnerTalksView, ownTalksView } from './review-talk.views.ts';
import { getOwnPeerReview, getPeerReview } from './settings.service.ts';

type Said = Pick<Reply, 'id' | 'text'>;

export type ReviewTalkService = ReturnType<typeof createReviewTalkService>;

/** What authors say of the reviews they got, and both sides to each other, under the anonymity of the review. */
export function createReviewTalkService(
  { reviews, comparisons, talks }: Pick<PeerReviewStores, 'reviews' | 'comparisons' | 'talks'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const eventOf = (
    { actor, requestId }: Caller,
    { id, courseId, activityId }: TalkSubject,
    type: 'review.rated' | 'review.replied',
    data: Record<string, unknown>,
  ): DomainEvent =>
    makeEvent({
      type,
      at: clock.now(),
      actor,
      requestId,
      courseId,
      subject: { kind: 'review', id },
      data: { activityId, reviewId: id, ...data },
    });

  const mayWrite = (review: PeerReview): boolean => talkRefusal(review) === null;

  function requireWritable(review: PeerReview): void {
    const refusal = talkRefusal(review);
    if (refusal) throw new AppError(refusal, { kind: 'review' });
  }

  async function talkOf({ scope }: Caller, { activityId, id }: TalkSubject): Promise<ReviewTalk> {
    const [found] = await talks.findMany(scope, [id]);
    return found ?? emptyTalk(activityId, id);
  }

  /** Nothing before the release. */
  async function received({ scope, member }: Caller, activityId: string) {
    const peerReview = await getOwnPeerReview(activities, scope, activityId, member.id);
    if (peerReview.phase !== 'released') return { peerReview, subjects: [] };
    const subjects = isComparing(peerReview)
      ? (await comparisons.listKnownByAuthor(scope, activityId, member.id)).map((known) =>
          aboutSide(known, sideOf(known.comparison, member.id)),
        )
      : (await reviews.listKnownByAuthor(scope, activityId, member.id)).map((known) =>
          aboutReview(seenReview(known)),
        );
    return { peerReview, subjects };
  }

  /** @param rates to say how helpful it is @throws AppError NOT_FOUND, ACTIVITY_CLOSED, BACK_EVALUATION_CLOSED */
  async function getReceived(
    caller: Caller,
    activityId: string,
    pseudonym: string,
    rates = false,
  ): Promise<TalkSubject> {
    const { peerReview, subjects } = await received(caller, activityId);
    requireWritable(peerReview);
    const subject = subjects.find((one) => one.pseudonym === pseudonym);
    if (!subject) throw new AppError('NOT_FOUND', { kind: 'review' });
    if (rates && !ratingOpen(peerReview, clock.now())) throw new AppError('BACK_EVALUATION_CLOSED');
    return subject;
  }

  async function given({ scope, member }: Caller, activityId: string, reviewId: string) {
    const [peerReview, known] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.findOwnKnown(scope, activityId, reviewId, member.id),
    ]);
    if (!known) throw new AppError('NOT_ALLOCATED');
    return { peerReview, subject: aboutReview(seenReview(known)), review: known.review };
  }

  async function compared({ scope, member }: Caller, activityId: string, comparisonId: string) {
    const [peerReview, known] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      comparisons.findOwnKnown(scope, activityId, comparisonId, member.id),
    ]);
    if (!known) throw new AppError('NOT_ALLOCATED');
    const isShown = peerReview.phase === 'released' && known.comparison.state === 'submitted';
    return { peerReview, isShown, left: aboutSide(known, 'left'), right: aboutSide(known, 'right') };
  }

  async function reply(
    caller: Caller,
    subject: TalkSubject,
    from: Reply['from'],
    { id, text }: Said,
  ): Promise<void> {
    const before = await talkOf(caller, subject);
    const to = from === 'author' ? subject.reviewerIds : subject.authorIds;
    const event = eventOf(caller, subject, 'review.replied', { replyId: id, from, to });
    const said = { id, from, text, at: event.at };
    if (await talks.reply(caller.scope, before, said, REPLIES_MAX, event)) return eventsWritten();
    const { replies } = await talkOf(caller, subject);
    // The same request once more.
    if (!replies.some((one) => one.id === id)) throw new AppError('TALK_FULL', { most: REPLIES_MAX });
  }

  async function getOwn(caller: Caller, activityId: string) {
    const { peerReview, subjects } = await received(caller, activityId);
    const said = await talks.findMany(
      caller.scope,
      subjects.map(({ id }) => id),
    );
    const byReview = new Map(said.map((talk) => [talk.reviewId, talk]));
    const write = caller.can('submission.write') && mayWrite(peerReview);
    return ownTalksView(
      subjects.map((subject) => ({
        subject,
        talk: byReview.get(subject.id) ?? emptyTalk(activityId, subject.id),
      })),
      peerReview.settings.backEvaluation,
      { write, rate: write && ratingOpen(peerReview, clock.now()) },
    );
  }

  async function getGiven(caller: Caller, activityId: string, reviewId: string) {
    const { peerReview, subject, review } = await given(caller, activityId, reviewId);
    const isShown = peerReview.phase === 'released' && review.state === 'submitted';
    const talk = isShown ? await talkOf(caller, subject) : null;
    return givenTalkView({ subject, talk }, isShown ? judgedReviewView(lastJudgement(review)) : null, {
      write: isShown && caller.can('review.write') && mayWrite(peerReview),
    });
  }

  async function getCompared(caller: Caller, activityId: string, comparisonId: string) {
    const { peerReview, isShown, left, right } = await compared(caller, activityId, comparisonId);
    const said = isShown ? await talks.findMany(caller.scope, [left.id, right.id]) : [];
    const about = (subject: TalkSubject) => ({
      subject,
      talk: isShown
        ? (said.find(({ reviewId }) => reviewId === subject.id) ?? emptyTalk(activityId, subject.id))
        : null,
    });
    return comparisonTalksView(about(left), about(right), {
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
      const subject = await getReceived(caller, activityId, pseudonym, true);
      const current = await talkOf(caller, subject);
      const decision = decideRating(current, wanted, expectedRevision);
      if (decision === 'stale') throw new AppError('STALE_REVISION');
      if (decision === 'change') {
        const talk = { ...current, ...wanted, revision: current.revision + 1 };
        const { reviewerId, reviewerIds, authorId, authorIds } = subject;
        const event = eventOf(caller, subject, 'review.rated', {
          reviewerId,
          reviewerIds,
          authorId,
          authorIds,
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
      const { peerReview, subject, review } = await given(caller, activityId, reviewId);
      requireWritable(peerReview);
      if (review.state !== 'submitted') throw new AppError('NOT_FOUND', { kind: 'review' });
      await reply(caller, subject, 'reviewer', said);
      return getGiven(caller, activityId, reviewId);
    },

    /** For who has compared two works; nothing before the release. @throws AppError NOT_FOUND, NOT_ALLOCATED */
    getCompared,

    /** @throws AppError TALK_FULL, ACTIVITY_CLOSED, NOT_FOUND, NOT_ALLOCATED */
    async replyToCompared(caller: Caller, activityId: string, comparisonId: string, side: Side, said: Said) {
      const { peerReview, isShown, ...sides } = await compared(caller, activityId, comparisonId);
      requireWritable(peerReview);
      if (!isShown) throw new AppError('NOT_FOUND', { kind: 'review' });
      await reply(caller, sides[side], 'reviewer', said);
      return getCompared(caller, activityId, comparisonId);
    },

    /** For staff: what a learner said of the reviews of the own work. @throws AppError NOT_FOUND */
    async ofLearner({ scope }: Caller, activityId: string, memberId: string) {
      const peerReview = await getPeerReview(activities, scope, activityId);
      const ids = isComparing(peerReview)
        ? (await comparisons.listByAuthor(scope, activityId, memberId)).map((one) =>
            comparedTalkId(one.id, sideOf(one, memberId)),
          )
        : (await reviews.listSubmittedByAuthor(scope, activityId, memberId)).map(({ id }) => id);
      return learnerTalksView(await talks.findMany(scope, ids));
    },
  };
}

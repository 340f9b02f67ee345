import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { reviewDraft } from './drafts.domain.ts';
import { createKeptDrafts, untilThrough } from './kept-drafts.service.ts';
import { decideOwnReview } from './own-review.domain.ts';
import type { PeerReview, ReviewContent, Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { compareRatings, meanRatings } from './rating-shares.domain.ts';
import { type SelfAssessment, selfWindow } from './self-assessment.domain.ts';
import { learnerSelfView, ownComparisonView, selfAssessmentView } from './self-assessment.views.ts';
import { getOwnPeerReview, getPeerReview } from './settings.service.ts';
import type { SubmitReview } from './submit-review.domain.ts';

export type SelfAssessmentService = ReturnType<typeof createSelfAssessmentService>;

/** Learners rate their own work by the rubric, and later see how far they are from what peers gave. */
export function createSelfAssessmentService(
  {
    submissions,
    reviews,
    drafts,
    selves,
  }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'drafts' | 'selves'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const kept = createKeptDrafts(drafts, clock);
  const draftOf = (activityId: string, memberId: string) => reviewDraft(activityId, memberId, 'self');

  /** @throws AppError NOT_FOUND where the settings ask for none */
  async function snapshotOf({ scope, member }: Caller, activityId: string) {
    const [review, tasks, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.listByReviewer(scope, activityId, member.id),
      drafts.find(scope, draftOf(activityId, member.id)),
    ]);
    const { selfAssessment } = review.settings;
    if (!selfAssessment) throw new AppError('NOT_FOUND', { kind: 'selfAssessment' });
    // A draft is written of a work alone: whoever has one has handed in, and without one nothing was submitted.
    const hasDraft = draft.revision > 0;
    const last = hasDraft ? await selves.findLast(scope, activityId, member.id) : null;
    const hasWork = hasDraft || (await submissions.findByAuthor(scope, activityId, member.id)) !== null;
    const window = selfWindow(review, { hasWork, tasks }, clock.now());
    return { review, closesAt: selfAssessment.closesAt, draft, last, window };
  }

  async function get(caller: Caller, activityId: string) {
    const { review, ...own } = await snapshotOf(caller, activityId);
    return selfAssessmentView(review, own);
  }

  /** The own work, where something is said on a place in it. */
  async function workFor(scope: CourseScope, submission: Submission | null, { inline = [] }: ReviewContent) {
    if (!submission || inline.length === 0) return null;
    const { id, version } = submission;
    const content = await submissions.findVersion(scope, id, version);
    return content && { content, version };
  }

  /** @returns false when another request of the same person was faster: then everything is to be read again. */
  async function submitOnce(caller: Caller, activityId: string, command: SubmitReview): Promise<boolean> {
    const { scope, member, actor, requestId } = caller;
    const [{ review, draft, last, window }, submission] = await Promise.all([
      snapshotOf(caller, activityId),
      submissions.findByAuthor(scope, activityId, member.id),
    ]);
    const closed = window === 'open' ? null : 'SELF_ASSESSMENT_CLOSED';
    const work = await workFor(scope, submission, command);
    const decision = decideOwnReview({ peerReview: review, last, draft, work, closed }, command);
    if (decision.type === 'repeated') return true;
    const key = draftOf(activityId, member.id);
    if (decision.type === 'refuse' && !submission) throw new AppError(decision.reason);
    if (decision.type === 'refuse') return kept.refuse(scope, key, draft, decision, command);
    if (!submission) throw new AppError('SELF_ASSESSMENT_CLOSED');
    if ((await kept.bring(scope, key, draft, command)) === null) return false;
    const { n, said } = decision;
    const at = clock.now();
    const workVersion = submission.version;
    const version: SelfAssessment = { activityId, memberId: member.id, n, workVersion, ...said, at };
    const event = makeEvent({
      type: 'selfAssessment.submitted',
      at,
      actor,
      requestId,
      courseId: scope.courseId,
      subject: { kind: 'submission', id: submission.id },
      data: { activityId, memberId: member.id, n, workVersion: submission.version },
    });
    return selves.insert(scope, version, event);
  }

  /** The last self-assessment beside the mean of the peers' reviews. */
  async function comparedOf(
    scope: CourseScope,
    { id, settings }: PeerReview,
    memberId: string,
    assessed: SelfAssessment,
  ) {
    const received = await reviews.listSubmittedByAuthor(scope, id, memberId);
    const versions = await reviews.findVersions(
      scope,
      received.map((review) => ({ reviewId: review.id, version: review.version })),
    );
    const { criteria } = settings;
    const peers = meanRatings(
      criteria,
      versions.map(({ ratings }) => ratings),
    );
    return {
      assessed,
      criteria,
      reviews: versions.length,
      compared: compareRatings(criteria, assessed.ratings, peers),
    };
  }

  return {
    /** @throws AppError NOT_FOUND where the settings ask for none */
    get,

    /** Keeps what is typed. @throws AppError SELF_ASSESSMENT_CLOSED without a work, STALE_REVISION, NOT_FOUND */
    async saveDraft(caller: Caller, activityId: string, content: ReviewContent, expectedRevision: number) {
      const { window } = await snapshotOf(caller, activityId);
      if (window === 'noWork') throw new AppError('SELF_ASSESSMENT_CLOSED');
      const key = draftOf(activityId, caller.member.id);
      return kept.save(caller.scope, key, content, expectedRevision);
    },

    /**
     * Submits it, or its next version while it is open; what is refused is kept as the draft.
     *
     * @throws AppError SELF_ASSESSMENT_CLOSED, STALE_REVISION, RATING_MISSING, RATING_OUT_OF_RANGE, COMMENT_REQUIRED,
     *   INLINE_PLACE_UNKNOWN, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, command: SubmitReview) {
      await untilThrough(() => submitOnce(caller, activityId, command));
      eventsWritten();
      return get(caller, activityId);
    },

    /** The caller's own, beside what peers gave; nothing before the release. @throws AppError NOT_FOUND */
    async ownComparison({ scope, member }: Caller, activityId: string) {
      const [review, last] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        selves.findLast(scope, activityId, member.id),
      ]);
      if (review.phase !== 'released' || !last) return ownComparisonView(null);
      return ownComparisonView(await comparedOf(scope, review, member.id, last));
    },

    /** For staff, at any time. @throws AppError NOT_FOUND */
    async ofLearner({ scope }: Caller, activityId: string, memberId: string) {
      const [review, last] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        selves.findLast(scope, activityId, memberId),
      ]);
      const isOn = review.settings.selfAssessment !== null;
      return learnerSelfView(isOn, last && (await comparedOf(scope, review, memberId, last)));
    },
  };
}

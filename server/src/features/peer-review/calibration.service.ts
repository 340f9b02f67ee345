import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import {
  attemptsClosed,
  type Example,
  type ExampleAttempt,
  EXAMPLE_VERSION,
  isReady,
  standingOf,
} from './calibration.domain.ts';
import { attemptBeside, ownFacts } from './calibration-facts.domain.ts';
import { exampleReviewView, ownCalibrationView } from './calibration.views.ts';
import { reviewDraft } from './drafts.domain.ts';
import { createKeptDrafts, untilThrough } from './kept-drafts.service.ts';
import { decideOwnReview } from './own-review.domain.ts';
import type { PeerReview, ReviewContent } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { compareRatings } from './rating-shares.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';
import type { SubmitReview } from './submit-review.domain.ts';

export type CalibrationService = ReturnType<typeof createCalibrationService>;

/** Learners review examples, and then see how far they agree with staff. */
export function createCalibrationService(
  { calibrations, drafts }: Pick<PeerReviewStores, 'calibrations' | 'drafts'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const kept = createKeptDrafts(drafts, clock);
  const draftOf = (exampleId: string, memberId: string) => reviewDraft(exampleId, memberId, 'example');

  async function readyExamples(scope: CourseScope, review: PeerReview): Promise<Example[]> {
    const examples = await calibrations.listExamples(scope, review.id);
    return examples.filter((example) => isReady(example, review.settings.criteria));
  }

  /** What the caller lacks before real reviews open; null: nothing. */
  async function missing({ scope, member }: Caller, review: PeerReview) {
    const { calibration } = review.settings;
    if (!calibration?.pass) return null;
    const [ready, { results, passes }] = await Promise.all([
      readyExamples(scope, review),
      calibrations.listRecords(scope, review.id, [member.id]),
    ]);
    const { standing, needed, reached } = standingOf(calibration, ready.length, results, passes[0] ?? null);
    return standing === 'open' ? { needed, reached } : null;
  }

  /** @throws AppError NOT_FOUND for an example that learners are not shown */
  async function snapshotOf({ scope, member }: Caller, activityId: string, exampleId: string) {
    const [review, examples, last, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      calibrations.listExamples(scope, activityId),
      calibrations.findLastAttempt(scope, activityId, member.id, exampleId),
      drafts.find(scope, draftOf(exampleId, member.id)),
    ]);
    const ready = examples.filter((example) => isReady(example, review.settings.criteria));
    const example = ready.find(({ id }) => id === exampleId);
    const { calibration } = review.settings;
    if (!calibration || !example) throw new AppError('NOT_FOUND', { kind: 'example' });
    return { review, calibration, example, number: ready.indexOf(example) + 1, last, draft };
  }

  function insert(caller: Caller, attempt: ExampleAttempt): Promise<boolean> {
    const { exampleId, activityId, memberId, n, agreement, at } = attempt;
    return calibrations.insertAttempt(
      caller.scope,
      attempt,
      makeEvent({
        type: 'example.reviewed',
        at,
        actor: caller.actor,
        requestId: caller.requestId,
        courseId: caller.scope.courseId,
        subject: { kind: 'example', id: exampleId },
        data: { activityId, memberId, n, agreement },
      }),
    );
  }

  /** @returns false when another request of the same person was faster: then everything is to be read again. */
  async function submitOnce(caller: Caller, activityId: string, exampleId: string, command: SubmitReview) {
    const { review, example, last, draft } = await snapshotOf(caller, activityId, exampleId);
    const now = clock.now();
    const closed = attemptsClosed(review, last?.n ?? 0, now);
    const work = { content: example, version: EXAMPLE_VERSION };
    const decision = decideOwnReview({ peerReview: review, last, draft, work, closed }, command);
    if (decision.type === 'repeated') return true;
    const { scope, member } = caller;
    const key = draftOf(exampleId, member.id);
    if (decision.type === 'refuse') return kept.refuse(scope, key, draft, decision, command);
    if ((await kept.bring(scope, key, draft, command)) === null) return false;
    const { n, said } = decision;
    const { agreement } = compareRatings(review.settings.criteria, said.ratings, example.ratings);
    const staff = { ratings: example.ratings, comment: example.comment, inline: example.inline ?? [] };
    return insert(caller, {
      exampleId,
      activityId,
      memberId: member.id,
      n,
      ...said,
      staff,
      agreement: agreement ?? 0,
      at: now,
    });
  }

  async function get(caller: Caller, activityId: string, exampleId: string) {
    const found = await snapshotOf(caller, activityId, exampleId);
    const { review, calibration, last } = found;
    const compared = last && attemptBeside(calibration, review.settings.criteria, last);
    return exampleReviewView(
      review,
      { ...found, compared, workVersion: EXAMPLE_VERSION },
      { edit: caller.can('review.write') && attemptsClosed(review, last?.n ?? 0, clock.now()) === null },
    );
  }

  return {
    /** Whether real reviews are open to the caller. */
    isPassed: async (caller: Caller, review: PeerReview) => (await missing(caller, review)) === null,

    /**
     * Refuses the caller a real review for which calibration is still to be passed. One that has begun stays open.
     *
     * @throws AppError CALIBRATION_NEEDED
     */
    async requirePassed(caller: Caller, review: PeerReview): Promise<void> {
      const lack = await missing(caller, review);
      if (lack) throw new AppError('CALIBRATION_NEEDED', lack);
    },

    /** The examples, and what is missing before real reviews open. @throws AppError NOT_FOUND where there is no calibration */
    async own(caller: Caller, activityId: string) {
      const { scope, member } = caller;
      const [review, { results, passes }] = await Promise.all([
        getOwnPeerReview(activities, scope, activityId, member.id),
        calibrations.listRecords(scope, activityId, [member.id]),
      ]);
      const { calibration } = review.settings;
      if (!calibration) throw new AppError('NOT_FOUND', { kind: 'calibration' });
      const ready = await readyExamples(scope, review);
      const keys = ready.map(({ id }) => draftOf(id, member.id));
      const begun = await drafts.findIds(scope, keys);
      return ownCalibrationView(
        review,
        ownFacts(
          calibration,
          ready.map(({ id }) => ({ id, isBegun: begun.has(draftOf(id, member.id).id) })),
          results,
          passes[0] ?? null,
        ),
        { review: caller.can('review.write') && attemptsClosed(review, 0, clock.now()) === null },
      );
    },

    /** An example to review. @throws AppError NOT_FOUND */
    get,

    /** Keeps what is typed, also after the date. @throws AppError STALE_REVISION, NOT_FOUND */
    async saveDraft(
      caller: Caller,
      activityId: string,
      exampleId: string,
      content: ReviewContent,
      expectedRevision: number,
    ) {
      const { scope, member } = caller;
      await snapshotOf(caller, activityId, exampleId);
      return kept.save(scope, draftOf(exampleId, member.id), content, expectedRevision);
    },

    /**
     * Submits an attempt; what is refused is kept as the draft, unless another tab's is newer.
     *
     * @throws AppError STALE_REVISION, REVIEWS_CLOSED, ATTEMPTS_USED, RATING_MISSING, RATING_OUT_OF_RANGE,
     *   COMMENT_REQUIRED, INLINE_PLACE_UNKNOWN, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, exampleId: string, command: SubmitReview) {
      await untilThrough(() => submitOnce(caller, activityId, exampleId, command));
      eventsWritten();
      return get(caller, activityId, exampleId);
    },
  };
}

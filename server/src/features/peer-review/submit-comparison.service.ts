import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { promiseFor } from './anonymity.domain.ts';
import {
  comparedCriteria,
  type Comparison,
  type ComparisonContent,
  type ComparisonVersion,
  type WorkInPair,
} from './comparison.domain.ts';
import { knownSides } from './comparison-reads.service.ts';
import { comparisonView } from './comparisons.views.ts';
import { comparisonDraft } from './drafts.domain.ts';
import { createKeptDrafts, type DraftSaved, untilThrough } from './kept-drafts.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';
import { decideSubmitComparison, type SubmitComparison } from './submit-comparison.domain.ts';

export type SubmitComparisonService = ReturnType<typeof createSubmitComparisonService>;

/** Comparing two works. */
export function createSubmitComparisonService(
  { comparisons, drafts, submissions }: Pick<PeerReviewStores, 'comparisons' | 'drafts' | 'submissions'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const kept = createKeptDrafts(drafts, clock);

  const advance = (caller: Caller, comparison: Comparison, version: ComparisonVersion): Promise<boolean> =>
    comparisons.advance(
      caller.scope,
      version,
      makeEvent({
        type: 'comparison.submitted',
        at: version.at,
        actor: caller.actor,
        courseId: comparison.courseId,
        subject: { kind: 'comparison', id: comparison.id },
        requestId: caller.requestId,
        data: {
          activityId: comparison.activityId,
          reviewerId: comparison.reviewerId,
          authorIds: comparison.authorIds,
          version: version.version,
          share: version.share,
        },
      }),
    );

  async function find({ scope, member }: Caller, activityId: string, id: string) {
    const [peerReview, comparison, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      comparisons.findOwn(scope, activityId, id, member.id),
      drafts.find(scope, comparisonDraft(id, member.id)),
    ]);
    return { peerReview, comparison, draft };
  }

  async function get({ scope, member }: Caller, activityId: string, id: string) {
    const [peerReview, known, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      comparisons.findOwnKnown(scope, activityId, id, member.id),
      drafts.find(scope, comparisonDraft(id, member.id)),
    ]);
    if (!known || peerReview.phase === 'submission') throw new AppError('NOT_ALLOCATED');
    const { comparison } = known;
    const found = await submissions.findVersions(scope, [comparison.left, comparison.right]);
    const workOf = ({ submissionId }: WorkInPair) => found.find((work) => work.submissionId === submissionId);
    const [left, right] = [workOf(comparison.left), workOf(comparison.right)];
    if (!left || !right) throw new Error(`a work of comparison ${id} is missing`);
    return comparisonView(peerReview, comparison, { left, right }, knownSides(known), draft, {
      promise: promiseFor(peerReview.settings.anonymity, comparison),
      criteria: comparedCriteria(peerReview.settings.criteria),
      can: { edit: reviewsOpen(peerReview, clock.now()) },
    });
  }

  async function submitOnce(
    caller: Caller,
    activityId: string,
    id: string,
    command: SubmitComparison,
  ): Promise<boolean> {
    const { scope, member } = caller;
    const snapshot = await find(caller, activityId, id);
    const { comparison, draft } = snapshot;
    const moved = comparison && comparison.version > 0 && draft.revision !== command.expectedRevision;
    const versions = moved ? await comparisons.findVersions(scope, [comparison]) : null;
    const submitted = versions?.get(id) ?? null;
    const decision = decideSubmitComparison({ ...snapshot, submitted }, command, clock.now());
    if (decision.type === 'repeated') return true;
    const key = comparisonDraft(id, member.id);
    if (decision.type === 'refuse') {
      if (comparison && decision.keepDraft) await comparisons.markBegun(scope, id);
      return kept.refuse(scope, key, draft, decision, command);
    }
    if (!comparison) throw new AppError('NOT_ALLOCATED');
    // Before what is written is stored: what has begun is taken from nobody.
    if (comparison.state === 'toDo') await comparisons.markBegun(scope, id);
    // The draft first: it is what two tabs of one person compete for.
    if ((await kept.bring(scope, key, draft, decision.version)) === null) return false;
    const version = { ...decision.version, comparisonId: id, at: clock.now() };
    if (await comparisons.insertVersion(scope, version)) return advance(caller, comparison, version);
    // The version is there but not current: its request crashed or is at this very point. Finish it, and decide anew.
    const other = (await comparisons.findVersions(scope, [{ id, version: version.version }])).get(id);
    if (other) await advance(caller, comparison, other);
    return false;
  }

  return {
    /** @throws AppError NOT_FOUND, NOT_ALLOCATED */
    get,

    /**
     * Keeps an unfinished comparison, also after the date: nothing is lost, only submitting is closed.
     *
     * @throws AppError NOT_ALLOCATED, NOT_FOUND, STALE_REVISION when another tab saved something else meanwhile
     */
    async saveDraft(
      caller: Caller,
      activityId: string,
      id: string,
      content: ComparisonContent,
      expectedRevision: number,
    ): Promise<DraftSaved> {
      const { peerReview, comparison } = await find(caller, activityId, id);
      if (!comparison || peerReview.phase === 'submission') throw new AppError('NOT_ALLOCATED');
      if (comparison.state === 'toDo') await comparisons.markBegun(caller.scope, id);
      return kept.save(caller.scope, comparisonDraft(id, caller.member.id), content, expectedRevision);
    },

    /**
     * Submits the comparison, or its next version while reviews are open; what is refused is kept as the draft, unless
     * another tab's is newer.
     *
     * @throws AppError NOT_ALLOCATED, STALE_REVISION, REVIEWS_CLOSED, CHOICE_MISSING, CHOICE_UNKNOWN, COMMENT_REQUIRED,
     *   ANONYMITY_CHANGED, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, id: string, command: SubmitComparison) {
      await untilThrough(() => submitOnce(caller, activityId, id, command));
      eventsWritten();
      return get(caller, activityId, id);
    },
  };
}

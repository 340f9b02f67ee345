import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { workDraft } from './drafts.store.ts';
import type { Draft, Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getPeerReview } from './settings.service.ts';
import { decideSubmitWork, type SubmitWork } from './submit-work.domain.ts';

export interface DraftSaved {
  readonly revision: number;
  readonly savedAt: string;
}

/** Writing and handing in work. */
export function createSubmitWorkService(
  stores: PeerReviewStores,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const { submissions, drafts } = stores;

  function handedIn(caller: Caller, submission: Submission): DomainEvent {
    return makeEvent({
      type: 'submission.handedIn',
      at: submission.submittedAt,
      actor: caller.actor,
      courseId: submission.courseId,
      subject: { kind: 'submission', id: submission.id },
      requestId: caller.requestId,
      data: {
        activityId: submission.activityId,
        authorId: submission.authorId,
        version: submission.version,
      },
    });
  }

  /** Brings the draft to `text`. @returns its revision after it, or null when another tab saved meanwhile. */
  async function bringDraft(
    { scope, member }: Caller,
    activityId: string,
    draft: Draft<string>,
    text: string,
  ): Promise<number | null> {
    if (draft.content === text) return draft.revision;
    const key = workDraft(activityId, member.id);
    const saved = await drafts.save(scope, key, text, draft.revision, clock.now());
    return saved ? draft.revision + 1 : null;
  }

  /** @returns false when another request made the same version: then everything is to be read again. */
  async function writeVersion(
    caller: Caller,
    current: Submission | null,
    activityId: string,
    text: string,
  ): Promise<boolean> {
    const { scope, member } = caller;
    const next: Submission = {
      id: current?.id ?? newId(),
      courseId: scope.courseId,
      activityId,
      authorId: member.id,
      testUser: member.testUser,
      version: (current?.version ?? 0) + 1,
      submittedAt: clock.now(),
    };
    const { id, version, submittedAt } = next;
    const written = await submissions.insertVersion(scope, {
      submissionId: id,
      version,
      text,
      at: submittedAt,
    });
    if (!current) return submissions.insert(next, handedIn(caller, next));
    if (written) return submissions.advance(scope, id, version, submittedAt, handedIn(caller, next));
    // The version is there but not current: its request crashed or is at this very point. Finish it for whoever it
    // was, as it had been accepted; then this request is decided again after it.
    const other = await submissions.findVersion(scope, id, version);
    if (other) {
      const finished = { ...next, submittedAt: other.at };
      await submissions.advance(scope, id, version, other.at, handedIn(caller, finished));
    }
    return false;
  }

  async function submitOnce(caller: Caller, activityId: string, command: SubmitWork): Promise<boolean> {
    const { scope, member } = caller;
    const [review, submission, draft] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      submissions.findByAuthor(scope, activityId, member.id),
      drafts.find(scope, workDraft(activityId, member.id)),
    ]);
    const moved = submission !== null && submission.version !== command.expectedVersion;
    const submitted = moved ? await submissions.findVersion(scope, submission.id, submission.version) : null;
    const snapshot = { review, submission, submittedText: submitted?.text ?? null, draft };
    const decision = decideSubmitWork(snapshot, command, clock.now());
    if (decision.type === 'repeated') return true;
    if (decision.type === 'refuse') {
      const kept = decision.keepDraft ? await bringDraft(caller, activityId, draft, command.text) : null;
      throw new AppError(decision.reason, { revision: kept ?? draft.revision });
    }
    // The draft first: it is what two tabs of one person compete for.
    if ((await bringDraft(caller, activityId, draft, command.text)) === null) return false;
    return writeVersion(caller, submission, activityId, command.text);
  }

  return {
    /**
     * Keeps what is typed, also after the date: nothing is lost, only handing in is closed.
     *
     * @throws AppError STALE_REVISION when another tab saved something else meanwhile, NOT_FOUND
     */
    async saveDraft(
      caller: Caller,
      activityId: string,
      text: string,
      expectedRevision: number,
    ): Promise<DraftSaved> {
      const { scope, member } = caller;
      const key = workDraft(activityId, member.id);
      await getPeerReview(activities, scope, activityId);
      const now = clock.now();
      if (await drafts.save(scope, key, text, expectedRevision, now)) {
        return { revision: expectedRevision + 1, savedAt: now.toISOString() };
      }
      const current = await drafts.find(scope, key);
      // The same save came again after its answer was lost.
      if (current.savedAt && current.content === text) {
        return { revision: current.revision, savedAt: current.savedAt.toISOString() };
      }
      throw new AppError('STALE_REVISION', { revision: current.revision });
    },

    /**
     * Hands in the next version; a refused text is kept as the draft, unless another tab's is newer.
     *
     * @throws AppError SUBMISSIONS_CLOSED, SUBMISSION_EMPTY, STALE_REVISION, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, command: SubmitWork): Promise<void> {
      // Each further round means that another request of the same person got through in between.
      for (let round = 0; round < 5; round++) {
        if (await submitOnce(caller, activityId, command)) return eventsWritten();
      }
      throw new AppError('STALE_REVISION');
    },
  };
}

import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import { workDraft } from './drafts.store.ts';
import { workItem } from './file-items.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import {
  type Draft,
  sameWork,
  type Submission,
  type WorkContent,
  type WorkFile,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getOwnPeerReview } from './settings.service.ts';
import { decideSubmitWork, type SubmitWork } from './submit-work.domain.ts';

export interface DraftSaved {
  readonly revision: number;
  readonly savedAt: string;
}

/** What a learner hands in, with the files by their ids. */
interface SubmitWorkRequest extends Omit<SubmitWork, 'files'> {
  readonly files: readonly string[];
}

/** Writing and handing in work. */
export function createSubmitWorkService(
  stores: PeerReviewStores,
  activities: ActivityService,
  files: Pick<Files, 'keep' | 'findReady'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  const { submissions, drafts } = stores;

  /** The files with these ids as they are now; what is not there any more is left out. */
  async function attached({ scope, member }: Caller, ids: readonly string[]): Promise<WorkFile[]> {
    const found = await files.findReady(scope, ids);
    return ids.flatMap((id) => {
      const file = found.get(id);
      if (file?.ownerId !== member.id || file.type === null) return [];
      return [{ id, name: file.name, size: file.size, type: file.type }];
    });
  }

  function handedIn(caller: Caller, submission: Submission, afterAllocation: boolean): DomainEvent {
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
        afterAllocation,
      },
    });
  }

  /** Brings the draft to `work`. @returns its revision after it, or null when another tab saved meanwhile. */
  async function bringDraft(
    { scope, member }: Caller,
    activityId: string,
    draft: Draft<WorkContent>,
    { text, files }: WorkContent,
  ): Promise<number | null> {
    const work = { text, files };
    if (draft.revision > 0 && sameWork(draft.content, work)) return draft.revision;
    const key = workDraft(activityId, member.id);
    const saved = await drafts.save(scope, key, work, draft.revision, clock.now());
    return saved ? draft.revision + 1 : null;
  }

  /** @returns false when another request made the same version: then everything is to be read again. */
  async function writeVersion(
    caller: Caller,
    current: Submission | null,
    activityId: string,
    { text, files }: WorkContent,
    afterAllocation: boolean,
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
      files,
      at: submittedAt,
    });
    if (!current) return submissions.insert(next, handedIn(caller, next, afterAllocation));
    if (written)
      return submissions.advance(scope, id, version, submittedAt, handedIn(caller, next, afterAllocation));
    // The version is there but not current: its request crashed or is at this very point. Finish it for whoever it
    // was, as it had been accepted; then this request is decided again after it.
    const other = await submissions.findVersion(scope, id, version);
    if (other) {
      const finished = { ...next, submittedAt: other.at };
      await submissions.advance(scope, id, version, other.at, handedIn(caller, finished, afterAllocation));
    }
    return false;
  }

  async function submitOnce(caller: Caller, activityId: string, command: SubmitWork): Promise<boolean> {
    const { scope, member } = caller;
    const [review, submission, draft] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      submissions.findByAuthor(scope, activityId, member.id),
      drafts.find(scope, workDraft(activityId, member.id)),
    ]);
    const moved = submission !== null && submission.version !== command.expectedVersion;
    const submitted = moved ? await submissions.findVersion(scope, submission.id, submission.version) : null;
    const snapshot = { review, submission, submitted, draft };
    const decision = decideSubmitWork(snapshot, command, clock.now());
    if (decision.type === 'repeated') return true;
    if (decision.type === 'refuse') {
      const kept = decision.keepDraft ? await bringDraft(caller, activityId, draft, command) : null;
      throw new AppError(decision.reason, { revision: kept ?? draft.revision });
    }
    // The draft first: it is what two tabs of one person compete for.
    if ((await bringDraft(caller, activityId, draft, command)) === null) return false;
    // From here on they stay: a version never refers to a file that the clean-up may take.
    await files.keep(scope, workItem(activityId), filesOfWork(command), member.id);
    return writeVersion(caller, submission, activityId, command, review.allocation !== null);
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
      text: RichText,
      fileIds: readonly string[],
      expectedRevision: number,
    ): Promise<DraftSaved> {
      const { scope, member } = caller;
      const key = workDraft(activityId, member.id);
      const [files] = await Promise.all([
        attached(caller, fileIds),
        getOwnPeerReview(activities, scope, activityId, member.id),
      ]);
      const work = { text, files };
      const now = clock.now();
      if (await drafts.save(scope, key, work, expectedRevision, now)) {
        return { revision: expectedRevision + 1, savedAt: now.toISOString() };
      }
      const current = await drafts.find(scope, key);
      // The same save came again after its answer was lost.
      if (current.savedAt && sameWork(current.content, work)) {
        return { revision: current.revision, savedAt: current.savedAt.toISOString() };
      }
      throw new AppError('STALE_REVISION', { revision: current.revision });
    },

    /**
     * Hands in the next version; a refused text is kept as the draft, unless another tab's is newer.
     *
     * @throws AppError SUBMISSIONS_CLOSED, SUBMISSION_EMPTY, STALE_REVISION, FILE_MISSING, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, command: SubmitWorkRequest): Promise<void> {
      const work: SubmitWork = { ...command, files: await attached(caller, command.files) };
      if (work.files.length < command.files.length) throw new AppError('FILE_MISSING');
      // Each further round means that another request of the same person got through in between.
      for (let round = 0; round < 5; round++) {
        if (await submitOnce(caller, activityId, work)) return eventsWritten();
      }
      throw new AppError('STALE_REVISION');
    },
  };
}

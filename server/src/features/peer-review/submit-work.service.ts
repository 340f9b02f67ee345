import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Anonymity } from '../../contracts/anonymity.ts';
import type { Files } from '../files/index.ts';
import { hidesAuthor } from './anonymity.domain.ts';
import type { AuthorGroups, AuthorStanding } from './author-groups.service.ts';
import { workDraft } from './drafts.domain.ts';
import { workItem } from './file-items.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import { createKeptDrafts, type DraftSaved, untilThrough } from './kept-drafts.service.ts';
import { ownFilesOf } from './own-files.service.ts';
import {
  type AuthorGroup,
  authorsOf,
  type Draft,
  type PeerReview,
  type Submission,
  type WorkContent,
  type WorkFile,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getOwnPeerReview } from './settings.service.ts';
import { decideSubmitWork, type SubmitWork } from './submit-work.domain.ts';

/** What a learner hands in, with the files by their ids. */
interface SubmitWorkRequest extends Omit<SubmitWork, 'files'> {
  readonly files: readonly string[];
}

/** Writing and handing in work. */
export function createSubmitWorkService(
  stores: PeerReviewStores,
  activities: ActivityService,
  authors: Pick<AuthorGroups, 'setOf' | 'standingIn' | 'standingOf' | 'groupFor'>,
  files: Pick<Files, 'keep' | 'findReady' | 'requireAnonymous'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  const { submissions, drafts } = stores;
  const kept = createKeptDrafts(drafts, clock);

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
        authorIds: authorsOf(submission),
        ...(submission.group && { groupId: submission.group.id }),
        version: submission.version,
        afterAllocation,
      },
    });
  }

  /** Who shares the next version, where groups hand in. @throws AppError NOT_IN_GROUP */
  async function sharersOf(
    { scope, member }: Caller,
    activityId: string,
    { group, submission }: AuthorStanding,
  ): Promise<AuthorGroup | null> {
    if (group === null) return null;
    const sharers = await authors.groupFor(scope, activityId, group, submission);
    if (!sharers.memberIds.includes(member.id)) throw new AppError('NOT_IN_GROUP');
    return sharers;
  }

  /** @returns false when another request made the same version: then everything is to be read again. */
  async function writeVersion(
    caller: Caller,
    current: Submission | null,
    activityId: string,
    { text, files, links = [], promise }: WorkContent & { readonly promise: Anonymity },
    group: AuthorGroup | null,
    afterAllocation: boolean,
  ): Promise<boolean> {
    const { scope, member } = caller;
    const next: Submission = {
      id: current?.id ?? newId(),
      courseId: scope.courseId,
      activityId,
      authorId: current?.authorId ?? member.id,
      ...(group && { group }),
      testUser: member.testUser,
      version: (current?.version ?? 0) + 1,
      promise,
      submittedAt: clock.now(),
    };
    const { id, version, submittedAt } = next;
    const written = await submissions.insertVersion(scope, {
      submissionId: id,
      version,
      text,
      files,
      links,
      promise,
      at: submittedAt,
    });
    if (!current) return submissions.insert(next, handedIn(caller, next, afterAllocation));
    if (written) return submissions.advance(scope, next, handedIn(caller, next, afterAllocation));
    // The version is there but not current: its request crashed or is at this very point. Finish it for whoever it
    // was, as it had been accepted; then this request is decided again after it.
    const other = await submissions.findVersion(scope, id, version);
    if (other) {
      const finished = { ...next, submittedAt: other.at, promise: other.promise ?? promise };
      await submissions.advance(scope, finished, handedIn(caller, finished, afterAllocation));
    }
    return false;
  }

  /** Files that the others of a group have brought may be handed in too, and what is in the work already. */
  async function attachedOf(
    caller: Caller,
    { group, submission }: AuthorStanding,
    draft: Draft<WorkContent>,
    fileIds: readonly string[],
  ): Promise<WorkFile[]> {
    if (group === null) return ownFilesOf(files, caller, fileIds);
    const version =
      submission && (await submissions.findVersion(caller.scope, submission.id, submission.version));
    const known = [...filesOfWork(draft.content), ...(version ? filesOfWork(version) : [])];
    return ownFilesOf(files, caller, fileIds, { ownerIds: group.memberIds, known });
  }

  /** @throws AppError NOT_IN_GROUP, STALE_REVISION */
  async function saveOfGroup(
    caller: Caller,
    review: PeerReview,
    work: WorkContent,
    fileIds: readonly string[],
    expectedRevision: number,
  ): Promise<DraftSaved> {
    const { scope, member } = caller;
    const shared = await submissions.findByAuthor(scope, review.id, member.id);
    const standing = await authors.standingIn(scope, review, shared, member.id, false);
    if (standing.draftOf === null) throw new AppError('NOT_IN_GROUP');
    const key = workDraft(review.id, standing.draftOf);
    const attached = await attachedOf(caller, standing, await drafts.find(scope, key), fileIds);
    return kept.save(scope, key, { ...work, files: attached }, expectedRevision, member.id);
  }

  async function submitOnce(
    caller: Caller,
    activityId: string,
    { files: fileIds, ...request }: SubmitWorkRequest,
  ): Promise<boolean> {
    const { scope, member } = caller;
    const standing = await authors.standingOf(scope, activityId, member.id);
    const { review, submission, draftOf } = standing;
    if (draftOf === null) throw new AppError('NOT_IN_GROUP');
    const key = workDraft(activityId, draftOf);
    const draft = await drafts.find(scope, key);
    const command: SubmitWork = { ...request, files: await attachedOf(caller, standing, draft, fileIds) };
    if (command.files.length < fileIds.length) throw new AppError('FILE_MISSING');
    const moved = submission !== null && submission.version !== command.expectedVersion;
    const submitted = moved ? await submissions.findVersion(scope, submission.id, submission.version) : null;
    const snapshot = { review, submission, submitted, draft };
    const decision = decideSubmitWork(snapshot, command, clock.now());
    if (decision.type === 'repeated') return true;
    if (decision.type === 'refuse') return kept.refuse(scope, key, draft, decision, command, member.id);
    const group = await sharersOf(caller, activityId, standing);
    // The draft first: it is what two tabs of one person, or two people of a group, compete for.
    if ((await kept.bring(scope, key, draft, command, member.id)) === null) return false;
    // From here on they stay: a version never refers to a file that the clean-up may take.
    const inWork = filesOfWork(command);
    if (hidesAuthor(decision.promise)) await files.requireAnonymous(scope, inWork);
    await files.keep(scope, workItem(activityId), inWork, group ? undefined : member.id);
    const work = { ...command, promise: decision.promise };
    return writeVersion(caller, submission, activityId, work, group, review.allocation !== null);
  }

  return {
    /**
     * Keeps what is typed, also after the date: nothing is lost, only handing in is closed.
     *
     * @throws AppError STALE_REVISION when another tab, or another one of the group, saved something else meanwhile,
     *   NOT_IN_GROUP, NOT_FOUND
     */
    async saveDraft(
      caller: Caller,
      activityId: string,
      { text, files: fileIds, links = [] }: Pick<SubmitWorkRequest, 'text' | 'files' | 'links'>,
      expectedRevision: number,
    ): Promise<DraftSaved> {
      const { scope, member } = caller;
      const [attached, review] = await Promise.all([
        ownFilesOf(files, caller, fileIds),
        getOwnPeerReview(activities, scope, activityId, member.id),
      ]);
      const work = { text, files: attached, links };
      if (authors.setOf(scope, review) !== null)
        return saveOfGroup(caller, review, work, fileIds, expectedRevision);
      return kept.save(scope, workDraft(activityId, member.id), work, expectedRevision);
    },

    /**
     * Hands in the next version; a refused text is kept as the draft, unless another tab's is newer.
     *
     * @throws AppError SUBMISSIONS_CLOSED, SUBMISSION_EMPTY, WORK_PART_MISSING, WORK_PART_REFUSED, ANONYMITY_CHANGED,
     *   STALE_REVISION, FILE_MISSING, FILE_NOT_ANONYMOUS, NOT_IN_GROUP, NOT_FOUND
     */
    async submit(caller: Caller, activityId: string, command: SubmitWorkRequest): Promise<void> {
      await untilThrough(() => submitOnce(caller, activityId, command));
      eventsWritten();
    },
  };
}

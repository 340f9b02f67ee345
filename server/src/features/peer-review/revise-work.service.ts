import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import type { Files } from '../files/index.ts';
import { revisionDraft } from './drafts.domain.ts';
import { workItem } from './file-items.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import { createKeptDrafts, untilThrough } from './kept-drafts.service.ts';
import { ownFilesOf } from './own-files.service.ts';
import { authorsOf, type WorkFile } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { decideRevise, type RevisionContent, revisionWindow } from './revision.domain.ts';
import { learnerRevisionView, ownRevisionView } from './revision.views.ts';
import { getOwnPeerReview, getPeerReview } from './settings.service.ts';

/** A revised work as it comes in, with the files by their ids. */
interface RevisionRequest extends Omit<RevisionContent, 'files'> {
  readonly files: readonly string[];
  readonly expectedRevision: number;
}

export type ReviseWorkService = ReturnType<typeof createReviseWorkService>;

/** Authors read the reviews and hand in a revised work; the reviews stand for the version before. */
export function createReviseWorkService(
  {
    submissions,
    drafts,
    revisions,
    reviews,
  }: Pick<PeerReviewStores, 'submissions' | 'drafts' | 'revisions' | 'reviews'>,
  activities: ActivityService,
  authors: Pick<AuthorGroups, 'withDatesOf'>,
  files: Pick<Files, 'keep' | 'findReady'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  const kept = createKeptDrafts(drafts, clock);

  /** @throws AppError NOT_FOUND where the settings have no revision round */
  async function snapshotOf({ scope, member }: Caller, activityId: string) {
    const [own, submission] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      submissions.findByAuthor(scope, activityId, member.id),
    ]);
    // Whoever shares a work writes the same draft of its revision.
    const authorId = submission?.authorId ?? member.id;
    const [review, draft, last] = await Promise.all([
      submission?.group ? authors.withDatesOf(scope, own, authorsOf(submission)) : own,
      drafts.find(scope, revisionDraft(activityId, authorId)),
      revisions.findLast(scope, activityId, authorId),
    ]);
    const { revision, reviewsCloseAt } = review.settings;
    if (!revision) throw new AppError('NOT_FOUND', { kind: 'revision' });
    const window = revisionWindow(review, submission !== null, clock.now());
    const dates = { opensAt: reviewsCloseAt, closesAt: revision.closesAt };
    return { review, submission, authorId, draft, last, window, dates };
  }

  /** Files that anybody brings who shares the work, and what is in it already. */
  async function attachedOf(
    caller: Caller,
    {
      submission,
      draft,
      last,
    }: Pick<Awaited<ReturnType<typeof snapshotOf>>, 'submission' | 'draft' | 'last'>,
    fileIds: readonly string[],
  ): Promise<WorkFile[]> {
    if (!submission?.group) return ownFilesOf(files, caller, fileIds);
    const version = await submissions.findVersion(caller.scope, submission.id, submission.version);
    const known = [draft.content, last, version].flatMap((one) => (one ? filesOfWork(one) : []));
    return ownFilesOf(files, caller, fileIds, { ownerIds: authorsOf(submission), known });
  }

  async function get(caller: Caller, activityId: string) {
    const { review, ...own } = await snapshotOf(caller, activityId);
    return ownRevisionView(review, own, { edit: caller.can('submission.write') && own.window === 'open' });
  }

  /** Answers to reviews that there are, without those that say nothing. */
  async function answersOf(
    { scope, member }: Caller,
    activityId: string,
    answers: RevisionContent['answers'],
  ) {
    const received = await reviews.listSubmittedByAuthor(scope, activityId, member.id);
    const known = new Set(received.map(({ reviewerLabel }) => reviewerLabel));
    return answers.filter(({ pseudonym, text }) => known.has(pseudonym) && text.trim() !== '');
  }

  /** @returns false when another request of the same person was faster: then everything is to be read again. */
  async function handInOnce(
    caller: Caller,
    activityId: string,
    command: RevisionContent & { readonly expectedRevision: number },
  ): Promise<boolean> {
    const { scope, member, actor, requestId } = caller;
    const { submission, authorId, draft, last, window } = await snapshotOf(caller, activityId);
    const decision = decideRevise({ window, last, draft }, command);
    if (decision.type === 'repeated') return true;
    const key = revisionDraft(activityId, authorId);
    if (decision.type === 'refuse') return kept.refuse(scope, key, draft, decision, command);
    if (!submission) throw new AppError('REVISION_CLOSED', { revision: draft.revision });
    if ((await kept.bring(scope, key, draft, command)) === null) return false;
    // From here on they stay: a version never refers to a file that the clean-up may take.
    const owner = submission.group ? undefined : member.id;
    await files.keep(scope, workItem(activityId), filesOfWork(command), owner);
    const at = clock.now();
    const { n } = decision;
    const { text, files: attachedFiles, links = [], note } = command;
    const answers = await answersOf(caller, activityId, command.answers);
    const event = makeEvent({
      type: 'submission.revised',
      at,
      actor,
      requestId,
      courseId: scope.courseId,
      subject: { kind: 'submission', id: submission.id },
      data: { activityId, memberId: member.id, n, ofVersion: submission.version },
    });
    const content = { text, files: attachedFiles, links, note: note.trim(), answers };
    return revisions.insert(
      scope,
      { activityId, memberId: authorId, n, ofVersion: submission.version, ...content, at },
      event,
    );
  }

  return {
    /** @throws AppError NOT_FOUND where the settings have no revision round */
    get,

    /** Keeps what is typed. @throws AppError REVISION_CLOSED without a work, STALE_REVISION, NOT_FOUND */
    async saveDraft(caller: Caller, activityId: string, { expectedRevision, ...wanted }: RevisionRequest) {
      const { scope } = caller;
      const { window, authorId, ...own } = await snapshotOf(caller, activityId);
      if (window === 'noWork') throw new AppError('REVISION_CLOSED');
      const content = { ...wanted, files: await attachedOf(caller, own, wanted.files) };
      return kept.save(scope, revisionDraft(activityId, authorId), content, expectedRevision);
    },

    /**
     * Hands in the revised work, or its next version until the date; what is refused is kept as the draft.
     *
     * @throws AppError REVISION_CLOSED, SUBMISSION_EMPTY, REVISION_NOTE_REQUIRED, STALE_REVISION, FILE_MISSING, NOT_FOUND
     */
    async handIn(caller: Caller, activityId: string, request: RevisionRequest) {
      const found = await attachedOf(caller, await snapshotOf(caller, activityId), request.files);
      if (found.length < request.files.length) throw new AppError('FILE_MISSING');
      await untilThrough(() => handInOnce(caller, activityId, { ...request, files: found }));
      eventsWritten();
      return get(caller, activityId);
    },

    /** For staff: both versions. @throws AppError NOT_FOUND */
    async ofLearner({ scope }: Caller, activityId: string, memberId: string) {
      const [review, submission, own] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        submissions.findByAuthor(scope, activityId, memberId),
        revisions.findLast(scope, activityId, memberId),
      ]);
      const last =
        own ?? (submission?.group ? await revisions.findLast(scope, activityId, submission.authorId) : null);
      const before =
        last && submission && (await submissions.findVersion(scope, submission.id, last.ofVersion));
      const isOn = review.settings.revision !== null;
      return learnerRevisionView(isOn, last && before && { last, before });
    },
  };
}

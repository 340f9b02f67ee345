import type { ErrorCode } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { mentionedIn } from './mentions.domain.ts';
import type { PeopleService } from './people.service.ts';
import { draftView } from './discussion.views.ts';
import type { ChangeDecision, WriteDecision } from './discussion.domain.ts';
import { emptyContent, noDraft, type PostContent, type PostDraft, sameContent } from './drafts.domain.ts';
import type { OwnFiles } from './post-files.service.ts';
import type { PostDraftStore } from './post-drafts.store.ts';

/** What was sent, beside what is kept of it. */
interface Sent {
  readonly key: { readonly activityId: string; readonly target: string };
  readonly draft: PostDraft;
  readonly content: PostContent;
  /** The revision of the draft that was sent. */
  readonly draftRevision: number;
}

/** What is typed as it comes in: its files by their ids. */
type Typed = Omit<PostContent, 'files'> & { readonly files: readonly string[] };

export type PostDraftsService = ReturnType<typeof createPostDraftsService>;

/** What people type in discussions is kept, and no tab writes over another's. */
export function createPostDraftsService(
  access: AccessService,
  drafts: PostDraftStore,
  people: Pick<PeopleService, 'nameMentioned'>,
  ownFiles: OwnFiles,
  clock: Clock,
) {
  const keyOf = ({ member }: Caller, { activityId, target }: Sent['key']) => ({
    activityId,
    target,
    memberId: member.id,
  });

  const find = async (caller: Caller, activityId: string, target: string): Promise<PostDraft> =>
    (await drafts.find(caller.scope, keyOf(caller, { activityId, target }))) ?? noDraft();

  /** Keeps what was refused as the draft, unless another tab has a newer one; then tells why. @throws AppError */
  async function refuse(
    caller: Caller,
    { key, draft, content, draftRevision }: Sent,
    reason: ErrorCode,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<never> {
    const isCurrent = draft.revision === draftRevision;
    const isKept =
      isCurrent &&
      !sameContent(draft, content) &&
      (await drafts.save(caller.scope, keyOf(caller, key), content, draft.revision, clock.now()));
    throw new AppError(reason, { ...details, draftRevision: draft.revision + (isKept ? 1 : 0) });
  }

  return {
    find,

    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, activityId: string, target: string) {
      const [draft, { discussion }] = await Promise.all([
        find(caller, activityId, target),
        access.forReading(caller, activityId),
      ]);
      const { settings } = discussion;
      return draftView(draft, await people.nameMentioned(caller.scope, settings, mentionedIn(draft.text)));
    },

    /** Also after the date. @throws AppError STALE_REVISION when another tab saved something else, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async save(
      caller: Caller,
      activityId: string,
      target: string,
      { files: fileIds, ...typed }: Typed,
      expectedRevision: number,
    ) {
      const now = clock.now();
      const key = keyOf(caller, { activityId, target });
      const [files] = await Promise.all([
        ownFiles.find(caller, fileIds),
        access.forReading(caller, activityId),
      ]);
      const content = { ...typed, files };
      if (await drafts.save(caller.scope, key, content, expectedRevision, now))
        return { revision: expectedRevision + 1, savedAt: now.toISOString() };
      const current = await find(caller, activityId, target);
      // The same save came again after its answer was lost.
      if (current.savedAt && sameContent(current, content))
        return { revision: current.revision, savedAt: current.savedAt.toISOString() };
      throw new AppError('STALE_REVISION', { revision: current.revision });
    },

    refuse,

    /** As `refuse`; what is not there is not found. */
    refuseBy: (caller: Caller, sent: Sent, decision: WriteDecision | ChangeDecision): Promise<never> =>
      decision.type === 'refuse' ? refuse(caller, sent, decision.reason) : refuse(caller, sent, 'NOT_FOUND'),

    /** Empties the draft of what is posted; one that another tab has gone on with stays. */
    async clear(caller: Caller, { key, draft, draftRevision }: Sent): Promise<void> {
      if (draft.revision === 0 || draft.revision !== draftRevision) return;
      await drafts.save(caller.scope, keyOf(caller, key), emptyContent(), draft.revision, clock.now());
    },
  };
}

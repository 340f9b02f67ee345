import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { AppError } from '../../core/app-error.ts';
import { mayKnow, momentFor } from '../../core/name-promise.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { historyView } from './discussion.views.ts';
import { maySee } from './moderation.domain.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

const HISTORY_MAX = 100;

/** Whether somebody reads what posts said before: staff, and all where the set-up says so. */
export const seesHistory = (caller: Caller, { history }: Pick<DiscussionSettings, 'history'>): boolean =>
  caller.can('discussion.history') || history === 'all';

export type PostHistoryService = ReturnType<typeof createPostHistoryService>;

/** What posts said before they were changed (spec/discussion.md, 2). */
export const createPostHistoryService = (
  access: Pick<AccessService, 'forReading'>,
  threads: Pick<ThreadStore, 'find'>,
  posts: Pick<PostStore, 'listVersions'>,
) => ({
  /** @throws AppError FORBIDDEN, NOT_FOUND also for learners where the post is deleted or hidden from them */
  async get(caller: Caller, activityId: string, threadId: string, n: number) {
    const { scope, member } = caller;
    const { discussion, who, audience } = await access.forReading(caller, activityId);
    if (!seesHistory(caller, discussion.settings))
      throw new AppError('FORBIDDEN', { permission: 'discussion.history' });
    const thread = await threads.find(scope, activityId, threadId, audience, member.id, n);
    const post = thread?.gone === false ? thread.post : null;
    if (!post || (!who.isStaff && (post.deletedAt !== null || !maySee(post, who))))
      throw new AppError('NOT_FOUND', { kind: 'post' });
    const isKnown = post.authorId === who.memberId || mayKnow(post.promise, who);
    const versions = await posts.listVersions(scope, post, HISTORY_MAX);
    return historyView(versions, (at) => momentFor(at, isKnown), isKnown);
  },
});

import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { lastShownOf } from './approval.domain.ts';
import type { AccessService } from './access.service.ts';
import { changesView } from './discussion.views.ts';
import { endorsedOf } from './modes.domain.ts';
import { titleFor } from './moderation.domain.ts';
import type { createFindThread } from './find-thread.service.ts';
import type { PostStore } from './posts.store.ts';
import { factsOf, shownTo } from './shown-posts.service.ts';

/** More than this is better read anew, page by page. */
const CHANGES_MAX = 200;
/** By how much the clocks of two instances may differ: what was changed shortly before is given again. */
const SKEW_MS = 150_000;

export type ReadChangesService = ReturnType<typeof createReadChangesService>;

/** What somebody who has a thread open has not seen of it yet: asked for when they are told that it has changed. */
export const createReadChangesService = (
  access: AccessService,
  findThread: ReturnType<typeof createFindThread>,
  posts: Pick<PostStore, 'listChanged'>,
  clock: Clock,
) => ({
  /** @throws AppError POST_MOVED, NOT_FOUND, ACTIVITY_NOT_OPEN */
  async get(
    caller: Caller,
    activityId: string,
    threadId: string,
    { last, asOf }: { readonly last: number; readonly asOf: string },
  ) {
    const { scope } = caller;
    const now = clock.now();
    const opened = await access.forReading(caller, activityId);
    const { discussion, audience } = opened;
    const thread = await findThread(caller, opened, threadId);
    const since = new Date(Date.parse(asOf) - SKEW_MS);
    const found = await posts.listChanged(scope, threadId, audience, { last, since }, CHANGES_MAX + 1);
    // Those that have gone are among no changes.
    const isArranged = thread.arrangedAt !== null && thread.arrangedAt >= since;
    const isMuch = isArranged || found.length > CHANGES_MAX;
    const { show } = shownTo(caller, opened, thread, now);
    const items = (isMuch ? [] : found).toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(show);
    return changesView(thread, caller.can('discussion.moderate'), items, {
      title: titleFor(thread, opened.who),
      isMuch,
      ...factsOf(discussion.settings.mode, thread),
      accepted: thread.accepted,
      endorsed: endorsedOf(thread),
      // A post may be there a moment before its thread has noted it.
      last: isMuch ? lastShownOf(thread) : Math.max(last, ...items.map(({ n }) => n)),
      asOf: now.toISOString(),
    });
  },
});

import { AppError, unlessRefused } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { NoticeSource } from '../notices/index.ts';
import type { AccessService } from './access.service.ts';
import { followNewsView } from './discussion.views.ts';
import { newsIn } from './follow-news.domain.ts';
import { countIn } from './bitmaps.domain.ts';
import { unreadIn } from './shown-posts.service.ts';
import type { ThreadStore } from './threads.store.ts';

/** Threads that are looked at, those first in which was written last. */
const LOOKED_AT = 200;
/** Threads that are told of one by one: a mail is all that one reads of it, a notice leads to the list. */
const LINES = { mail: 10, page: 3 } as const;

export type FollowThreadsService = ReturnType<typeof createFollowThreadsService>;

/** Following threads (spec/discussion.md, 4): one's own and those one writes in by themselves, others as one wants. */
export function createFollowThreadsService(
  access: Pick<AccessService, 'forReading'>,
  threads: Pick<ThreadStore, 'find' | 'listFollowedThreads' | 'setFollowing'>,
  clock: Clock,
) {
  async function findNews(
    caller: Parameters<AccessService['forReading']>[0],
    activityId: string,
    most: number,
  ): Promise<ReturnType<typeof newsIn>> {
    const { discussion, who, audience } = await access.forReading(caller, activityId);
    const found = await threads.listFollowedThreads(
      caller.scope,
      activityId,
      audience,
      who.memberId,
      LOOKED_AT,
    );
    const read = found.map((thread) => ({ ...thread, unread: countIn(unreadIn(thread)) }));
    return newsIn(discussion.settings, who, read, most);
  }

  /** For mail. */
  const newsOf: NonNullable<NoticeSource['newsOf']> = async (scope, member, activityId) => {
    const news = await unlessRefused(findNews({ scope, member }, activityId, LINES.mail));
    return news && news.lines.length > 0 ? news : null;
  };

  return {
    newsOf,

    /** What is new to the caller in threads that they follow. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async news(caller: Caller, activityId: string) {
      return followNewsView(await findNews(caller, activityId, LINES.page));
    },

    /** @throws AppError NOT_FOUND, also for one that the caller does not see, ACTIVITY_NOT_OPEN */
    async follow(caller: Caller, activityId: string, threadId: string, on: boolean) {
      const { scope, member } = caller;
      const { audience } = await access.forReading(caller, activityId);
      const thread = await threads.find(scope, activityId, threadId, audience, member.id);
      if (!thread || thread.gone) throw new AppError('NOT_FOUND', { kind: 'thread' });
      await threads.setFollowing(scope, { activityId, threadId, memberId: member.id }, on, clock.now());
      return { on };
    },
  };
}

import { unlessRefused } from '../../core/app-error.ts';
import type { NoticeSource } from '../notices/index.ts';
import type { AccessService } from './access.service.ts';
import { newsIn } from './follow-news.domain.ts';
import { unreadIn } from './shown-posts.service.ts';
import type { ThreadStore } from './threads.store.ts';

/** Threads that are looked at, those first in which was written last. */
const LOOKED_AT = 200;

/** What is new to somebody in threads that they follow, as they see them when they are told (spec/discussion.md, 4). */
export const createFollowNews =
  (
    access: Pick<AccessService, 'forReading'>,
    threads: Pick<ThreadStore, 'list' | 'listFollowed'>,
  ): NonNullable<NoticeSource['newsOf']> =>
  async (scope, member, activityId) => {
    const opened = await unlessRefused(access.forReading({ scope, member }, activityId));
    if (!opened) return null;
    const ids = await threads.listFollowed(scope, activityId, member.id);
    if (ids.length === 0) return null;
    const query = { isUnanswered: false, groupId: null, tag: null, author: null, after: null } as const;
    const found = await threads.list(
      scope,
      activityId,
      opened.audience,
      member.id,
      { sort: 'activity', ids, ...query },
      LOOKED_AT,
    );
    const { discussion, who } = opened;
    const news = newsIn(
      discussion.settings,
      who,
      found.map((thread) => ({ ...thread, unread: unreadIn(thread) })),
    );
    return news.lines.length === 0 ? null : news;
  };

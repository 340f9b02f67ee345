import type { CourseScope } from '../../core/course-scope.ts';
import type { NoticeChange } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { hasMentions } from './mentions.domain.ts';
import { announcementOf, type ToldPost } from './notice-source.service.ts';
import type { PeopleService } from './people.service.ts';

/**
 * Tells people that a post mentions them, each once per post, also where it was changed later: neither what it says nor
 * by whom. Where one posts first, not even in which thread.
 */
export const createMentionNotices =
  (people: Pick<PeopleService, 'listReaders'>) =>
  async (scope: CourseScope, { event, activity, post }: ToldPost): Promise<NoticeChange | null> => {
    const { threadId, n, groupId, authorId } = post;
    const ids = post.mentions.filter((id) => id !== authorId);
    const settings = settingsOf(activity);
    if (ids.length === 0 || !hasMentions(settings)) return null;
    // A post goes into the space of one group, also where it is written for several at once.
    const readers = await people.listReaders(scope, settings, [groupId], ids);
    const place = settings.mode === 'postFirst' ? null : { threadId, n };
    return {
      type: 'tell',
      announcement: announcementOf(activity, `mentioned/${threadId}/${n}`, event.at),
      recipients: readers.map(({ id }) => ({ memberId: id, content: { kind: 'mentioned', place } })),
    };
  };

import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { titleFor, type TitledThread } from './moderation.domain.ts';
import type { Participant, Thread } from './discussion.domain.ts';

/** A thread that somebody follows, with how much of it they have not read. */
type FollowedThread = TitledThread & Pick<Thread, 'id' | 'promise'> & { readonly unread: number };

/**
 * What is new in threads that somebody follows, as it may be told outside of the discussion: by title where whoever started the
 * thread did so under their name, and never where one reads others only after a post of one's own. The others are one line
 * without a title.
 *
 * @param threads that they see, in the order in which they are told of
 * @param most threads that are told of one by one; of those beyond them it is told how many there are
 * @returns `threadId`: null where a line tells of several
 */
export function newsIn(
  { mode }: Pick<DiscussionSettings, 'mode'>,
  who: Pick<Participant, 'memberId' | 'isStaff'>,
  threads: readonly FollowedThread[],
  most: number,
) {
  const unread = threads.filter((thread) => thread.unread > 0);
  const titleOf = (thread: FollowedThread): string =>
    mode === 'postFirst' || thread.promise !== 'none' ? '' : titleFor(thread, who);
  const titled = unread.filter((thread) => titleOf(thread) !== '');
  const others = unread.filter((thread) => titleOf(thread) === '');
  const count = others.reduce((sum, thread) => sum + thread.unread, 0);
  const lines = titled.map((thread) => ({
    threadId: thread.id,
    title: titleOf(thread),
    count: thread.unread,
  }));
  const [other, ...more] = others;
  const together = other && { threadId: more.length === 0 ? other.id : null, title: null, count };
  return {
    lines: [...lines.slice(0, most), ...(together ? [together] : [])],
    more: Math.max(0, lines.length - most),
  };
}

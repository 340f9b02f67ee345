import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Access } from './access.service.ts';
import { type Bits, bitsOf, bitsWithout, countIn, hasNumber } from './bitmaps.domain.ts';
import { mayWriteIn, type Thread } from './discussion.domain.ts';
import { postLine } from './discussion.views.ts';
import {
  answerFacts,
  balanceOf,
  isAnswered,
  mayAccept,
  mayEndorse,
  seenAnswers,
  sideIn,
} from './modes.domain.ts';
import { maySee } from './moderation.domain.ts';
import { depthOf } from './paths.domain.ts';
import type { NamedPost } from './posts.store.ts';
import type { OwnThread } from './threads.store.ts';

type Mode = DiscussionSettings['mode'];
type ReadThread = Thread & Pick<OwnThread, 'read'>;

/** What is there of a thread and was not read. */
export const unreadIn = ({
  live,
  read,
  lastNumber,
}: Pick<ReadThread, 'live' | 'read' | 'lastNumber'>): Bits => bitsWithout(live, read, lastNumber);

/** What a thread says of itself to one reader. */
export const factsOf = (mode: Mode, thread: ReadThread) => ({
  posts: countIn(bitsOf(thread.live, thread.lastNumber)),
  unread: countIn(unreadIn(thread)),
  isAnswered: isAnswered(mode, seenAnswers(thread)),
  balance: balanceOf(mode, thread),
});

/** Posts of a thread as one reader sees them. */
export function shownTo(caller: Caller, { discussion, who }: Access, thread: ReadThread, now: Date) {
  const writes = caller.can('discussion.post') && mayWriteIn(discussion, who, thread, now);
  const { mode } = discussion.settings;
  const show = (post: NamedPost) => {
    const situation = { mode, thread, post, isOpen: writes };
    const isUnread = hasNumber(thread.live, post.n) && !hasNumber(thread.read, post.n);
    return postLine(
      post,
      who,
      {
        depth: depthOf(post.path),
        isSeen: maySee(post, who),
        isUnread,
        side: sideIn(mode, post.side),
        ...answerFacts(mode, thread, post),
      },
      {
        write: writes,
        accept: caller.can('discussion.post') && mayAccept(situation, who.memberId),
        endorse: caller.can('discussion.endorse') && mayEndorse(situation, who.memberId),
        moderate: caller.can('discussion.moderate'),
        report: caller.can('discussion.report'),
      },
    );
  };
  return { writes, show };
}

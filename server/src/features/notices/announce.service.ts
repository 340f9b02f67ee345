import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { noticeIdOf } from '../../core/ids.ts';
import type { MailboxStore } from './mailboxes.store.ts';
import { type Announcement, type Notice, type Recipient, taskKeyOf } from './notices.domain.ts';
import type { NoticeStore } from './notices.store.ts';

export interface AnnouncePorts {
  readonly notices: NoticeStore;
  readonly mailboxes: MailboxStore;
  readonly clock: Clock;
  /** Whether a mail server is set up. */
  readonly byMail: boolean;
  /** Tells the sender that mailboxes were filled. */
  readonly mailDue: () => void;
}

/** Members told by one statement. */
const CHUNK = 500;
/** Mail waits this long, so that what happens at once comes in one mail. */
const GATHER_MS = 3_000;

export type AnnounceService = ReturnType<typeof createAnnounceService>;

/** Stores notices: two round trips per 500 members. Mailing comes after it, from what is stored. */
export function createAnnounceService({ notices, mailboxes, clock, byMail, mailDue }: AnnouncePorts) {
  return {
    /** Tells members of a matter; of one they know already nothing changes. */
    async tell(
      scope: CourseScope,
      announcement: Announcement,
      recipients: readonly Recipient[],
    ): Promise<void> {
      for (let start = 0; start < recipients.length; start += CHUNK) {
        const chunk = recipients.slice(start, start + CHUNK);
        await notices.insertMissing(
          chunk.map((recipient) => noticeOf(scope, announcement, recipient)),
          byMail,
        );
        if (!byMail) continue;
        const dueAt = new Date(clock.now().getTime() + GATHER_MS);
        await mailboxes.fill(
          scope,
          chunk.map(({ memberId }) => memberId),
          dueAt,
        );
      }
      if (byMail && recipients.length > 0) mailDue();
    },

    settle: notices.settleTask,
    settleOlder: notices.settleOlder,
    withdraw: notices.withdraw,
    moveUntil: notices.moveUntil,
  };
}

const noticeOf = (
  { courseId }: CourseScope,
  { key, activityId, title, task, at, until }: Announcement,
  { memberId, content }: Recipient,
): Notice => ({
  id: noticeIdOf(key, memberId),
  courseId,
  memberId,
  activityId,
  title,
  content,
  key,
  task: task && taskKeyOf(activityId, task),
  at,
  until,
  unread: true,
  state: 'open',
});

import type { TaskName } from '../../contracts/notices.ts';
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

/** Stores notices: three round trips per 500 members. Mailing comes after it, from what is stored. */
export function createAnnounceService({ notices, mailboxes, clock, byMail, mailDue }: AnnouncePorts) {
  async function tellChunk(
    scope: CourseScope,
    announcement: Announcement,
    chunk: readonly Recipient[],
  ): Promise<void> {
    const told = chunk.map((recipient) => noticeOf(scope, announcement, recipient));
    const [first] = told;
    if (!first) return;
    const memberIds = chunk.map(({ memberId }) => memberId);
    await notices.insertMissing(told, byMail);
    await notices.replaceOlder(scope, first, memberIds);
    if (byMail) await mailboxes.fill(scope, memberIds, new Date(clock.now().getTime() + GATHER_MS));
  }

  return {
    /** Tells members of a matter in one way, the same for all; of one they know already nothing changes. */
    async tell(
      scope: CourseScope,
      announcement: Announcement,
      recipients: readonly Recipient[],
    ): Promise<void> {
      for (let start = 0; start < recipients.length; start += CHUNK) {
        const chunk = recipients.slice(start, start + CHUNK);
        await tellChunk(scope, announcement, chunk);
      }
      if (byMail && recipients.length > 0) mailDue();
    },

    settle: notices.settleTask,

    /** Settles what has asked some members for a task up to now. */
    settleNow: (
      scope: CourseScope,
      activityId: string,
      task: TaskName,
      memberIds: readonly string[],
    ): Promise<void> => notices.settleTask(scope, taskKeyOf(activityId, task), memberIds, clock.now()),

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

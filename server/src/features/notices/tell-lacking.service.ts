import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { AnnounceService } from './announce.service.ts';
import {
  contentOf,
  type LackingMember,
  type NoticeSource,
  type TaskAnnouncement,
  taskKeyOf,
} from './notices.domain.ts';

/** Members read, told and looked at again in one go. */
const PAGE = 500;

/** Those of a page who are told. */
type Choose = (members: readonly LackingMember[]) => Promise<readonly LackingMember[]>;

export type TellLackingService = ReturnType<typeof createTellLackingService>;

/** Tells everybody who lacks a task: four round trips per 500 of them, one more where some are left out. */
export function createTellLackingService(announce: AnnounceService, clock: Clock) {
  async function tellPage(
    scope: CourseScope,
    source: NoticeSource,
    announcement: TaskAnnouncement,
    about: { readonly title: string; readonly until: Date },
    members: readonly LackingMember[],
  ): Promise<void> {
    const { key, activityId, task, kind, at } = announcement;
    const recipients = members.map(({ memberId, open }) => ({
      memberId,
      content: contentOf(kind, task, open),
    }));
    await announce.tell(scope, { key, activityId, task, at, ...about }, recipients);
    // Whoever did it since the page was read was settled before there was anything to settle.
    const done = await source.findDone(
      scope,
      activityId,
      task,
      members.map(({ memberId }) => memberId),
    );
    if (done.length > 0) await announce.settle(scope, taskKeyOf(activityId, task), done, clock.now());
  }

  return {
    /**
     * Repeating it, also after a crash in between, tells nobody twice.
     *
     * @param choose leaves some of those who lack the task out
     * @returns how many were told; 0 when the task is not open any more
     */
    async tellLacking(
      scope: CourseScope,
      source: NoticeSource,
      announcement: TaskAnnouncement,
      choose: Choose = async (members) => members,
    ): Promise<number> {
      const { activityId, task } = announcement;
      const activity = await source.openTasks(scope, activityId);
      const open = activity?.tasks.find((one) => one.task === task);
      if (!activity || !open || open.until <= clock.now()) return 0;
      const about = { title: activity.title, until: open.until };
      let told = 0;
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<NoticeSource['listLacking']>> = await source.listLacking(
          scope,
          activityId,
          task,
          after,
          PAGE,
        );
        const members = await choose(page.members);
        if (members.length > 0) await tellPage(scope, source, announcement, about, members);
        told += members.length;
        after = page.next;
      } while (after !== null);
      return told;
    },
  };
}

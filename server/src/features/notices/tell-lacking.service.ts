import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import type { AnnounceService } from './announce.service.ts';
import {
  contentOf,
  type LackingMember,
  type TaskSource,
  type TaskAnnouncement,
  taskKeyOf,
} from './notices.domain.ts';

/** Members read, told and looked at again in one go. */
const PAGE = 500;

interface Choice {
  /** Leaves some of those out who lack the task. */
  readonly choose?: (members: readonly LackingMember[]) => Promise<readonly LackingMember[]>;
  /** Tells only those for whom this is the date. */
  readonly until?: Date;
}

export type TellLackingService = ReturnType<typeof createTellLackingService>;

/** Tells everybody who lacks a task: five round trips per 500 of them, one more where some are left out. */
export function createTellLackingService(announce: AnnounceService, clock: Clock) {
  async function tellPage(
    scope: CourseScope,
    source: TaskSource,
    announcement: TaskAnnouncement,
    about: { readonly title: string; readonly until: Date | null },
    members: readonly LackingMember[],
  ): Promise<void> {
    const { key, activityId, task, at } = announcement;
    const recipients = members.map(({ memberId, open }) => ({
      memberId,
      content: contentOf(announcement, open),
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
     * Repeating it, also after a crash in between, tells nobody twice. Whose date has passed is not told.
     *
     * @returns how many were told
     */
    async tellLacking(
      scope: CourseScope,
      source: TaskSource,
      announcement: TaskAnnouncement,
      { choose = async (members) => members, until }: Choice = {},
    ): Promise<number> {
      const { activityId, task } = announcement;
      const activity = await source.openTasks(scope, activityId);
      const open = activity?.tasks.find((one) => one.task === task);
      if (!activity || !open) return 0;
      const own = await source.listOwnDates(scope, activityId, task);
      const now = clock.now();
      const dateOf = ({ memberId }: LackingMember): Date | null => own.get(memberId) ?? open.until;
      if (![open.until, ...own.values()].some((at) => at === null || at > now)) return 0;
      const concerned = open.only ? new Set(open.only) : null;
      let told = 0;
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<TaskSource['listLacking']>> = await source.listLacking(
          scope,
          activityId,
          task,
          after,
          PAGE,
        );
        const asked = page.members.filter((member) => {
          if (concerned?.has(member.memberId) === false) return false;
          const at = dateOf(member);
          if (at === null) return until === undefined;
          return at > now && (until === undefined || at.getTime() === until.getTime());
        });
        const members = asked.length > 0 ? await choose(asked) : [];
        for (const [time, some] of groupBy(members, (member) => dateOf(member)?.getTime() ?? null)) {
          const about = { title: activity.title, until: time === null ? null : new Date(time) };
          await tellPage(scope, source, announcement, about, some);
        }
        told += members.length;
        after = page.next;
      } while (after !== null);
      return told;
    },
  };
}

import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import type { ReminderTask } from '../../contracts/notices.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import {
  hasTasks,
  type NoticeSource,
  type OpenTask,
  remindedSince,
  taskKeyOf,
  type TaskSource,
} from './notices.domain.ts';
import type { NoticeStore } from './notices.store.ts';
import { previewView, reminderView } from './notices.views.ts';
import type { Reminder } from './reminders.domain.ts';
import type { ReminderStore } from './reminders.store.ts';
import type { TellLackingService } from './tell-lacking.service.ts';

export interface RemindPorts {
  readonly sources: readonly NoticeSource[];
  readonly course: Pick<CourseService, 'findScope'>;
  readonly notices: NoticeStore;
  readonly reminders: ReminderStore;
  readonly lacking: TellLackingService;
  readonly clock: Clock;
  readonly byMail: boolean;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type RemindService = ReturnType<typeof createRemindService>;

/** Staff remind those who lack something. */
export function createRemindService(ports: RemindPorts) {
  const { sources, course, notices, reminders, lacking, clock, byMail, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND, also for an activity of another course */
  async function activityOf(scope: CourseScope, activityId: string) {
    for (const source of sources.filter(hasTasks)) {
      const { countLacking } = source;
      const activity = countLacking && (await source.openTasks(scope, activityId));
      if (activity) return { source, countLacking, tasks: activity.tasks };
    }
    throw new AppError('NOT_FOUND', { kind: 'activity' });
  }

  /** @throws AppError NOTHING_TO_REMIND when the task is not open */
  function openTask(
    tasks: readonly OpenTask[],
    task: ReminderTask,
  ): { readonly until: Date; readonly only: readonly string[] | undefined } {
    const { until, only } = tasks.find((one) => one.task === task) ?? {};
    if (!until || until <= clock.now()) throw new AppError('NOTHING_TO_REMIND');
    return { until, only: only ?? undefined };
  }

  const eventOf = (
    type: EventType,
    { id, courseId, activityId, task }: Reminder,
    by: { actor: EventActor; requestId: string | null },
    data: Record<string, unknown> = {},
  ): DomainEvent =>
    makeEvent({
      ...by,
      type,
      at: clock.now(),
      courseId,
      subject: { kind: 'reminder', id },
      data: { activityId, task, ...data },
    });

  async function carryOut(scope: CourseScope, source: TaskSource, reminder: Reminder): Promise<void> {
    const { id, activityId, task, requestedAt, memberIds } = reminder;
    const key = `reminder/${id}`;
    const chosen = memberIds && new Set(memberIds);
    const reminded = await lacking.tellLacking(
      scope,
      source,
      { key, activityId, task, kind: 'reminder', at: requestedAt },
      {
        choose: async (lackingTask) => {
          const members = lackingTask.filter(({ memberId }) => !chosen || chosen.has(memberId));
          const ids = members.map(({ memberId }) => memberId);
          const since = remindedSince(requestedAt);
          const told = await notices.findTold(
            scope,
            taskKeyOf(activityId, task),
            'reminder',
            ids,
            since,
            key,
          );
          return members.filter(({ memberId }) => !told.has(memberId));
        },
      },
    );
    const by = { actor: { kind: 'system', job: 'notices.remind' }, requestId: null } as const;
    const event = eventOf('reminder.sent', reminder, by, { reminded });
    await reminders.finish(scope, id, reminded, clock.now(), event);
  }

  /** @throws AppError NOT_FOUND */
  async function get(scope: CourseScope, activityId: string, reminderId: string) {
    const reminder = await reminders.find(scope, activityId, reminderId);
    if (!reminder) throw new AppError('NOT_FOUND', { kind: 'reminder' });
    return reminderView(reminder);
  }

  return {
    /** Four round trips. @throws AppError NOT_FOUND, NOTHING_TO_REMIND */
    async preview(
      scope: CourseScope,
      activityId: string,
      task: ReminderTask,
      after: string | undefined,
      limit: number,
    ) {
      const { source, countLacking, tasks } = await activityOf(scope, activityId);
      const { until, only } = openTask(tasks, task);
      const [page, count] = await Promise.all([
        source.listLacking(scope, activityId, task, after ?? null, limit, only),
        countLacking(scope, activityId, task, only),
      ]);
      const told = await notices.countTold(
        scope,
        taskKeyOf(activityId, task),
        'reminder',
        remindedSince(clock.now()),
        page.members.map(({ memberId }) => memberId),
      );
      return previewView({
        task,
        until,
        lacking: count,
        remindedLately: Math.min(told.count, count),
        byMail,
        members: page.members.map(({ memberId, name }) => ({
          id: memberId,
          name,
          remindedLately: told.among.has(memberId),
        })),
        next: page.next,
      });
    },

    /** The same for some members, all at once: three round trips. @throws AppError NOT_FOUND, NOTHING_TO_REMIND */
    async previewChosen(
      scope: CourseScope,
      activityId: string,
      task: ReminderTask,
      memberIds: readonly string[],
    ) {
      const { source, tasks } = await activityOf(scope, activityId);
      const { until, only } = openTask(tasks, task);
      const concerned = only && new Set(only);
      const among = concerned ? memberIds.filter((id) => concerned.has(id)) : memberIds;
      const found = await source.listLacking(scope, activityId, task, null, memberIds.length, among);
      const ids = found.members.map(({ memberId }) => memberId);
      const since = remindedSince(clock.now());
      const told = await notices.findTold(scope, taskKeyOf(activityId, task), 'reminder', ids, since, '');
      return previewView({
        task,
        until,
        lacking: ids.length,
        remindedLately: told.size,
        byMail,
        members: found.members.map(({ memberId, name }) => ({
          id: memberId,
          name,
          remindedLately: told.has(memberId),
        })),
        next: null,
      });
    },

    /** @param memberIds whom staff chose; null: everybody who lacks it. @throws AppError NOT_FOUND, NOTHING_TO_REMIND */
    async request(
      caller: Caller,
      activityId: string,
      reminderId: string,
      task: ReminderTask,
      memberIds: readonly string[] | null,
    ) {
      const { scope, member, actor, requestId } = caller;
      const repeated = await reminders.find(scope, activityId, reminderId);
      if (repeated) return reminderView(repeated);
      openTask((await activityOf(scope, activityId)).tasks, task);
      const reminder: Reminder = {
        id: reminderId,
        courseId: scope.courseId,
        activityId,
        task,
        memberIds,
        by: member.id,
        requestedAt: clock.now(),
        doneAt: null,
        reminded: null,
      };
      const event = eventOf('reminder.requested', reminder, { actor, requestId });
      // The same request twice at once, or an id that is in use elsewhere.
      if (!(await reminders.insert(reminder, event))) return get(scope, activityId, reminderId);
      eventsWritten();
      return reminderView(reminder);
    },

    get,

    /**
     * Carries out what was asked for about one task. Its jobs run one after the other, so that each sees whom the one
     * before has reminded.
     */
    async carryOutAll(courseId: string, activityId: string, task: ReminderTask): Promise<void> {
      const scope = await course.findScope(courseId);
      if (!scope) return;
      const { source } = await activityOf(scope, activityId);
      for (const reminder of await reminders.listUndone(scope, activityId, task)) {
        await carryOut(scope, source, reminder);
      }
      eventsWritten();
    },
  };
}

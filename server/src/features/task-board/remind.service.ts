import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { remindAt } from '../../core/remind-at.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { TeamRooms } from '../group-work/index.ts';
import type { NoticeSource } from '../notices/index.ts';
import type { TaskStore } from './task-board.store.ts';

const REMIND = 'task-board.remind';

export interface RemindPorts {
  readonly jobs: Pick<Jobs, 'define' | 'enqueue'>;
  readonly running: Pick<TeamRooms, 'findRunning'>;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Reminds the owners of tasks before these are due. @returns what follows events to do so */
export function createTaskReminders(store: Pick<TaskStore, 'find' | 'say'>, ports: RemindPorts) {
  const { jobs, running, findScope, clock, eventsWritten } = ports;

  async function remind(courseId: string, taskId: string, dueAt: Date): Promise<void> {
    const scope = await findScope(courseId);
    const task = scope && (await store.find(scope, taskId));
    // Done, deleted, or due at another time by now.
    if (!task || task.state === 'done' || task.deletedAt || task.dueAt?.getTime() !== dueAt.getTime()) return;
    const { activityId, groupId } = task;
    const project = await running.findRunning(scope, activityId);
    if (!project) return;
    const inside = project.groups.find((group) => group.groupId === groupId)?.memberIds ?? [];
    const memberIds = task.ownerIds.filter((id) => inside.includes(id));
    if (memberIds.length === 0) return;
    const event = makeEvent({
      type: 'task.due',
      at: clock.now(),
      actor: { kind: 'system', job: REMIND },
      requestId: null,
      courseId,
      subject: { kind: 'task', id: taskId },
      data: { activityId, groupId, memberIds, dueAt },
    });
    await store.say(scope, taskId, event);
    eventsWritten();
  }

  jobs.define(REMIND, async ({ courseId, taskId, due }) => {
    await remind(String(courseId), String(taskId), new Date(String(due)));
    return DONE;
  });

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, at, courseId, subject, data } of events) {
      const { dueAt } = data;
      if ((type !== 'task.saved' && type !== 'task.restored') || !(dueAt instanceof Date)) continue;
      const when = remindAt(dueAt, at);
      if (when === null) continue;
      const due = dueAt.toISOString();
      await jobs.enqueue({
        type: REMIND,
        key: `${subject.id}/${due}`,
        payload: { courseId, taskId: subject.id, due },
        dueAt: when,
      });
    }
  };
}

/** Tells those who were found to have a task that is due: once for each date. */
export const createTaskNotices = ({ findRunning }: Pick<TeamRooms, 'findRunning'>): NoticeSource => ({
  name: 'taskBoard',
  async read(scope, events) {
    const told = await Promise.all(
      events
        .filter(({ type }) => type === 'task.due')
        .map(async ({ at, subject, data }) => {
          const activityId = String(data['activityId']);
          const project = await findRunning(scope, activityId);
          const dueAt = new Date(String(data['dueAt']));
          const groupId = String(data['groupId']);
          return {
            type: 'tell' as const,
            announcement: {
              key: `taskDue/${subject.id}/${dueAt.toISOString()}`,
              activityId,
              title: project?.project.title ?? '',
              task: null,
              at,
              until: dueAt,
            },
            recipients: (data['memberIds'] as readonly string[]).map((memberId) => ({
              memberId,
              content: { kind: 'taskDue' as const, groupId },
            })),
          };
        }),
    );
    return told.filter(({ announcement }) => announcement.title !== '');
  },
});

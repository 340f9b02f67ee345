import type { CourseScope } from '../../core/course-scope.ts';
import type { OwnRooms } from '../group-work/index.ts';
import type { Deadline } from '../notices/index.ts';
import type { TaskStore } from './task-board.store.ts';

/** For calendars: when somebody's own tasks are due, as long as they are to be done. */
export const createTaskDates =
  (store: Pick<TaskStore, 'listOpenOf'>) =>
  async (scope: CourseScope, { projects, groupIds }: OwnRooms, memberId: string): Promise<Deadline[]> => {
    const tasks = await store.listOpenOf(scope, [...projects.keys()], [memberId]);
    return tasks.flatMap(({ taskId: part, activityId, groupId, title, dueAt: at, revision, changedAt }) =>
      at !== null && groupIds.includes(groupId)
        ? [{ activityId, title, what: 'task', at, part, revision, changedAt }]
        : [],
    );
  };

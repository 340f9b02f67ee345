import type { Trace, TraceSource } from '../group-work/index.ts';
import type { TaskStore } from './task-board.store.ts';

/** What groups have done on their boards: each task that is done, and when something was changed. */
export const createTaskTraces =
  (store: Pick<TaskStore, 'listTraces'>): TraceSource =>
  async (scope, activityId, groupIds) => {
    const tasks = await store.listTraces(scope, activityId, groupIds);
    return tasks.flatMap(({ groupId, milestone, changedAt, doneAt, doneBy }): Trace[] => {
      const trace = { groupId, n: milestone, amount: 1 };
      return [
        { ...trace, kind: 'other', at: changedAt, memberIds: [] },
        ...(doneAt ? [{ ...trace, kind: 'tasks' as const, at: doneAt, memberIds: doneBy }] : []),
      ];
    });
  };

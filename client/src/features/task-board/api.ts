import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/task-board.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type TaskBoard = z.output<typeof contract.TaskBoardView>;
export type Task = TaskBoard['items'][number];
export type TaskState = Task['state'];
export type TaskContent = Omit<z.input<(typeof contract.SaveTask)['body']>, 'expectedRevision'>;

const AT = '/group-work/:activityId/groups/:groupId/tasks';

const PART: RoomPart<TaskBoard> = {
  name: 'tasks',
  read: (api, place, signal) =>
    api.call<typeof contract.GetTaskBoard>('get', AT, { params: { ...place } }, signal),
};

export const useTaskBoard = (place: RoomPlace) => useRoomPart(place, PART);

export const useSaveTask = (place: RoomPlace) =>
  useRoomCommand(
    place,
    PART,
    (api, { taskId, ...body }: TaskContent & { taskId: string; expectedRevision: number }) =>
      api.call<typeof contract.SaveTask>('put', `${AT}/:taskId`, { params: { ...place, taskId }, body }),
  );

interface Placing {
  readonly task: Task;
  readonly state: TaskState;
  readonly after: string | null;
}

export const useMoveTask = (place: RoomPlace) =>
  useRoomCommand(
    place,
    PART,
    (api, { task, state, after }: Placing) =>
      api.call<typeof contract.MoveTask>('put', `${AT}/:taskId/place`, {
        params: { ...place, taskId: task.taskId },
        body: { state, after, expectedRevision: task.revision },
      }),
    moved,
  );

/** The board as it is once a task is moved: what comes in a column depends on the order of all items alone. */
function moved(board: TaskBoard, { task, state, after }: Placing): TaskBoard {
  const rest = board.items.filter(({ taskId }) => taskId !== task.taskId);
  const index = after === null ? 0 : rest.findIndex(({ taskId }) => taskId === after) + 1;
  return {
    ...board,
    items: [...rest.slice(0, index), { ...task, state, revision: task.revision + 1 }, ...rest.slice(index)],
  };
}

export const useDeleteTask = (place: RoomPlace) =>
  useRoomCommand(
    place,
    PART,
    (api, { taskId, ...body }: { taskId: string; deleted: boolean; expectedRevision: number }) =>
      api.call<typeof contract.DeleteTask>('put', `${AT}/:taskId/deleted`, {
        params: { ...place, taskId },
        body,
      }),
  );

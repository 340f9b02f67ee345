import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { MILESTONES_MAX } from './limits.ts';
import { TASK_NOTE_MAX, TASK_STATES, TASK_TITLE_MAX } from './room-limits.ts';

const TaskState = z.enum(TASK_STATES);

/** One thing that somebody of a group does. */
const TaskView = z.object({
  taskId: Id,
  title: z.string(),
  note: z.string(),
  state: TaskState,
  /** Who does it, out of those who are in the group; empty: nobody yet. */
  ownerIds: z.array(Id),
  /** Those it is free again of, since they have left the group. */
  leftBy: z.array(z.string().nullable()),
  dueAt: Timestamp.nullable(),
  milestone: z.int().nullable(),
  doneAt: Timestamp.nullable(),
  revision: z.int(),
});

/** All tasks of a group, each column in its order. */
export const TaskBoardView = z.object({ room: RoomView, items: z.array(TaskView) });
export type TaskBoardView = z.output<typeof TaskBoardView>;

const OfTask = OfRoom.extend({ taskId: Id });
const expectedRevision = z.int().min(0);

export const GetTaskBoard = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/tasks',
  permission: 'groupWork.read',
  summary: 'The task board of a group',
  params: OfRoom,
  response: TaskBoardView,
} satisfies Endpoint;

export const SaveTask = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/tasks/:taskId',
  permission: 'groupWork.write',
  summary:
    'Adds a task of this id at the end of its column, or changes it; repeating the call changes nothing',
  params: OfTask,
  body: z.object({
    title: z.string().trim().min(1).max(TASK_TITLE_MAX),
    note: z.string().trim().max(TASK_NOTE_MAX),
    state: TaskState,
    /** Who has left the group meanwhile is left out. */
    ownerIds: z.array(Id).max(50),
    dueAt: Timestamp.nullable(),
    milestone: z.int().min(1).max(MILESTONES_MAX).nullable(),
    expectedRevision,
  }),
  response: TaskBoardView,
} satisfies Endpoint;

export const MoveTask = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/tasks/:taskId/place',
  permission: 'groupWork.write',
  summary: 'Puts a task into a column, behind another one',
  params: OfTask,
  /** `after`: null puts it first. */
  body: z.object({ state: TaskState, after: Id.nullable(), expectedRevision }),
  response: TaskBoardView,
} satisfies Endpoint;

export const DeleteTask = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/tasks/:taskId/deleted',
  permission: 'groupWork.write',
  summary: 'Takes a task off the board, or puts it back',
  params: OfTask,
  body: z.object({ deleted: z.boolean(), expectedRevision }),
  response: TaskBoardView,
} satisfies Endpoint;

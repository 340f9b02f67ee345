import type { ErrorCode } from '../../contracts/errors.ts';
import type { TASK_STATES } from '../../contracts/room-limits.ts';

/** What the group says of a task. */
export interface TaskContent {
  readonly title: string;
  readonly note: string;
  readonly state: (typeof TASK_STATES)[number];
  readonly ownerIds: readonly string[];
  readonly dueAt: Date | null;
  readonly milestone: number | null;
}

/** A task on the board of a group. */
export interface Task extends TaskContent {
  readonly taskId: string;
  readonly activityId: string;
  readonly groupId: string;
  /** Orders the tasks of a column. */
  readonly place: number;
  /** Counts its changes. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly doneAt: Date | null;
  /** Who had done it when it was done: its owners then, or whoever said so. Leaving the group changes nothing of it. */
  readonly doneBy: readonly string[];
  readonly deletedAt: Date | null;
}

export type TaskDecision =
  | { readonly type: 'accept'; readonly task: Task }
  /** It is as it is wanted: the same request came again. */
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'NOT_FOUND' | 'STALE_REVISION' | 'TASKS_TOO_MANY'>;
    };

const refuse = (reason: Extract<TaskDecision, { type: 'refuse' }>['reason']): TaskDecision => ({
  type: 'refuse',
  reason,
});

export const inOrder = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((a, b) => a.place - b.place || (a.taskId < b.taskId ? -1 : 1));

const columnOf = (tasks: readonly Task[], state: Task['state'], except: string): Task[] =>
  inOrder(tasks.filter((task) => task.state === state && task.taskId !== except && task.deletedAt === null));

/** A place behind another task. @param after null: first; one that has gone meanwhile: last */
export function placeAfter(column: readonly Task[], after: string | null): number {
  const index = after === null ? -1 : column.findIndex(({ taskId }) => taskId === after);
  const isLast = index === -1 && after !== null;
  const before = isLast ? column.at(-1) : column[index];
  const next = isLast ? undefined : column[index + 1];
  if (before === undefined) return next === undefined ? 0 : next.place - 1;
  return next === undefined ? before.place + 1 : (before.place + next.place) / 2;
}

/** Who has done it, from the moment on in which it is done. */
function doneOf(before: Task | null, { state, ownerIds }: TaskContent, by: string, now: Date) {
  if (state !== 'done') return { doneAt: null, doneBy: [] };
  const doneBy = ownerIds.length > 0 ? ownerIds : [by];
  if (before?.state !== 'done') return { doneAt: now, doneBy };
  // Owners who are named afterwards have done it; nobody loses it by leaving.
  return { doneAt: before.doneAt, doneBy: [...new Set([...before.doneBy, ...ownerIds])] };
}

const isSame = (task: Task, content: TaskContent): boolean =>
  task.title === content.title &&
  task.note === content.note &&
  task.state === content.state &&
  task.milestone === content.milestone &&
  task.dueAt?.getTime() === content.dueAt?.getTime() &&
  task.ownerIds.join() === content.ownerIds.join();

/** Adds a task or changes it. @param tasks the whole board, with the task if it is there */
export function decideSave(
  tasks: readonly Task[],
  key: Pick<Task, 'taskId' | 'activityId' | 'groupId'>,
  content: TaskContent,
  expectedRevision: number,
  { by, now, most }: { readonly by: string; readonly now: Date; readonly most: number },
): TaskDecision {
  const found = tasks.find(({ taskId }) => taskId === key.taskId) ?? null;
  if (found && isSame(found, content)) return { type: 'unchanged' };
  if (found ? found.revision !== expectedRevision : expectedRevision !== 0) return refuse('STALE_REVISION');
  const onBoard = tasks.filter(({ deletedAt }) => deletedAt === null);
  if (!found && onBoard.length >= most) return refuse('TASKS_TOO_MANY');
  const last = columnOf(tasks, content.state, key.taskId).at(-1);
  const stays = found?.state === content.state;
  return {
    type: 'accept',
    task: {
      ...key,
      ...content,
      ...doneOf(found, content, by, now),
      place: stays ? found.place : (last?.place ?? -1) + 1,
      revision: expectedRevision + 1,
      changedAt: now,
      deletedAt: found?.deletedAt ?? null,
    },
  };
}

/** Puts a task into a column behind another one. */
export function decideMove(
  tasks: readonly Task[],
  taskId: string,
  { state, after }: { readonly state: Task['state']; readonly after: string | null },
  expectedRevision: number,
  { by, now }: { readonly by: string; readonly now: Date },
): TaskDecision {
  const found = tasks.find((task) => task.taskId === taskId && task.deletedAt === null);
  if (!found) return refuse('NOT_FOUND');
  if (found.revision !== expectedRevision) return refuse('STALE_REVISION');
  const place = placeAfter(columnOf(tasks, state, taskId), after);
  const done = doneOf(found, { ...found, state }, by, now);
  return {
    type: 'accept',
    task: { ...found, ...done, state, place, revision: expectedRevision + 1, changedAt: now },
  };
}

/** Takes a task off the board or puts it back. */
export function decideDelete(
  found: Task | null,
  deleted: boolean,
  expectedRevision: number,
  { now, onBoard, most }: { readonly now: Date; readonly onBoard: number; readonly most: number },
): TaskDecision {
  if (!found) return refuse('NOT_FOUND');
  if ((found.deletedAt !== null) === deleted) return { type: 'unchanged' };
  if (found.revision !== expectedRevision) return refuse('STALE_REVISION');
  if (!deleted && onBoard >= most) return refuse('TASKS_TOO_MANY');
  return {
    type: 'accept',
    task: { ...found, deletedAt: deleted ? now : null, revision: expectedRevision + 1, changedAt: now },
  };
}

import type { RoomView } from '../../contracts/group-room.ts';
import { TASKS_MAX } from '../../contracts/room-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { RoomPort } from '../group-work/index.ts';
import {
  decideDelete,
  decideMove,
  decideSave,
  inOrder,
  type Task,
  type TaskContent,
  type TaskDecision,
} from './task-board.domain.ts';
import type { TaskStore } from './task-board.store.ts';
import { taskBoardView } from './task-board.views.ts';

export interface TaskBoardPorts {
  readonly rooms: RoomPort;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Address {
  readonly activityId: string;
  readonly groupId: string;
}
type TaskAddress = Address & { readonly taskId: string };

export type TaskBoardService = ReturnType<typeof createTaskBoardService>;

/** The task board of a group (group-work.md item 3): its members change it, staff look on. */
export function createTaskBoardService(
  store: TaskStore,
  { rooms, course, clock, eventsWritten }: TaskBoardPorts,
) {
  async function open(caller: Caller, { activityId, groupId }: Address) {
    const [room, tasks] = await Promise.all([
      rooms.openRoom(caller, activityId, groupId),
      store.listOf(caller.scope, activityId, groupId),
    ]);
    return { room, tasks };
  }

  async function view({ scope }: Caller, room: RoomView, tasks: readonly Task[]) {
    const inside = new Set(room.members.map(({ memberId }) => memberId));
    const shown = inOrder(tasks.filter(({ deletedAt }) => deletedAt === null));
    const left = [...new Set(shown.flatMap(({ ownerIds }) => ownerIds.filter((id) => !inside.has(id))))];
    const people = left.length === 0 ? [] : await course.findMembers(scope, left);
    return taskBoardView(room, shown, new Map(people.map(({ id, name }) => [id, name])));
  }

  /** Stores what is decided and answers with the board as it is then. */
  async function carryOut(
    caller: Caller,
    address: TaskAddress,
    type: EventType,
    decide: (board: { readonly room: RoomView; readonly tasks: readonly Task[] }) => TaskDecision,
  ) {
    const board = await open(caller, address);
    if (!board.room.can.write) throw new AppError('ACTIVITY_CLOSED');
    const decision = decide(board);
    if (decision.type === 'unchanged') return view(caller, board.room, board.tasks);
    if (decision.type === 'refuse') {
      const isFull = decision.reason === 'TASKS_TOO_MANY';
      throw new AppError(decision.reason, isFull ? { max: TASKS_MAX } : { kind: 'task' });
    }
    const { task } = decision;
    const { activityId, groupId, taskId } = address;
    const before = board.tasks.find((one) => one.taskId === taskId);
    const event = courseEvent(type, { kind: 'task', id: taskId }, caller, task.changedAt, {
      activityId,
      groupId,
      state: task.state,
      revision: task.revision,
      dueAt: task.deletedAt === null && task.state !== 'done' ? task.dueAt : null,
      memberIds: [...new Set([...(before?.ownerIds ?? []), ...task.ownerIds])],
    });
    if (!(await store.put(caller.scope, task, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
    return view(caller, board.room, [...board.tasks.filter((one) => one.taskId !== taskId), task]);
  }

  return {
    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, address: Address) {
      const { room, tasks } = await open(caller, address);
      return view(caller, room, tasks);
    },

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, TASKS_TOO_MANY, and as `get` */
    save: (caller: Caller, address: TaskAddress, content: TaskContent, expectedRevision: number) =>
      carryOut(caller, address, 'task.saved', ({ room, tasks }) => {
        const { taskId, activityId, groupId } = address;
        const ownerIds = room.members
          .map(({ memberId }) => memberId)
          .filter((id) => content.ownerIds.includes(id));
        const doing = { by: caller.member.id, now: clock.now(), most: TASKS_MAX };
        const key = { taskId, activityId, groupId };
        return decideSave(tasks, key, { ...content, ownerIds }, expectedRevision, doing);
      }),

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, and as `get` */
    move: (
      caller: Caller,
      address: TaskAddress,
      to: { readonly state: Task['state']; readonly after: string | null },
      expectedRevision: number,
    ) =>
      carryOut(caller, address, 'task.saved', ({ tasks }) =>
        decideMove(tasks, address.taskId, to, expectedRevision, { by: caller.member.id, now: clock.now() }),
      ),

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, TASKS_TOO_MANY, and as `get` */
    setDeleted: (caller: Caller, address: TaskAddress, deleted: boolean, expectedRevision: number) =>
      carryOut(caller, address, deleted ? 'task.removed' : 'task.restored', ({ tasks }) =>
        decideDelete(
          tasks.find(({ taskId }) => taskId === address.taskId) ?? null,
          deleted,
          expectedRevision,
          {
            now: clock.now(),
            onBoard: tasks.filter(({ deletedAt }) => deletedAt === null).length,
            most: TASKS_MAX,
          },
        ),
      ),
  };
}

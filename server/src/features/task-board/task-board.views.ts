import type { RoomView } from '../../contracts/group-room.ts';
import { TaskBoardView } from '../../contracts/task-board.ts';
import type { Task } from './task-board.domain.ts';

/** The board of a group, for its members and for staff. @param names of owners who have left the group */
export function taskBoardView(
  room: RoomView,
  tasks: readonly Task[],
  names: ReadonlyMap<string, string | null>,
): TaskBoardView {
  const inside = new Set(room.members.map(({ memberId }) => memberId));
  return TaskBoardView.parse({
    room,
    items: tasks.map(({ ownerIds, dueAt, doneAt, ...task }) => {
      const ownersNow = ownerIds.filter((id) => inside.has(id));
      const isFree = ownersNow.length === 0 && task.state !== 'done';
      return {
        ...task,
        ownerIds: ownersNow,
        leftBy: isFree ? ownerIds.map((id) => names.get(id) ?? null) : [],
        dueAt: dueAt?.toISOString() ?? null,
        doneAt: doneAt?.toISOString() ?? null,
      };
    }),
  });
}

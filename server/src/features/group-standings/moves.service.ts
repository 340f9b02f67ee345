import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ProjectStandings } from '../group-work/index.ts';
import { consequencesOf } from './moves.domain.ts';

export interface MovePorts {
  readonly standings: Pick<ProjectStandings, 'linesFor'>;
  /** The tasks that some members have to do in some projects. */
  readonly listOpenTasks: (
    scope: CourseScope,
    activityIds: readonly string[],
    memberIds: readonly string[],
  ) => Promise<readonly { readonly groupId: string }[]>;
}

interface Move {
  readonly activityId: string;
  readonly groupId: string;
  readonly memberId: string;
}

export type MoveService = ReturnType<typeof createMoveService>;

/** Says what a move of a member would change; it is carried out where all moves between groups are. */
export const createMoveService = ({ standings, listOpenTasks }: MovePorts) => ({
  /** @throws AppError NOT_FOUND when the member is not in the group, or there is none to go to */
  async preview(caller: Caller, { activityId, groupId, memberId }: Move, wanted: string | undefined) {
    const to = wanted ?? null;
    const [found, tasks] = await Promise.all([
      standings.linesFor(caller, activityId, [groupId, ...(to === null ? [] : [to])], memberId),
      listOpenTasks(caller.scope, [activityId], [memberId]),
    ]);
    const { setId, groups, milestones, lines } = found;
    const isThere = groups.some((one) => one.groupId === groupId && one.memberIds.includes(memberId));
    if (!isThere || (to !== null && !groups.some((one) => one.groupId === to)))
      throw new AppError('NOT_FOUND', { kind: 'group' });
    return {
      setId,
      groups: groups
        .filter((one) => one.groupId !== groupId)
        .map((one) => ({ groupId: one.groupId, name: one.name, people: one.memberIds.length })),
      ...consequencesOf({ milestones, lines, memberId, from: groupId, to }),
      tasks: tasks.filter((one) => one.groupId === groupId).length,
    };
  },
});

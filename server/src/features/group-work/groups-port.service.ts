import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { CourseService } from '../course/index.ts';

/** A group with who is in it right now. */
export interface PresentGroup {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

/** What projects ask of the groups of a course. */
export interface GroupsPort {
  ownGroups(
    scope: CourseScope,
    memberId: string,
    setIds: readonly string[],
  ): Promise<readonly PresentGroup[]>;
  /** The groups of a set that are there, with who is in them now, by name. */
  listPeopled(scope: CourseScope, setId: string): Promise<readonly PresentGroup[]>;
}

/** Invented learners of a rehearsal are in no groups of the course: they work in threes. */
const REHEARSED_SIZE = 3;
/** More than any course has. */
export const LEARNERS_MAX = 20_000;

/** Groups of a project, in a rehearsal too. */
export function createProjectGroups(
  groups: GroupsPort,
  course: Pick<CourseService, 'listLearners'>,
): GroupsPort {
  async function rehearsed(scope: CourseScope): Promise<PresentGroup[]> {
    const { items } = await course.listLearners(scope, undefined, LEARNERS_MAX);
    const ids = items.map(({ id }) => id);
    return ids.flatMap((groupId, at) =>
      at % REHEARSED_SIZE === 0
        ? [{ groupId, name: null, memberIds: ids.slice(at, at + REHEARSED_SIZE) }]
        : [],
    );
  }

  return {
    ownGroups: async (scope, memberId, setIds) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).filter(({ memberIds }) => memberIds.includes(memberId))
        : groups.ownGroups(scope, memberId, setIds),
    listPeopled: async (scope, setId) =>
      isRehearsal(scope) ? rehearsed(scope) : groups.listPeopled(scope, setId),
  };
}

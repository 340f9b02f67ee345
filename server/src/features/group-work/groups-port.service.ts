import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { CourseService } from '../course/index.ts';
import type { LeftStay } from './left-groups.domain.ts';

/** A group with who is in it right now. */
export interface PresentGroup {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

/** That somebody was in a group from a moment on; `to` null: and is. */
export interface Stay {
  readonly memberId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** What projects ask of the groups of a course. */
export interface GroupsPort {
  ownGroups(
    scope: CourseScope,
    memberId: string,
    setIds: readonly string[],
  ): Promise<readonly PresentGroup[]>;
  /** The groups of a set that a member is in right now: one round trip. */
  currentIn(scope: CourseScope, setId: string, memberId: string): Promise<readonly string[]>;
  /** Who was in a group from when until when, and who is. */
  listStays(scope: CourseScope, groupId: string): Promise<readonly Stay[]>;
  /** When a member was in which groups of a set: two round trips one after the other. */
  leftIn(scope: CourseScope, setId: string, memberId: string): Promise<readonly LeftStay[]>;
  /** The groups of a set that are there, with who is in them now, by name. */
  listPeopled(scope: CourseScope, setId: string): Promise<readonly PresentGroup[]>;
}

/** Invented learners of a rehearsal are in no groups of the course: they work in threes. */
const REHEARSED_SIZE = 3;

/** Groups of a project, in a rehearsal too. */
export function createProjectGroups(
  groups: GroupsPort,
  course: Pick<CourseService, 'listAllLearners'>,
): GroupsPort {
  async function rehearsed(scope: CourseScope): Promise<PresentGroup[]> {
    const ids = (await course.listAllLearners(scope)).map(({ id }) => id);
    return ids.flatMap((groupId, at) =>
      at % REHEARSED_SIZE === 0
        ? [{ groupId, name: null, memberIds: ids.slice(at, at + REHEARSED_SIZE) }]
        : [],
    );
  }

  return {
    currentIn: async (scope, setId, memberId) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).flatMap(({ groupId, memberIds }) =>
            memberIds.includes(memberId) ? [groupId] : [],
          )
        : groups.currentIn(scope, setId, memberId),
    ownGroups: async (scope, memberId, setIds) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).filter(({ memberIds }) => memberIds.includes(memberId))
        : groups.ownGroups(scope, memberId, setIds),
    async listStays(scope, groupId) {
      if (!isRehearsal(scope)) return groups.listStays(scope, groupId);
      const group = (await rehearsed(scope)).find((one) => one.groupId === groupId);
      return (group?.memberIds ?? []).map((memberId) => ({ memberId, from: new Date(0), to: null }));
    },
    leftIn: async (scope, setId, memberId) =>
      isRehearsal(scope) ? [] : groups.leftIn(scope, setId, memberId),
    listPeopled: async (scope, setId) =>
      isRehearsal(scope) ? rehearsed(scope) : groups.listPeopled(scope, setId),
  };
}

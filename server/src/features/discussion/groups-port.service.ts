import type { CourseScope } from '../../core/course-scope.ts';

/** What discussions ask of the groups of a course. */
export interface GroupsPort {
  /** The groups of a set that a member is in right now. */
  currentIn(scope: CourseScope, setId: string, memberId: string): Promise<string[]>;
  /** Who is in some groups right now. */
  listMembersOf(scope: CourseScope, groupIds: readonly string[]): Promise<string[]>;
  /** The groups of a set that are there, with who is in them now. */
  listPeopled(scope: CourseScope, setId: string): Promise<PeopledGroup[]>;
}

interface PeopledGroup {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

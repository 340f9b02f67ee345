import type { CourseScope } from '../../core/course-scope.ts';
import { memberIdOf } from '../../core/ids.ts';
import type { Role } from '../../core/roles.ts';

/** A person in a course. */
export interface Member {
  readonly id: string;
  readonly courseId: string;
  /** The LMS's own id of the person (`sub`), which scores name. */
  readonly subject: string;
  readonly role: Role;
  /** The LMS named no role that Roundtable knows: may look, not write. */
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  /** What lists sort by. */
  readonly sortName: string;
  readonly email: string | null;
  readonly status: 'active' | 'inactive';
}

/** What a launch says of its person beside who they are. */
export interface LaunchSaid {
  /** The LMS's ids of the person's groups, sorted; null where launches do not say. */
  readonly groups: readonly string[] | null;
  /** Names of the sections that the person is enrolled in, sorted; null where launches do not say. */
  readonly sections: readonly string[] | null;
  /** Ids of the members whom the person may observe. */
  readonly observes: readonly string[];
}

/** A member as the roster and the launches made it. */
export interface KnownMember extends Member {
  /** The last roster that was read names the person as active. */
  readonly onRoster: boolean;
  /** Null when the person has never opened the tool. */
  readonly lastLaunchAt: Date | null;
  readonly said: LaunchSaid;
}

/** An LMS that sends neither name nor e-mail still gets its people sorted, by their id. */
export const sortNameOf = (name: string | null, subject: string): string =>
  (name ?? subject).trim().toLowerCase();

/** Somebody of whom no LMS has told. @param subject an id that no person of the LMS has */
export const newMember = (
  { courseId }: CourseScope,
  subject: string,
  role: Role,
  name: string | null,
): Member => ({
  id: memberIdOf(courseId, subject),
  courseId,
  subject,
  role,
  readOnly: false,
  testUser: false,
  name,
  sortName: sortNameOf(name, subject),
  email: null,
  status: 'active',
});

/** Whether a member is one of the learners: in tables, counts, allocations and grades. */
export const countsAsLearner = ({
  role,
  status,
  readOnly,
  testUser,
}: Pick<Member, 'role' | 'status' | 'readOnly' | 'testUser'>): boolean =>
  role === 'learner' && status === 'active' && !readOnly && !testUser;

/** Whether an observer sees a learner: the last launch of the one named the other, and both are still what they were. */
export const mayObserve = (
  observer: Pick<KnownMember, 'role' | 'status' | 'readOnly' | 'said'>,
  learner: Member,
): boolean =>
  observer.role === 'observer' &&
  observer.status === 'active' &&
  !observer.readOnly &&
  observer.said.observes.includes(learner.id) &&
  countsAsLearner(learner);

export type Standing = Pick<Member, 'role' | 'readOnly' | 'testUser' | 'status'>;

const STANDING = ['role', 'readOnly', 'testUser', 'status'] as const;

export const standingOf = ({ role, readOnly, testUser, status }: Standing): Standing => ({
  role,
  readOnly,
  testUser,
  status,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a change of a member says to those who may ask later: role, standing, groups, sections and whom they observe; not the
 * name's spelling. @returns null when nothing of it changed.
 */
export function changesOf(
  before: Standing & Partial<LaunchSaid>,
  after: Standing & Partial<LaunchSaid>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const fields = [...STANDING, 'groups', 'sections', 'observes'] as const;
  const changed = fields.filter((field) => field in after && !same(before[field], after[field]));
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map((field) => [field, before[field] ?? null])),
    after: Object.fromEntries(changed.map((field) => [field, after[field] ?? null])),
  };
}

import { memberIdOf } from '../../core/ids.ts';
import type { Role } from '../../core/roles.ts';
import { changesOf, type KnownMember, sortNameOf, type Standing, standingOf } from './member.domain.ts';

/** One person of a roster. */
export interface RosterFacts {
  readonly subject: string;
  readonly status: 'active' | 'inactive';
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  readonly email: string | null;
}

/** What is written over a member as it was read. */
export interface MemberFields extends Standing {
  readonly name: string | null;
  readonly sortName: string;
  readonly email: string | null;
  readonly onRoster: boolean;
}

export type EntryDecision =
  | { readonly type: 'join'; readonly member: KnownMember }
  /** `changes` is null when nothing changed that others may ask about. */
  | {
      readonly type: 'change';
      readonly fields: MemberFields;
      readonly changes: ReturnType<typeof changesOf>;
    }
  | { readonly type: 'nothing' };

const NOTHING = { type: 'nothing' } as const;

/** A launch after the moment at which a roster began to be read is newer than what the roster says. */
const launchedSince = ({ lastLaunchAt }: Pick<KnownMember, 'lastLaunchAt'>, readAt: Date): boolean =>
  lastLaunchAt !== null && lastLaunchAt >= readAt;

/**
 * What a roster's entry makes of a member.
 *
 * @param before null when the person is not known.
 * @param readAt when the reading of this roster began.
 */
export function decideEntry(
  courseId: string,
  before: KnownMember | null,
  entry: RosterFacts,
  readAt: Date,
): EntryDecision {
  const onRoster = entry.status === 'active';
  if (!before) return onRoster ? { type: 'join', member: joining(courseId, entry) } : NOTHING;
  const name = entry.name ?? before.name;
  const person = {
    name,
    sortName: sortNameOf(name, before.subject),
    email: entry.email ?? before.email,
    onRoster,
  };
  const standing = launchedSince(before, readAt)
    ? standingOf(before)
    : // Once the test student, always: some rosters do not say so.
      { ...standingOf(entry), testUser: entry.testUser || before.testUser };
  const fields = { ...standing, ...person };
  const changes = changesOf(before, standing);
  const renamed = (['name', 'sortName', 'email', 'onRoster'] as const).some(
    (field) => before[field] !== fields[field],
  );
  return changes || renamed ? { type: 'change', fields, changes } : NOTHING;
}

const joining = (courseId: string, { subject, name, email, ...entry }: RosterFacts): KnownMember => ({
  id: memberIdOf(courseId, subject),
  courseId,
  subject,
  ...standingOf(entry),
  name,
  sortName: sortNameOf(name, subject),
  email,
  onRoster: true,
  lastLaunchAt: null,
  said: { groups: null, sections: null, observes: [] },
});

/**
 * Whether an active member whom a whole roster does not name has left. Somebody whom no roster has named since they
 * joined came by a launch alone (an administrator, say): the LMS let them in, so they stay while that session may live.
 */
export function hasLeft(
  member: Pick<KnownMember, 'onRoster' | 'lastLaunchAt'>,
  readAt: Date,
  now: Date,
  sessionMs: number,
): boolean {
  if (launchedSince(member, readAt)) return false;
  if (member.onRoster || member.lastLaunchAt === null) return true;
  return now.getTime() - member.lastLaunchAt.getTime() >= sessionMs;
}

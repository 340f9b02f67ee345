import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { GroupExtensionStore } from './group-extensions.store.ts';
import { decideMemberExtensions, type ExtensionsByGroups, type GroupExtension } from './timeline.domain.ts';

export interface FollowGroupsPorts {
  readonly extensions: GroupExtensionStore;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  /** Who is in some groups right now. */
  readonly listMembersOf: (scope: CourseScope, groupIds: readonly string[]) => Promise<string[]>;
  /** The groups that members are in right now, by member. */
  readonly groupsOf: (
    scope: CourseScope,
    memberIds: readonly string[],
  ) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Members brought up to date at once. */
const CHUNK = 500;

interface Concerned {
  readonly activityIds: Set<string>;
  readonly groupIds: Set<string>;
  readonly memberIds: Set<string>;
}

/**
 * Brings extensions of groups to their members: after a group is given time, and after somebody joins or leaves one. It
 * reads the facts anew, so it does not matter how often and in which order events come.
 */
export function createGroupFollower(ports: FollowGroupsPorts) {
  const { extensions, findScope, listMembersOf, groupsOf, clock, eventsWritten } = ports;

  const eventOf = (
    { courseId }: CourseScope,
    { activityId, memberId, extensions: now }: ExtensionsByGroups,
  ) =>
    makeEvent({
      type: 'extension.changed',
      at: clock.now(),
      actor: { kind: 'system', job: 'activity.groupExtensions' },
      requestId: null,
      courseId,
      subject: { kind: 'member', id: memberId },
      data: { activityId, memberId, groups: now.map(({ groupId }) => groupId) },
    });

  async function bringUpToDate(
    scope: CourseScope,
    inForce: readonly GroupExtension[],
    memberIds: readonly string[],
  ): Promise<number> {
    const [before, groups] = await Promise.all([
      extensions.findOf(scope, memberIds),
      groupsOf(scope, memberIds),
    ]);
    let changed = 0;
    for (const memberId of memberIds) {
      const own = groups.get(memberId) ?? new Set();
      const had = before.filter((one) => one.memberId === memberId);
      for (const now of decideMemberExtensions(memberId, had, inForce, own)) {
        await extensions.replaceOf(scope, now, eventOf(scope, now));
        changed += 1;
      }
    }
    return changed;
  }

  async function follow(scope: CourseScope, { activityIds, groupIds, memberIds }: Concerned): Promise<void> {
    const inForce = await extensions.listAll(scope);
    const before = await Promise.all([...activityIds].map((id) => extensions.listMembersWith(scope, id)));
    if (inForce.length === 0 && before.flat().length === 0) return;
    const inside = groupIds.size > 0 ? await listMembersOf(scope, [...groupIds]) : [];
    const all = [...new Set([...memberIds, ...inside, ...before.flat()])];
    let changed = 0;
    for (let start = 0; start < all.length; start += CHUNK) {
      changed += await bringUpToDate(scope, inForce, all.slice(start, start + CHUNK));
    }
    if (changed > 0) eventsWritten();
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    const relevant = events.filter(
      ({ type }) =>
        type === 'groupExtension.changed' || type === 'membership.opened' || type === 'membership.closed',
    );
    for (const [courseId, ofCourse] of groupBy(relevant, (event) => event.courseId)) {
      const scope = await findScope(courseId);
      if (!scope) continue;
      const about = (type: (typeof ofCourse)[number]['type'][], field: string): Set<string> =>
        new Set(ofCourse.filter((event) => type.includes(event.type)).map(({ data }) => String(data[field])));
      await follow(scope, {
        activityIds: about(['groupExtension.changed'], 'activityId'),
        groupIds: about(['groupExtension.changed'], 'groupId'),
        memberIds: about(['membership.opened', 'membership.closed'], 'memberId'),
      });
    }
  };
}

import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Move } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';

/**
 * Tells learners that they have got the seat that they waited for, by what the events of group sets say of it. A source
 * of notices in words of its own, since notices know the course; it asks for no task.
 */
export const createSeatNotices = (groups: Pick<GroupStore, 'findSet' | 'findGroups'>) => ({
  name: 'groupSeats',

  async read(scope: CourseScope, events: readonly DomainEvent[]) {
    const changes = [];
    for (const event of events) {
      const seated = (event.data['seated'] ?? []) as readonly Move[];
      if (event.subject.kind !== 'groupSet' || seated.length === 0) continue;
      const byGroup = groupBy(seated, ({ groupId }) => groupId ?? '');
      const [set, there] = await Promise.all([
        groups.findSet(scope, event.subject.id),
        groups.findGroups(scope, [...byGroup.keys()]),
      ]);
      for (const { id, name } of there)
        changes.push({
          type: 'tell' as const,
          announcement: {
            key: `groupSeat/${event.id}/${id}`,
            activityId: event.subject.id,
            title: [set?.name, name].filter(Boolean).join(': '),
            task: null,
            at: event.at,
            until: null,
          },
          recipients: (byGroup.get(id) ?? []).map(({ memberId }) => ({
            memberId,
            content: { kind: 'groupSeat' as const },
          })),
        });
    }
    return changes;
  },
});

import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { deadlineOf, type DeliverableKey, unconfirmed } from './group-work.domain.ts';
import { groupDates } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'find' | 'findChanges'>;
  readonly deliverables: DeliverableStore;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** One version of a deliverable that waits for confirmations. */
export interface Waiting extends DeliverableKey {
  readonly courseId: string;
  readonly version: number;
}

export type SettleService = ReturnType<typeof createSettleService>;

/** At the deadline a frozen copy counts, with the missing confirmations noted: one silent member never blocks a group. */
export function createSettleService({ activities, deliverables, findScope, clock, eventsWritten }: Ports) {
  return {
    /** @returns when to look again; null: there is nothing left to do */
    async settle({ courseId, version, ...key }: Waiting): Promise<Date | null> {
      const scope = await findScope(courseId);
      const activity = scope && (await activities.find(scope, key.activityId));
      const found = activity && (await deliverables.find(scope, key));
      const handedIn = found?.handedIn;
      if (!scope || !activity || !handedIn || handedIn.version !== version || handedIn.settledAt) return null;
      const missing = unconfirmed(handedIn);
      if (missing.length === 0) return null;
      const { memberIds } = handedIn;
      const changes = await activities.findChanges(scope, key.activityId, memberIds);
      const dates = groupDates(activity, changes, memberIds).get(key.n);
      if (!dates) return null;
      const now = clock.now();
      // The group may have been given more time meanwhile.
      const deadline = deadlineOf(handedIn, dates);
      if (now <= deadline) return new Date(deadline.getTime() + 1);
      const event = makeEvent({
        type: 'deliverable.settled',
        at: now,
        actor: { kind: 'system', job: 'group-work.settle' },
        requestId: null,
        courseId,
        subject: { kind: 'deliverable', id: `${key.activityId}/${key.groupId}/${key.n}` },
        data: { ...key, version, memberIds, unconfirmed: missing },
      });
      const settled = await deliverables.advance(scope, found, { ...handedIn, settledAt: now }, event);
      if (settled) eventsWritten();
      // Somebody has confirmed or taken it back at the same moment.
      return settled ? null : now;
    },
  };
}

/** Copies that wait for confirmations, as events tell of them. */
export const waitingIn = (events: readonly DomainEvent[]): Waiting[] =>
  events.flatMap(({ type, courseId, data }) => {
    const { activityId, groupId, n, version, unconfirmed: missing } = data;
    const isWaiting = type === 'deliverable.handedIn' && Array.isArray(missing) && missing.length > 0;
    if (!isWaiting || typeof activityId !== 'string' || typeof groupId !== 'string') return [];
    return [{ courseId, activityId, groupId, n: Number(n), version: Number(version) }];
  });

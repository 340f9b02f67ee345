import type { Clock } from '../../core/clock.ts';
import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent } from '../../core/events.ts';
import { columnIdOf, MAIN_COLUMN } from '../../core/ids.ts';
import type { CourseService } from '../course/index.ts';
import { slotIdOf } from './grade-slot.domain.ts';
import type { HandInStore, RecordedHandIn } from './hand-ins.store.ts';
import type { OutboxStore } from './outbox.store.ts';

interface Ports {
  readonly handIns: HandInStore;
  readonly outbox: Pick<OutboxStore, 'wake'>;
  readonly course: Pick<CourseService, 'findMembers' | 'findScope'>;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
}

export type HandInService = ReturnType<typeof createHandInService>;

/** Takes up what people do that the LMS is to be told. */
export function createHandInService({ handIns, outbox, course, clock, slotsDue }: Ports) {
  async function record(scope: CourseScope, recorded: readonly RecordedHandIn[]): Promise<void> {
    const members = await course.findMembers(scope, [...new Set(recorded.map(({ memberId }) => memberId))]);
    // The LMS's test student is in nobody's gradebook.
    const real = new Set(members.filter(({ testUser }) => !testUser).map(({ id }) => id));
    const counted = recorded.filter(({ memberId }) => real.has(memberId));
    if (counted.length > 0) await handIns.record(scope, counted, clock.now());
  }

  return {
    /** Records hand-ins, and wakes what waited for a member who is there again; older events change nothing. */
    async follow(events: readonly DomainEvent[]): Promise<void> {
      const recorded = events.flatMap(handInOf);
      const returned = events.filter(isBack);
      for (const courseId of new Set([
        ...recorded.map((one) => one.courseId),
        ...returned.map((one) => one.courseId),
      ])) {
        const scope = await course.findScope(courseId);
        if (!scope || isRehearsal(scope)) continue;
        const ofCourse = recorded.filter((one) => one.courseId === courseId);
        if (ofCourse.length > 0)
          await record(
            scope,
            ofCourse.map(({ handIn }) => handIn),
          );
        for (const { subject } of returned.filter((event) => event.courseId === courseId)) {
          await outbox.wake(scope, 'MEMBER_NOT_IN_COURSE', { memberId: subject.id }, clock.now());
        }
        slotsDue();
      }
    },
  };
}

function handInOf({ type, courseId, at, data }: DomainEvent): { courseId: string; handIn: RecordedHandIn }[] {
  const { activityId, version } = data;
  if (type !== 'submission.handedIn') return [];
  if (typeof activityId !== 'string' || typeof version !== 'number') return [];
  const columnId = columnIdOf(activityId, MAIN_COLUMN);
  return authorsIn(data).map((memberId) => {
    const slotId = slotIdOf(columnId, memberId);
    return { courseId, handIn: { slotId, activityId, columnId, memberId, version, at } };
  });
}

const isBack = ({ type, data }: DomainEvent): boolean =>
  type === 'member.joined' ||
  (type === 'member.changed' && (data['after'] as { status?: unknown } | undefined)?.status === 'active');

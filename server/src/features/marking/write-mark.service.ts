import { AppError } from '../../core/app-error.ts';
import { type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Mark, MarkingItem } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import { type Advance, versionOf } from './twice.domain.ts';

/** Who marks: somebody of the staff, also when a job does it for them. */
export interface Marking {
  readonly scope: CourseScope;
  readonly actor: EventActor;
  readonly requestId: string | null;
}

/** Writes the next version of a mark with its event. @throws AppError STALE_REVISION when somebody was faster */
export type MarkWriter = (by: Marking, item: MarkingItem, next: Advance, now: Date) => Promise<void>;

const EVENTS: Record<Mark['kind'], EventType> = {
  marked: 'work.marked',
  part: 'work.partMarked',
  excused: 'work.excused',
  undone: 'work.markUndone',
};

export const createMarkWriter =
  (store: Pick<MarkingStore, 'advance'>, eventsWritten: () => void): MarkWriter =>
  async ({ scope, actor, requestId }, item, next, now) => {
    const { mark } = next;
    const event = makeEvent({
      type: EVENTS[mark.kind],
      at: now,
      actor,
      courseId: scope.courseId,
      subject: { kind: 'work', id: item.id },
      requestId,
      data: {
        activityId: item.activityId,
        memberId: item.memberId,
        n: mark.n,
        ...('points' in mark && { points: mark.points, maximum: mark.maximum }),
      },
    });
    if (!(await store.advance(scope, item, versionOf(next), now, event)))
      throw new AppError('STALE_REVISION');
    eventsWritten();
  };

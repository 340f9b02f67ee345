import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { MarkedGrades } from '../gradebook/index.ts';
import { gradeOf, type Mark, type MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';

/** What follows of events: works that were handed in wait to be marked, grades follow marks. */
export function createFollowEventsService(
  store: MarkingStore,
  source: MarkingSource,
  course: Pick<CourseService, 'findMembers' | 'findScope'>,
  grades: MarkedGrades,
) {
  async function scopeOf(event: DomainEvent): Promise<CourseScope> {
    const scope = await course.findScope(event.courseId);
    if (!scope) throw new Error(`the course ${event.courseId} of event ${event.id} is unknown`);
    return scope;
  }

  async function takeIn(event: DomainEvent): Promise<void> {
    const { activityId, authorId } = event.data;
    // Later versions are of a work that is known.
    if (event.data['version'] !== 1 || typeof activityId !== 'string' || typeof authorId !== 'string') return;
    const scope = await scopeOf(event);
    const [author] = await course.findMembers(scope, [authorId]);
    // The test student's work is never graded.
    if (!author || author.testUser) return;
    await store.add(scope, activityId, [{ id: event.subject.id, memberId: authorId }]);
  }

  /** Brings the grade to what the newest mark says, whichever mark the event is about: done again, nothing changes. */
  async function followMark(event: DomainEvent): Promise<void> {
    const { activityId } = event.data;
    if (typeof activityId !== 'string') return;
    const scope = await scopeOf(event);
    const item = await store.find(scope, activityId, event.subject.id);
    if (!item?.mark || item.mark.n !== event.data['n']) return;
    const { mark, memberId } = item;
    const { column } = await source.rubric(scope, activityId);
    const by = { scope, actor: event.actor, requestId: event.requestId, memberId: mark.by };
    if (mark.kind === 'marked') {
      const { reason, at } = mark;
      return grades.set(by, column.id, memberId, { value: gradeOf(mark, column), reason, at });
    }
    const earlier = await store.listEarlier(scope, item.id);
    return grades.takeBack(by, column.id, memberId, {
      reason: mark.reason,
      at: mark.at,
      marks: earlier.filter(({ n }) => n < mark.n).map(signOf),
    });
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      if (event.type === 'submission.handedIn') await takeIn(event);
      if (event.type === 'work.marked' || event.type === 'work.markUndone') await followMark(event);
    }
  };
}

/** A mark as the decision about a grade knows it. */
const signOf = ({ by, at }: Mark) => ({ by, at });

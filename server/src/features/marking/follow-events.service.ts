import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import { type MarkedGrades, roundGrade } from '../gradebook/index.ts';
import type { Arrived, DividedWorks } from './divided-works.service.ts';
import type { Mark, MarkingItem, MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import type { SectionSharesService } from './section-shares.service.ts';
import type { TwiceWorks } from './twice-works.service.ts';
import type { TwiceService } from './twice.service.ts';

interface Kinds {
  readonly own: DividedWorks;
  /** Works that activity types keep themselves, some of which two people mark. */
  readonly further: readonly (DividedWorks & TwiceWorks)[];
}

/** What follows of events: works that were handed in wait to be marked, grades follow marks. */
export function createFollowEventsService(
  store: MarkingStore,
  source: MarkingSource,
  course: Pick<CourseService, 'findMembers' | 'findScope'>,
  grades: MarkedGrades,
  twice: Pick<TwiceService, 'takeIn' | 'takeArrived'>,
  bySection: Pick<SectionSharesService, 'takeIn' | 'followMoves'>,
  kinds: Kinds,
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
    await twice.takeIn(scope, activityId, event.subject.id);
    await bySection.takeIn(scope, kinds.own, { activityId, workIds: [event.subject.id] });
  }

  /** Has something done about works of which events tell, activity by activity. */
  async function takeArrived(
    events: readonly DomainEvent[],
    works: DividedWorks,
    take: (scope: CourseScope, arrived: Arrived) => Promise<void>,
  ): Promise<void> {
    const arrived = new Map<string, { readonly courseId: string; readonly workIds: string[] }>();
    for (const event of events) {
      const { activityId } = event.data;
      if (typeof activityId !== 'string') continue;
      const workId = works.workIn(event, activityId);
      if (workId === null) continue;
      const known = arrived.get(activityId) ?? { courseId: event.courseId, workIds: [] };
      known.workIds.push(workId);
      arrived.set(activityId, known);
    }
    for (const [activityId, { courseId, workIds }] of arrived) {
      const scope = await course.findScope(courseId);
      if (scope) await take(scope, { activityId, workIds });
    }
  }

  /** Brings the grade to what the newest mark says, whichever mark the event is about: done again, nothing changes. */
  async function followMark(event: DomainEvent): Promise<void> {
    const { activityId } = event.data;
    if (typeof activityId !== 'string') return;
    const scope = await scopeOf(event);
    const item = await store.find(scope, activityId, event.subject.id);
    if (!item?.mark || item.mark.n !== event.data['n']) return;
    const sharers = await source.sharersOf(scope, activityId, item.memberId);
    for (const memberId of sharers) await gradeBy(scope, event, { ...item, memberId }, item.mark);
  }

  /** One mark for everybody whose work it is. */
  async function gradeBy(
    scope: CourseScope,
    event: DomainEvent,
    { id, activityId, memberId }: MarkingItem,
    mark: Mark,
  ): Promise<void> {
    const { column } = await source.rubric(scope, activityId);
    const by = { scope, actor: event.actor, requestId: event.requestId, memberId: mark.by };
    const { reason, at } = mark;
    if (mark.kind === 'marked') {
      const value = roundGrade((mark.points / mark.maximum) * column.maximum, column);
      return grades.set(by, column.id, memberId, { grade: { kind: 'set', value }, reason, at });
    }
    if (mark.kind === 'excused')
      return grades.set(by, column.id, memberId, { grade: { kind: 'excused' }, reason, at });
    const earlier = await store.listEarlier(scope, id);
    return grades.takeBack(by, column.id, memberId, {
      reason,
      at,
      marks: earlier.filter(({ n }) => n < mark.n).map(signOf),
    });
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      if (event.type === 'submission.handedIn') await takeIn(event);
      if (GRADED.has(event.type)) await followMark(event);
    }
    const { own, further } = kinds;
    for (const works of further) {
      await takeArrived(events, works, (scope, arrived) => twice.takeArrived(scope, works, arrived));
      await takeArrived(events, works, (scope, arrived) => bySection.takeIn(scope, works, arrived));
    }
    await bySection.followMoves([own, ...further], events);
  };
}

/** A part of a mark is none yet. */
const GRADED: ReadonlySet<string> = new Set(['work.marked', 'work.excused', 'work.markUndone']);

/** A mark as the decision about a grade knows it. */
const signOf = ({ by, at }: Mark) => ({ by, at });

import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent, reviewersIn } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { ProgressService } from './progress.service.ts';

/** Rows of one activity that events say something about; all rows, or those of some members. */
interface Concerned {
  all: boolean;
  readonly members: Set<string>;
  /** Whether the counts over all rows may be others by now. */
  recounts: boolean;
}

const PAGE = 100;

/**
 * Keeps the staff tables up to date by events. It reads the facts anew instead of believing the events, so it does
 * not matter how often or in which order they come.
 */
export function createProgressFollower(
  activities: ActivityService,
  course: Pick<CourseService, 'findScope'>,
  progress: ProgressService,
) {
  async function everyActivity(scope: CourseScope, visit: (activityId: string) => void): Promise<void> {
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<ActivityService['list']>> = await activities.list(scope, after, PAGE);
      for (const { id } of page.items) visit(id);
      after = page.next ?? undefined;
    } while (after);
  }

  async function follow(scope: CourseScope, events: readonly DomainEvent[]): Promise<void> {
    const concerned = new Map<string, Concerned>();
    const of = (activityId: string): Concerned => {
      const known = concerned.get(activityId) ?? { all: false, members: new Set(), recounts: false };
      concerned.set(activityId, known);
      return known;
    };
    const joined = new Set<string>();
    for (const event of events) {
      const { activityId, memberIds } = membersOf(event);
      if (wholeTable(event)) of(event.subject.id).all = true;
      else if (activityId) {
        for (const id of memberIds) of(activityId).members.add(id);
        of(activityId).recounts ||= !isAboutGrades(event);
      } else for (const id of memberIds) joined.add(id);
    }
    if (joined.size > 0) {
      await everyActivity(scope, (activityId) => {
        joined.forEach((id) => of(activityId).members.add(id));
        of(activityId).recounts = true;
      });
    }
    for (const [activityId, { all, members, recounts }] of concerned) {
      if (all) await progress.rebuild(scope, activityId);
      else await progress.refresh(scope, activityId, [...members], recounts);
    }
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const courseId of new Set(events.map((event) => event.courseId))) {
      const scope = await course.findScope(courseId);
      const ofCourse = events.filter((event) => event.courseId === courseId);
      if (scope) await follow(scope, ofCourse);
    }
  };
}

/** Grades are in the rows and in no count; ten thousand that are sent are not counted ten thousand times. */
const isAboutGrades = ({ type }: DomainEvent): boolean => type.startsWith('grade.');

const wholeTable = ({ type }: DomainEvent): boolean =>
  type === 'activity.created' || type === 'allocation.done';

/** The rows an event changes; without an activity it is about the members in all of them. */
export function membersOf({ type, subject, data }: DomainEvent): {
  activityId: string | null;
  memberIds: string[];
} {
  const text = (key: string): string[] => (typeof data[key] === 'string' ? [data[key]] : []);
  const texts = (key: string): string[] => {
    const some = data[key];
    return Array.isArray(some) ? some.filter((one) => typeof one === 'string') : [];
  };
  switch (type) {
    case 'member.joined':
    case 'member.changed':
      return { activityId: null, memberIds: [subject.id] };
    case 'submission.handedIn':
    case 'review.taken':
    case 'review.submitted':
      return {
        activityId: text('activityId')[0] ?? null,
        memberIds: [...authorsIn(data), ...reviewersIn(data)],
      };
    case 'comparison.submitted':
      return {
        activityId: text('activityId')[0] ?? null,
        memberIds: [...texts('authorIds'), ...text('reviewerId')],
      };
    case 'allocation.added':
    case 'allocation.returned':
      return { activityId: subject.id, memberIds: texts('memberIds') };
    case 'grade.entered':
    case 'grade.sent':
    case 'grade.failed':
    case 'grade.retried':
    case 'grade.overridden':
      return { activityId: text('activityId')[0] ?? null, memberIds: text('memberId') };
    default:
      return { activityId: null, memberIds: [] };
  }
}

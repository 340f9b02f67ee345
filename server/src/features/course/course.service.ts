import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import { type Member, mayObserve } from './member.domain.ts';

export interface LearnerPage {
  readonly items: Member[];
  /** The key to ask for the next page with, or null at the end. */
  readonly next: string | null;
}

/** Where the gradebook columns of an activity are, and where more are made. */
export interface GradebookPlace {
  /** Null where no launch has named it. */
  readonly lineItemsUrl: string | null;
  /** The resource links that point to the activity, each with the column that the LMS has coupled to it. */
  readonly links: readonly Pick<ResourceLink, 'ltiResourceLinkId' | 'lineItem'>[];
}

/** Where a course and some of its activities are in the LMS. */
export interface LmsPlaces {
  readonly courseTitle: string | null;
  readonly courseUrl: string | null;
  /** By activity; one whose address is not known is left out. */
  readonly activityUrls: ReadonlyMap<string, string>;
}

/** More than any course has. */
const STAFF_MAX = 1000;
const LEARNERS_MAX = 100_000;

export type CourseService = ReturnType<typeof createCourseService>;

/** What other features ask of a course. */
export const createCourseService = (store: CourseStore) => ({
  findScope: store.findScope,
  listIds: store.listIds,
  findMembers: store.findMembers,
  /** Active people who learn or teach whose names look like this, by name. */
  listNamed: store.listNamed,
  /** Brings names along with the rows of other features' stores. */
  names: store.names,

  /** Active learners of the course by name, without the test student. @param after the `next` of the page before. */
  async listLearners(
    scope: CourseScope,
    after: string | undefined,
    limit: number,
    among: readonly string[] | null = null,
  ): Promise<LearnerPage> {
    return pageByName(await store.listLearners(scope, nameKeyOf(after), limit + 1, among), limit);
  },

  /** Active learners by name, without the test student: all of them, in any course that there is. */
  listAllLearners: (scope: CourseScope): Promise<Member[]> => store.listLearners(scope, null, LEARNERS_MAX),

  /** What they are called, by name: all of them, in any course that there is. */
  listLearnerNames: (scope: CourseScope, but?: readonly string[]): Promise<Pick<Member, 'id' | 'name'>[]> =>
    store.listLearnerNames(scope, LEARNERS_MAX, but),

  /** Active instructors and assistants by name: all of them, in any course that there is. */
  listStaff: (scope: CourseScope): Promise<Member[]> => store.listStaff(scope, STAFF_MAX),

  /**
   * A learner whom somebody may observe right now.
   * @throws AppError NOT_FOUND for everybody else, and when the observer is none any more.
   */
  async getObserved(scope: CourseScope, observerId: string, memberId: string): Promise<Member> {
    const found = await store.findKnownMembers(scope, [observerId, memberId]);
    const observer = found.find(({ id }) => id === observerId);
    const learner = found.find(({ id }) => id === memberId);
    if (!observer || !learner || !mayObserve(observer, learner)) {
      throw new AppError('NOT_FOUND', { kind: 'member' });
    }
    return learner;
  },

  /** Every learner whom somebody may observe right now, by name. */
  async listObserved(scope: CourseScope, observerId: string): Promise<Member[]> {
    const [observer] = await store.findKnownMembers(scope, [observerId]);
    if (!observer) return [];
    const learners = await store.findMembers(scope, observer.said.observes);
    return learners
      .filter((learner) => mayObserve(observer, learner))
      .sort((a, b) => (a.sortName < b.sortName ? -1 : 1));
  },

  /** Title and pages of the course and some activities in the LMS: two round trips at once. */
  async findPlaces(scope: CourseScope, activityIds: readonly string[]): Promise<LmsPlaces> {
    const [course, links] = await Promise.all([
      store.findCourse(scope.courseId),
      activityIds.length > 0 ? store.findLinksToAll(scope, activityIds) : [],
    ]);
    const activityUrls = new Map<string, string>();
    for (const { activityId, url } of links) {
      if (activityId && url && !activityUrls.has(activityId)) activityUrls.set(activityId, url);
    }
    return { courseTitle: course?.title ?? null, courseUrl: course?.url ?? null, activityUrls };
  },

  /** What the LMS offers for the gradebook columns of an activity; its links in a fixed order. */
  async findGradebook(scope: CourseScope, activityId: string): Promise<GradebookPlace> {
    const [lineItemsUrl, links] = await Promise.all([
      store.findLineItemsUrl(scope),
      store.findLinksTo(scope, activityId),
    ]);
    return { lineItemsUrl, links: links.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  },
});

/** @param rows one more than the page has room for, when there are more. */
export function pageByName(rows: Member[], limit: number): LearnerPage {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? JSON.stringify([last.sortName, last.id]) : null };
}

/** @throws AppError BAD_REQUEST when the key is none of ours. */
export function nameKeyOf(key: string | undefined): { sortName: string; id: string } | null {
  if (key === undefined) return null;
  try {
    const [sortName, id] = JSON.parse(key) as unknown[];
    if (typeof sortName === 'string' && typeof id === 'string') return { sortName, id };
  } catch {
    // Falls through: what is no JSON is no key of ours either.
  }
  throw new AppError('BAD_REQUEST', { field: 'after' });
}

import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Member, ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';

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

export type CourseService = ReturnType<typeof createCourseService>;

/** What other features ask of a course. */
export const createCourseService = (store: CourseStore) => ({
  findScope: store.findScope,
  findMembers: store.findMembers,

  /** Active learners of the course by name, without the test student. @param after the `next` of the page before. */
  async listLearners(scope: CourseScope, after: string | undefined, limit: number): Promise<LearnerPage> {
    const rows = await store.listLearners(scope, after ? parseKey(after) : null, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? JSON.stringify([last.sortName, last.id]) : null };
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

function parseKey(key: string): { sortName: string; id: string } {
  try {
    const [sortName, id] = JSON.parse(key) as unknown[];
    if (typeof sortName === 'string' && typeof id === 'string') return { sortName, id };
  } catch {
    // Falls through: what is no JSON is no key of ours either.
  }
  throw new AppError('BAD_REQUEST', { field: 'after' });
}

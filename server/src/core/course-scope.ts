import { rehearsedCourseIdOf } from './ids.ts';

/**
 * The tenant of every query on course data (DESIGN §2 rule 5). Made only from a verified launch or a verified bearer,
 * never from what a request says.
 */
export interface CourseScope {
  readonly courseId: string;
  readonly platformId: string;
  readonly deploymentId: string;
}

const REHEARSED = 'rehearsal-';

/**
 * The scope in which staff rehearse an activity: a course of its own, so that nothing of it is in any list, count, roster
 * or grade of the real one. One per activity.
 */
export const rehearsalScopeOf = (
  { courseId, platformId, deploymentId }: CourseScope,
  activityId: string,
): CourseScope => ({
  courseId: REHEARSED + rehearsedCourseIdOf(courseId, activityId),
  platformId,
  deploymentId,
});

/** Whether nothing of what happens there may reach the LMS, people or statistics. */
export const isRehearsal = ({ courseId }: Pick<CourseScope, 'courseId'>): boolean =>
  courseId.startsWith(REHEARSED);

/** The course ids of all rehearsals, as a range that an index finds. */
export const REHEARSED_COURSES = { $gte: REHEARSED, $lt: 'rehearsal.' } as const;

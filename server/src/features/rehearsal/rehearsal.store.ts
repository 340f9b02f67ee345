import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { eraseCourse } from '../../platform/database/collection.ts';

/** Files go by their own clean-up, with their contents. */
const EXCEPT = new Set(['files']);

export type RehearsalStore = ReturnType<typeof createRehearsalStore>;

/** A rehearsal has no collection of its own: it is a course, in all of them. */
export const createRehearsalStore = (connection: Connection) => ({
  erase: (scope: CourseScope): Promise<void> => eraseCourse(connection, scope, EXCEPT),
});

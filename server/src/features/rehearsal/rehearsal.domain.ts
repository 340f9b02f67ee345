import { REHEARSED_LEARNERS } from '../../contracts/limits.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { memberIdOf } from '../../core/ids.ts';

const DAY_MS = 86_400_000;
/** Submissions of a rehearsal stay open for this long. */
const OPEN_MS = 7 * DAY_MS;

/** The subjects of the invented learners: no LMS has such a person. */
export const SUBJECTS = Array.from({ length: REHEARSED_LEARNERS }, (_, index) => `learner ${index + 1}`);

/** The invented learners' ids, in their order. */
export const learnerIdsOf = ({ courseId }: CourseScope): string[] =>
  SUBJECTS.map((subject) => memberIdOf(courseId, subject));

/** By how much the dates of the rehearsed copy move, so that every phase can be gone through from the beginning. */
export const movedByMs = (submissionsCloseAt: Date | null, now: Date): number =>
  submissionsCloseAt === null ? 0 : Math.max(0, now.getTime() + OPEN_MS - submissionsCloseAt.getTime());

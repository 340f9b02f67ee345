import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService, By } from '../activity/index.ts';

/** Work that people have got to do after the allocation. */
interface Added {
  readonly activityId: string;
  /** What it is about: tells one such event from another. */
  readonly submissionId: string;
  /** Who has one more. */
  readonly reviewerIds: readonly string[];
  /** Everybody whose row in the staff table may be different now. */
  readonly memberIds: readonly string[];
  /** Who can review only now, as their work came late, and how much each has got. */
  readonly late?: { readonly authorIds: readonly string[]; readonly works: number };
}

/** Tells those who follow an activity that reviews were added: notices, the staff table and the queue of works. */
export async function noteAdded(
  activities: Pick<ActivityService, 'updateState'>,
  scope: CourseScope,
  { late, ...added }: Added,
  by: By,
): Promise<void> {
  const data = { ...added, ...(late && { lateAuthorIds: late.authorIds, worksForLateAuthor: late.works }) };
  await activities.updateState(scope, added.activityId, {}, {}, { type: 'allocation.added', data }, by);
}

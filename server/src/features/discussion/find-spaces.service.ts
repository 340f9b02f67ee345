import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import { settingsOf } from './discussion-of.service.ts';

/** Discussions in which each group has a space of its own, for what else groups do together. */
export const createSpacesFinder = (activities: Pick<ActivityService, 'find'>) => ({
  /** Whose groups have spaces; null: there is no such discussion that learners see, or it has none. */
  async findGroupSet(scope: CourseScope, discussionId: string): Promise<string | null> {
    const found = await activities.find(scope, discussionId);
    return found === null || found.state === 'draft' ? null : settingsOf(found).groupSetId;
  },
});

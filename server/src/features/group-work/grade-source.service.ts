import type { ActivityService } from '../activity/index.ts';
import type { FurtherGradeSource } from '../gradebook/index.ts';

/** Where the gradebook gets the grades of projects from: staff enter them in the course's gradebook themselves. */
export const createGradeSource = (activities: Pick<ActivityService, 'find' | 'get'>): FurtherGradeSource => ({
  has: async (scope, activityId) => (await activities.find(scope, activityId)) !== null,
  async grading(scope, activityId) {
    const { revision } = await activities.get(scope, activityId);
    return { revision, columns: [], released: false };
  },
  async *inputs() {
    // There is no column.
  },
  runFinished: () => Promise.resolve(),
});

import type { ActivityService } from '../activity/index.ts';
import type { FurtherGradeSource } from '../gradebook/index.ts';

/** Nothing of a discussion is graded here: staff give points in the gradebook of the LMS. */
export const createGradeSource = (activities: Pick<ActivityService, 'find' | 'get'>): FurtherGradeSource => ({
  has: async (scope, activityId) => (await activities.find(scope, activityId)) !== null,
  grading: async (scope, activityId) => ({
    revision: (await activities.get(scope, activityId)).revision,
    columns: [],
    released: false,
  }),
  async *inputs() {
    // No columns, so nobody asks.
  },
  runFinished: () => Promise.resolve(),
});

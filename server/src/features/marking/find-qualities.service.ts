import type { CourseScope } from '../../core/course-scope.ts';
import type { MarkingStore } from './marking.store.ts';
import { qualityOf } from './quality.domain.ts';

/** What staff have given works of an activity, in percent of the rubric's points. */
export const createFindQualities =
  (store: Pick<MarkingStore, 'listMarks'>) =>
  async (scope: CourseScope, activityId: string): Promise<{ memberId: string; percent: number }[]> =>
    (await store.listMarks(scope, activityId)).flatMap(({ memberId, mark }) => {
      const percent = qualityOf(mark);
      return percent === null ? [] : [{ memberId, percent }];
    });

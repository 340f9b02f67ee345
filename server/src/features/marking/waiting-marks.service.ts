import type { CourseService } from '../course/index.ts';
import type { WaitingSource } from '../insights/index.ts';
import { signOf } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';

/**
 * The works whose two markers differ too much, as the facilitator queue lists them. It names no learner: whoever settles
 * it may want not to know.
 */
export const createWaitingMarks = (
  store: Pick<MarkingStore, 'listToSettle'>,
  course: Pick<CourseService, 'findMembers'>,
): WaitingSource => ({
  name: 'marks',
  async list(scope, { after, limit }) {
    const found = await store.listToSettle(scope, after, limit);
    const ids = new Set(found.flatMap(({ item }) => item.parts.map(({ by }) => by)));
    const members = ids.size > 0 ? await course.findMembers(scope, [...ids]) : [];
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return found.map(({ item: { id, activityId, parts }, since }) => {
      const marks = parts
        .map(({ by, points, maximum }) => `${names.get(by) ?? '–'} ${points}/${maximum}`)
        .join(' · ');
      return {
        key: id,
        waitsFor: 'staff',
        because: { code: 'MARKS_DIFFER', params: { activityId, workId: id, name: signOf(id), marks } },
        since,
        until: null,
        // It takes reading: the client leads to the work.
        nextAction: null,
      };
    });
  },
});

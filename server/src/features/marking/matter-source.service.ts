import { signOf } from '../../core/work-sign.ts';
import type { CourseService } from '../course/index.ts';
import type { MatterSource } from '../insights/index.ts';
import type { TwiceWorks } from './twice-works.service.ts';

/**
 * The works whose two markers differ too much, as matters for staff: one topic for each activity. It names no learner:
 * whoever settles it may want not to know.
 */
export const createMarkingMatters = (
  kinds: readonly Pick<TwiceWorks, 'listToSettle' | 'listActivitiesToSettle' | 'isAboutMarks'>[],
  course: Pick<CourseService, 'findMembers'>,
): MatterSource => ({
  name: 'marks',
  kind: 'work',
  forLearners: false,

  concernOf({ type, data }) {
    const { activityId } = data;
    const isOne = type === 'marking.settingsChanged' || kinds.some((kind) => kind.isAboutMarks(type));
    return isOne && typeof activityId === 'string' ? { topics: [activityId], memberIds: [] } : null;
  },

  async read(scope, topics) {
    const found = (await Promise.all(kinds.map((kind) => kind.listToSettle(scope, topics)))).flat();
    const ids = new Set(found.flatMap(({ item }) => item.parts.map(({ by }) => by)));
    const members = ids.size > 0 ? await course.findMembers(scope, [...ids]) : [];
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return found.map(({ item: { id, activityId, parts }, since, place }) => {
      const marks = parts
        .map(({ by, points, maximum }) => `${names.get(by) ?? '–'} ${points}/${maximum}`)
        .join(' · ');
      return {
        id,
        topic: activityId,
        activityId,
        waitsFor: 'staff',
        code: 'MARKS_DIFFER',
        params: { ...place, name: signOf(id), marks },
        since,
        until: null,
        // It takes reading: the client leads to the work.
        nextAction: null,
      };
    });
  },

  async listTopics(scope) {
    const found = await Promise.all(kinds.map((kind) => kind.listActivitiesToSettle(scope)));
    return { topics: found.flat(), next: null };
  },
});

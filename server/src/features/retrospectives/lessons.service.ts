import { AppError } from '../../core/app-error.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { RetrospectivePorts } from './retrospectives.service.ts';
import type { RetrospectiveStore } from './retrospectives.store.ts';
import { lessonsView, lessonView } from './retrospectives.views.ts';

export type LessonService = ReturnType<typeof createLessonService>;

/** What groups have learned, for all groups of a project once staff have looked at it. */
export function createLessonService(
  store: RetrospectiveStore,
  { rooms, clock, eventsWritten }: RetrospectivePorts,
) {
  return {
    /** By their ids; for learners what is published. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const forStaff = isStaff(caller.member.role);
      const states = forStaff ? (['offered', 'published', 'declined'] as const) : (['published'] as const);
      const [{ project, groupNames }, found] = await Promise.all([
        rooms.openProject(caller, activityId),
        store.listLessons(caller.scope, activityId, states, after ?? '', limit + 1),
      ]);
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.lessonId ?? null) : null;
      return lessonsView(project.title, page, groupNames, next, { decide: caller.can('groupWork.overview') });
    },

    /** Deciding the same again changes nothing. @throws AppError NOT_FOUND */
    async decide(caller: Caller, activityId: string, lessonId: string, state: 'published' | 'declined') {
      const [{ groupNames }, lesson] = await Promise.all([
        rooms.openProject(caller, activityId),
        store.findLesson(caller.scope, activityId, lessonId),
      ]);
      if (!lesson) throw new AppError('NOT_FOUND', { kind: 'lesson' });
      const { groupId } = lesson;
      if (lesson.state !== state) {
        const data = { activityId, groupId, state, memberIds: [] };
        const subject = { kind: 'lesson', id: lessonId };
        const event = courseEvent('lesson.decided', subject, caller, clock.now(), data);
        await store.setLessonState(caller.scope, lessonId, state, event);
        eventsWritten();
      }
      return lessonView({ ...lesson, state }, groupNames.get(groupId) ?? null);
    },
  };
}

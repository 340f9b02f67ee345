import { AppError } from '../../core/app-error.ts';
import { courseEvent } from '../../core/events.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { RetrospectivePorts } from './retrospectives.service.ts';
import type { RetrospectiveStore } from './retrospectives.store.ts';
import { courseLessonsView, lessonsView, lessonView } from './retrospectives.views.ts';

export type LessonService = ReturnType<typeof createLessonService>;

/** What groups have learned, for the whole course once staff have looked at it. */
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

    /** What is published in all projects of the course, newest first: two round trips. @throws AppError BAD_REQUEST */
    async listOfCourse(caller: Caller, search: string | undefined, after: string | undefined, limit: number) {
      const before = after === undefined ? null : readMomentKey(after);
      const found = await store.listPublished(caller.scope, search ?? null, before, limit + 1);
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      const names = await rooms.nameMany(
        caller,
        [...new Set(page.map(({ activityId }) => activityId))],
        [...new Set(page.map(({ groupId }) => groupId))],
      );
      const next = last ? momentKey({ at: last.publishedAt, id: last.lessonId }) : null;
      return courseLessonsView(page, names, next, { takeBack: caller.can('groupWork.overview') });
    },

    /** Deciding the same again changes nothing. @throws AppError NOT_FOUND */
    async decide(caller: Caller, activityId: string, lessonId: string, state: 'published' | 'declined') {
      const [{ groupNames }, lesson] = await Promise.all([
        rooms.openProject(caller, activityId),
        store.findLesson(caller.scope, activityId, lessonId),
      ]);
      if (!lesson) throw new AppError('NOT_FOUND', { kind: 'lesson' });
      const { groupId } = lesson;
      const now = clock.now();
      // What is published anew stands where it stood.
      const publishedAt = lesson.publishedAt ?? (state === 'published' ? now : undefined);
      if (lesson.state !== state) {
        const data = { activityId, groupId, state, memberIds: [] };
        const subject = { kind: 'lesson', id: lessonId };
        const event = courseEvent('lesson.decided', subject, caller, now, data);
        await store.setLessonState(caller.scope, { lessonId, state, publishedAt }, event);
        eventsWritten();
      }
      return lessonView({ ...lesson, state }, groupNames.get(groupId) ?? null);
    },
  };
}

import {
  GetAttendance,
  ListCourseSessions,
  PreviewSessionDeletion,
  SaveCourseSession,
} from '../../contracts/attendance.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import {
  type Attendance,
  ATTENDED,
  changesIn,
  type CourseSession,
  decideDelete,
  decideSave,
} from './sessions.domain.ts';
import type { SessionStore } from './sessions.store.ts';

export interface SessionPorts {
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners'>;
  /** Activities that open after a session. */
  readonly listAsking: (
    scope: CourseScope,
    sessionId: string,
  ) => Promise<readonly { readonly id: string; readonly title: string }[]>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type SessionsService = ReturnType<typeof createSessionsService>;

/** Sessions that can be asked for before an activity: the newest. */
const CHOICES_MAX = 100;

const fieldsOf = ({ id, title, startsAt, endsAt, place, revision }: CourseSession) => ({
  id,
  title,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  place,
  revision,
});

/** Meetings of the course, and who was there, as staff record it. */
export function createSessionsService(store: SessionStore, ports: SessionPorts) {
  const { course, listAsking, clock, eventsWritten } = ports;
  /** @throws AppError NOT_FOUND, also for a session of another course */
  async function get(scope: CourseScope, id: string): Promise<CourseSession> {
    const session = await store.find(scope, id);
    if (!session) throw new AppError('NOT_FOUND', { kind: 'session' });
    return session;
  }

  return {
    /** What an activity can open after: the newest sessions by their titles, and who attended. */
    attended: {
      list: async (scope: CourseScope): Promise<{ id: string; title: string }[]> =>
        (await store.list(scope, null, CHOICES_MAX)).map(({ id, title }) => ({ id, title })),
      /** @param memberIds null: of everybody */
      listAttended: (scope: CourseScope, sessionId: string, memberIds: readonly string[] | null) =>
        store.listAttended(scope, sessionId, ATTENDED, memberIds),
    },

    /** @throws AppError BAD_REQUEST */
    async list({ scope }: Caller, after: string | undefined, limit: number) {
      const found = await store.list(scope, after === undefined ? null : keyOf(after), limit + 1);
      const items = found.slice(0, limit);
      const counts = await store.countAttended(
        scope,
        items.map(({ id }) => id),
        ATTENDED,
      );
      const last = items.at(-1);
      return ListCourseSessions.response.parse({
        items: items.map((one) => ({ ...fieldsOf(one), attended: counts.get(one.id) ?? 0 })),
        next: found.length > limit && last ? `${last.startsAt.getTime()}_${last.id}` : null,
      });
    },

    /** @throws AppError STALE_REVISION, NOT_FOUND, also where the id is of another course */
    async save(
      caller: Caller,
      id: string,
      wanted: Omit<CourseSession, 'id' | 'revision'>,
      expectedRevision: number,
    ) {
      const { scope } = caller;
      const current = await store.find(scope, id);
      const decision = decideSave(current, wanted, expectedRevision);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      const viewOf = (session: CourseSession) => SaveCourseSession.response.parse(fieldsOf(session));
      if (decision.type === 'unchanged' && current) return viewOf(current);
      const session = { id, ...wanted, revision: expectedRevision + 1 };
      const { startsAt, endsAt } = fieldsOf(session);
      const data = { startsAt, endsAt, revision: session.revision };
      const event = courseEvent('session.saved', { kind: 'courseSession', id }, caller, clock.now(), data);
      const isSaved =
        decision.type === 'create'
          ? await store.insert(scope, session, event)
          : await store.change(scope, session, event);
      if (!isSaved) throw new AppError(decision.type === 'create' ? 'NOT_FOUND' : 'STALE_REVISION');
      eventsWritten();
      return viewOf(session);
    },

    /** @throws AppError NOT_FOUND */
    async previewDeletion({ scope }: Caller, id: string) {
      const [recorded, asking] = await Promise.all([
        store.countRecorded(scope, id),
        listAsking(scope, id),
        get(scope, id),
      ]);
      const activities = asking.map(({ id: activityId, title }) => ({ id: activityId, title }));
      return PreviewSessionDeletion.response.parse({ recorded, activities });
    },

    /** Activities that open after it ask for it no more, soon after. @throws AppError STALE_REVISION, NOT_FOUND */
    async delete(caller: Caller, id: string, expectedRevision: number): Promise<Record<string, never>> {
      const { scope } = caller;
      const current = await store.find(scope, id);
      const decision = decideDelete(
        current,
        current === null && (await store.isDeleted(scope, id)),
        expectedRevision,
      );
      if (decision === 'unchanged') return {};
      if (decision !== 'delete') throw new AppError(decision, { kind: 'session' });
      const event = courseEvent('session.deleted', { kind: 'courseSession', id }, caller, clock.now(), {});
      if (!(await store.delete(scope, id, expectedRevision, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return {};
    },

    /** Three round trips, however many learners there are. @throws AppError NOT_FOUND */
    async attendance({ scope }: Caller, sessionId: string, after: string | undefined, limit: number) {
      const [session, page] = await Promise.all([
        get(scope, sessionId),
        course.listLearners(scope, after, limit),
      ]);
      const marks = await store.listMarks(
        scope,
        sessionId,
        page.items.map(({ id }) => id),
      );
      const states = new Map(marks.map(({ memberId, state }) => [memberId, state]));
      return GetAttendance.response.parse({
        session: fieldsOf(session),
        items: page.items.map(({ id, name }) => ({ memberId: id, name, state: states.get(id) ?? null })),
        next: page.next,
      });
    },

    /** @throws AppError NOT_FOUND for a session, or for somebody who is no learner of the course */
    async record(caller: Caller, sessionId: string, marks: readonly Attendance[]) {
      const { scope, member } = caller;
      const ids = [...new Set(marks.map(({ memberId }) => memberId))];
      const [found, known] = await Promise.all([
        course.findMembers(scope, ids),
        store.listMarks(scope, sessionId, ids),
        get(scope, sessionId),
      ]);
      if (found.filter(countsAsLearner).length < ids.length)
        throw new AppError('NOT_FOUND', { kind: 'member' });
      const changes = changesIn(known, marks);
      const at = clock.now();
      const writes = changes.map(({ memberId, state, before }) => ({
        memberId,
        state,
        by: member.id,
        event: courseEvent('attendance.recorded', { kind: 'courseSession', id: sessionId }, caller, at, {
          memberId,
          state,
          before,
        }),
      }));
      if (writes.length > 0) await store.record(scope, sessionId, writes);
      eventsWritten();
      return { recorded: writes.length };
    },
  };
}

function keyOf(after: string): { startsAt: Date; id: string } {
  const [time, id] = after.split('_');
  const startsAt = new Date(Number(time));
  if (!id || Number.isNaN(startsAt.getTime())) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { startsAt, id };
}

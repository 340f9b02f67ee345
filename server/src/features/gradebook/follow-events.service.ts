import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';

/** What an event asks the gradebook for. */
export interface Asked {
  readonly run: RunRequest | null;
  /** The activity whose columns in the LMS are to be looked after. */
  readonly columnsOf: Pick<RunRequest, 'scope' | 'activityId'> | null;
}

const NOTHING: Asked = { run: null, columnsOf: null };

export type FollowEventsService = ReturnType<typeof createFollowEventsService>;

/** What the gradebook does when something happened: columns follow settings, runs follow decisions. */
export function createFollowEventsService(
  course: Pick<CourseService, 'findScope'>,
  runs: Pick<GradeRunService, 'saveColumns'>,
  overrides: GradeOverrideStore,
) {
  /** An override's run is about one member in one column, and has its reason. */
  async function ofOverride(scope: CourseScope, { data }: DomainEvent) {
    const { columnId, memberId, revision } = data;
    if (typeof columnId !== 'string' || typeof memberId !== 'string' || typeof revision !== 'number')
      return null;
    const version = await overrides.find(scope, columnId, memberId, revision);
    return version && { reason: version.decided.reason, only: { memberIds: [memberId], columnId } };
  }

  return {
    /** Keeps the columns up to date; @returns what the event asks for. */
    async follow(event: DomainEvent): Promise<Asked> {
      if (!(event.type in ASKS)) return NOTHING;
      const scope = await course.findScope(event.courseId);
      if (!scope) throw new Error(`the course ${event.courseId} of event ${event.id} is unknown`);
      const { type, subject, data, actor, at: requestedAt } = event;
      const activityId = type === 'activity.linked' ? data['activityId'] : subject.id;
      if (type in ABOUT_COLUMNS) {
        if (typeof activityId !== 'string') return NOTHING;
        await runs.saveColumns(scope, activityId);
        return { run: null, columnsOf: { scope, activityId } };
      }
      const { runId } = data;
      if (typeof runId !== 'string') return NOTHING;
      const request = { scope, runId, requestedAt, by: doerOf(actor) };
      if (type === 'grade.overridden') {
        const about = await ofOverride(scope, event);
        if (!about) return NOTHING;
        const run = {
          ...request,
          ...about,
          kind: 'override',
          activityId: String(data['activityId']),
        } as const;
        return { run, columnsOf: null };
      }
      const kind =
        type === 'grades.withdrawn' ? 'withdraw' : data['kind'] === 'recompute' ? 'recompute' : 'release';
      const only = namesIn(data['memberIds']);
      const run = { ...request, kind, activityId: subject.id, reason: null, only } as const;
      return { run, columnsOf: null };
    },
  };
}

/** Those to whom alone grades are released; null: everybody. */
const namesIn = (memberIds: unknown): RunRequest['only'] =>
  Array.isArray(memberIds)
    ? { memberIds: memberIds.filter((id) => typeof id === 'string'), columnId: null }
    : null;

/** The events after which an activity may have other columns. */
const ABOUT_COLUMNS: Partial<Record<DomainEvent['type'], true>> = {
  'activity.created': true,
  'activity.changed': true,
  'activity.published': true,
  'activity.linked': true,
};

/** The events that say something to the gradebook. */
const ASKS: Partial<Record<DomainEvent['type'], true>> = {
  ...ABOUT_COLUMNS,
  'grades.released': true,
  'grades.withdrawn': true,
  'grade.overridden': true,
};

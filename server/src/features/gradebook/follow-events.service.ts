import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';

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
    /** Keeps the columns up to date; @returns the run that the event asks for, or null. */
    async follow(event: DomainEvent): Promise<RunRequest | null> {
      if (!(event.type in ASKS)) return null;
      const scope = await course.findScope(event.courseId);
      if (!scope) throw new Error(`the course ${event.courseId} of event ${event.id} is unknown`);
      const { type, subject, data, actor, at: requestedAt } = event;
      if (type === 'activity.created' || type === 'activity.changed') {
        await runs.saveColumns(scope, subject.id);
        return null;
      }
      const { runId } = data;
      if (typeof runId !== 'string') return null;
      const request = { scope, runId, requestedAt, by: doerOf(actor) };
      if (type === 'grade.overridden') {
        const about = await ofOverride(scope, event);
        return about && { ...request, ...about, kind: 'override', activityId: String(data['activityId']) };
      }
      const kind =
        type === 'grades.withdrawn' ? 'withdraw' : data['kind'] === 'recompute' ? 'recompute' : 'release';
      return { ...request, kind, activityId: subject.id, reason: null, only: null };
    },
  };
}

/** The events that say something to the gradebook. */
const ASKS: Partial<Record<DomainEvent['type'], true>> = {
  'activity.created': true,
  'activity.changed': true,
  'grades.released': true,
  'grades.withdrawn': true,
  'grade.overridden': true,
};

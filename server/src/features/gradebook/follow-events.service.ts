import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent, EventActor } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';

/** What an event asks the gradebook for. */
export interface Asked {
  readonly run: RunRequest | null;
  /** The activity whose columns in the LMS are to be looked after. */
  readonly columnsOf: Pick<RunRequest, 'scope' | 'activityId'> | null;
}

export type FollowEventsService = ReturnType<typeof createFollowEventsService>;

/** What the gradebook does when something happened elsewhere. */
export function createFollowEventsService(
  course: Pick<CourseService, 'findScope'>,
  runs: Pick<GradeRunService, 'saveColumns'>,
) {
  async function scopeOf({ id, courseId }: DomainEvent) {
    const scope = await course.findScope(courseId);
    if (!scope) throw new Error(`the course ${courseId} of event ${id} is unknown`);
    return scope;
  }

  return {
    /** Keeps the columns up to date; @returns what the event asks for. */
    async follow(event: DomainEvent): Promise<Asked> {
      const activityId = activityOf(event);
      if (activityId === null) return { run: null, columnsOf: null };
      const scope = await scopeOf(event);
      await runs.saveColumns(scope, activityId);
      return { run: runOf(event, scope, activityId), columnsOf: { scope, activityId } };
    },
  };
}

/** The activity whose columns an event is about. */
function activityOf({ type, subject, data }: DomainEvent): string | null {
  if (type === 'activity.linked') return typeof data['activityId'] === 'string' ? data['activityId'] : null;
  const isAbout = type === 'activity.created' || type === 'activity.changed' || type === 'grades.released';
  return isAbout ? subject.id : null;
}

function runOf(
  { type, data, actor, at }: DomainEvent,
  scope: CourseScope,
  activityId: string,
): RunRequest | null {
  const { runId } = data;
  if (type !== 'grades.released' || typeof runId !== 'string') return null;
  const asked = { kind: 'release', requestedAt: at, by: nameOf(actor), reason: null, only: null } as const;
  return { scope, activityId, runId, ...asked };
}

const nameOf = (actor: EventActor): string => (actor.kind === 'member' ? actor.memberId : actor.job);

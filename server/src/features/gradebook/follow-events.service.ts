import type { DomainEvent, EventActor } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';

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
    /** Keeps the columns up to date; @returns the run that the event asks for, or null. */
    async follow(event: DomainEvent): Promise<RunRequest | null> {
      const { type, subject, data, at: requestedAt } = event;
      if (type === 'activity.created' || type === 'activity.changed') {
        await runs.saveColumns(await scopeOf(event), subject.id);
        return null;
      }
      const { runId } = data;
      if (type !== 'grades.released' || typeof runId !== 'string') return null;
      const scope = await scopeOf(event);
      const by = nameOf(event.actor);
      return {
        scope,
        activityId: subject.id,
        runId,
        kind: 'release',
        requestedAt,
        by,
        reason: null,
        only: null,
      };
    },
  };
}

const nameOf = (actor: EventActor): string => (actor.kind === 'member' ? actor.memberId : actor.job);

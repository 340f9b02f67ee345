import type { CourseScope } from '../../core/course-scope.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { CarryMoves } from './carry-moves.service.ts';

const MOVE = 'discussion.move';

interface Payload {
  readonly scope: CourseScope;
  readonly actId: string;
}

/** Asks for what staff move to be carried out; by its key there is one job of an act at a time. */
export const createMoveRequest =
  (jobs: Pick<Jobs, 'enqueue'>) =>
  (scope: CourseScope, actId: string, dueAt: Date): Promise<void> => {
    const payload: Payload = { scope, actId };
    return jobs.enqueue({
      type: MOVE,
      key: `${scope.courseId}/${actId}`,
      payload: { ...payload, courseId: scope.courseId },
      dueAt,
    });
  };

export function defineMoveJob(jobs: Pick<Jobs, 'define'>, carry: Pick<CarryMoves, 'run'>): void {
  jobs.define(MOVE, async (payload) => {
    // The payload is what the request above made.
    const { scope, actId } = payload as unknown as Payload;
    await carry.run(scope, actId);
    return DONE;
  });
}

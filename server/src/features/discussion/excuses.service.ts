import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { MarkedGrades } from '../gradebook/index.ts';
import { isGraded } from './grading.service.ts';
import type { MarkVersion } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'discussion.marked',
  'discussion.excused',
  'discussion.markUndone',
]);

const signOf = ({ by, at }: MarkVersion) => ({ by, at });

/** An excused member owes no grade, until something else is decided: a decision in the gradebook like any other. */
export const createExcuseFollower =
  (
    activities: Pick<ActivityService, 'find'>,
    marks: Pick<ParticipantMarkStore, 'find' | 'listBefore'>,
    findScope: (courseId: string) => Promise<CourseScope | null>,
    grades: MarkedGrades,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    async function follow(
      scope: CourseScope,
      { id: columnId }: Activity,
      memberId: string,
      { actor, requestId, data }: DomainEvent,
    ): Promise<void> {
      const newest = (await marks.find(scope, columnId, memberId))?.newest;
      // The event of a newer version follows.
      if (!newest || newest.n !== data['n']) return;
      const { by, at, reason, n } = newest;
      const marker = { scope, actor, requestId, memberId: by };
      if (newest.kind === 'excused')
        return grades.set(marker, columnId, memberId, { grade: { kind: 'excused' }, reason, at });
      const excuses = (await marks.listBefore(scope, columnId, memberId, n)).filter(
        ({ kind }) => kind === 'excused',
      );
      const [last] = excuses;
      if (!last) return;
      // A mark by hand asks for no reason: it ends the excuse for which there was one.
      const why = reason === '' ? last.reason : reason;
      await grades.takeBack(marker, columnId, memberId, { reason: why, at, marks: excuses.map(signOf) });
    }

    for (const event of events) {
      const { activityId, memberId } = event.data;
      if (!FOLLOWED.has(event.type) || typeof activityId !== 'string' || typeof memberId !== 'string')
        continue;
      const scope = await findScope(event.courseId);
      const activity = scope && (await activities.find(scope, activityId));
      if (scope && activity && isGraded(activity)) await follow(scope, activity, memberId, event);
    }
  };

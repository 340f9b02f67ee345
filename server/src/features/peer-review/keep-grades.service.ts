import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent, reviewersIn } from '../../core/events.ts';
import { runIdOf } from '../../core/ids.ts';
import type { PhasesService } from './run-phases.service.ts';

/** What peer review asks of the gradebook when released grades have to be computed anew. */
export interface Recompute {
  /** Asks for a run; asking twice with the same id is one run. @param memberIds null: everybody. */
  recompute(
    scope: CourseScope,
    activityId: string,
    run: {
      readonly runId: string;
      readonly requestedAt: Date;
      readonly by: string;
      readonly memberIds: readonly string[] | null;
    },
  ): Promise<void>;
}

export type KeepGradesService = ReturnType<typeof createKeepGradesService>;

/** Keeps grades that release themselves, and change with their reviews, as they should be. */
export const createKeepGradesService = (
  phases: PhasesService,
  grades: Recompute,
  clock: Clock,
  /** A member with those who share the same work: one's dates are the group's. */
  listSharers: (scope: CourseScope, activityId: string, memberId: string) => Promise<readonly string[]>,
) => ({
  /** After a submitted review or comparison: the authors' grades, and what the reviewer gets for reviewing. */
  async afterReview(scope: CourseScope, { id, at, data }: DomainEvent): Promise<void> {
    const { activityId } = data;
    if (typeof activityId !== 'string') return;
    const { recomputes } = await phases.releaseIfDue(scope, activityId);
    if (!recomputes) return;
    const memberIds = [...authorsIn(data), ...reviewersIn(data)];
    await grades.recompute(scope, activityId, {
      runId: id,
      requestedAt: at,
      by: 'peer-review.review',
      memberIds,
    });
  },

  /** After staff have said how much a review counts: the author's grade where it is released, at once. */
  async afterWeighing(scope: CourseScope, { id, at, data }: DomainEvent): Promise<void> {
    const { activityId } = data;
    const memberIds = authorsIn(data);
    if (typeof activityId !== 'string' || memberIds.length === 0) return;
    if (!(await phases.isReleased(scope, activityId))) return;
    await grades.recompute(scope, activityId, {
      runId: id,
      requestedAt: at,
      by: 'peer-review.weighing',
      memberIds,
    });
  },

  /** After an author has said how helpful a review is, or staff how good: its reviewer's grade, where that counts and is released. */
  async afterRating(
    scope: CourseScope,
    { id, at, data }: DomainEvent,
    of: 'helpfulness' | 'quality',
  ): Promise<void> {
    const { activityId } = data;
    const memberIds = reviewersIn(data);
    if (typeof activityId !== 'string' || memberIds.length === 0) return;
    if (!(await phases.countsOpinions(scope, activityId, of))) return;
    await grades.recompute(scope, activityId, {
      runId: id,
      requestedAt: at,
      by: 'peer-review.rating',
      memberIds,
    });
  },

  /** After changed settings, and when the date for the release has come: everybody's. */
  async afterChange(scope: CourseScope, activityId: string, event: DomainEvent | null): Promise<void> {
    const { recomputes } = await phases.releaseIfDue(scope, activityId);
    if (!recomputes || !event) return;
    await grades.recompute(scope, activityId, {
      runId: event.id,
      requestedAt: event.at,
      by: 'peer-review.settings',
      memberIds: null,
    });
  },

  /** After a change of one member's dates: work may be late no more, or reviewing go on. */
  async afterOwnDates(
    scope: CourseScope,
    activityId: string,
    memberId: string,
    event: DomainEvent,
  ): Promise<void> {
    const { recomputes } = await phases.releaseIfDue(scope, activityId);
    if (!recomputes) return;
    await grades.recompute(scope, activityId, {
      runId: runIdOf(activityId, event.id),
      requestedAt: event.at,
      by: 'peer-review.own-dates',
      memberIds: await listSharers(scope, activityId, memberId),
    });
  },

  /** When reviews have closed: whoever has not written all of theirs is graded for it, and all reviews are weighed. */
  async afterReviewsClosed(scope: CourseScope, activityId: string): Promise<void> {
    const closedAt = await phases.reviewsCloseAt(scope, activityId);
    // The date was moved meanwhile: its own job comes.
    if (!closedAt || clock.now() < closedAt) return;
    const { recomputes } = await phases.releaseIfDue(scope, activityId);
    if (!recomputes) return;
    await grades.recompute(scope, activityId, {
      runId: runIdOf(activityId, `reviews closed ${closedAt.toISOString()}`),
      requestedAt: closedAt,
      by: 'peer-review.reviews-closed',
      memberIds: null,
    });
  },
});

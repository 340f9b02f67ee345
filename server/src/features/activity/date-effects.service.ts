import type { DateEffect } from '../../contracts/date-effects.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { dateEffectsOf } from '../../core/date-effects.ts';
import { type Schedule, type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { ActivityService } from './activity.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly course: {
    listAllLearners(
      scope: CourseScope,
    ): Promise<readonly { readonly id: string; readonly name: string | null }[]>;
  };
  readonly clock: Clock;
}

/** One schedule for everybody, as it is and as it would be, and how a learner's own dates come of it. */
interface Change {
  readonly before: Schedule;
  readonly after: Schedule;
  /** What a step is called that has a title of its own. */
  readonly titleOf?: (step: string) => string | null;
  /** Where those of others count, too. @param changes of all learners, by their ids */
  readonly ownDates?: (
    memberId: string,
    changes: ReadonlyMap<string, TimelineChanges>,
  ) => { readonly before: ReadonlyMap<string, Date>; readonly after: ReadonlyMap<string, Date> };
}

export type DateEffects = ReturnType<typeof createDateEffects>;

/** Whom other dates of an activity concern, before they are saved: two round trips. */
export const createDateEffects =
  ({ activities, course, clock }: Ports) =>
  async (
    scope: CourseScope,
    activityId: string,
    { before, after, titleOf = () => null, ownDates }: Change,
  ): Promise<DateEffect[]> => {
    if (JSON.stringify(before.steps) === JSON.stringify(after.steps)) return [];
    const learners = await course.listAllLearners(scope);
    const changes = await activities.findChanges(
      scope,
      activityId,
      learners.map(({ id }) => id),
    );
    const datesOf = (memberId: string) => {
      if (ownDates) return ownDates(memberId, changes);
      const own = changes.get(memberId) ?? UNCHANGED;
      return { before: timelineOf(before, own), after: timelineOf(after, own) };
    };
    const own = learners.map(({ id, name }) => ({ name, ...datesOf(id) }));
    return dateEffectsOf(own, before, after, clock.now()).map((effect) => ({
      ...effect,
      title: titleOf(effect.step),
    }));
  };

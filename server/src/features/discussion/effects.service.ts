import type { DiscussionEffect, DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Clock } from '../../core/clock.ts';
import { timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import { scheduleOf, settingsOf, stepsOf } from './discussion-of.service.ts';
import { effectsOf } from './effects.domain.ts';
import type { HeldPostStore } from './held-posts.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

export interface EffectsPorts {
  readonly activities: Pick<ActivityService, 'get' | 'findChanges'>;
  readonly course: Pick<CourseService, 'listAllLearners'>;
  readonly posts: Pick<PostStore, 'countByAuthor' | 'countSided'>;
  readonly threads: Pick<ThreadStore, 'countMarks'>;
  readonly held: Pick<HeldPostStore, 'count'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly clock: Clock;
}

export type EffectsService = ReturnType<typeof createEffectsService>;

/** What saving settings would do, before it is done (activity.md item 1). */
export const createEffectsService = ({
  activities,
  course,
  posts,
  threads,
  held,
  grades,
  clock,
}: EffectsPorts) => ({
  /** Nothing for a draft: nobody sees it. @throws AppError NOT_FOUND */
  async preview(
    { scope }: Caller,
    activityId: string,
    wanted: DiscussionSettings,
  ): Promise<{ effects: DiscussionEffect[] }> {
    const activity = await activities.get(scope, activityId);
    if (activity.state === 'draft') return { effects: [] };
    const [learners, written, sides, marks, waiting] = await Promise.all([
      course.listAllLearners(scope),
      posts.countByAuthor(scope, activityId),
      posts.countSided(scope, activityId),
      threads.countMarks(scope, activityId),
      held.count(scope, [activityId]),
    ]);
    const ids = learners.map(({ id }) => id);
    const isReleased = activity.phase === 'released';
    const [released, changes] = await Promise.all([
      isReleased ? grades.findGradesIn(scope, [activityId], ids) : null,
      activities.findChanges(scope, activityId, ids),
    ]);
    const schedule = scheduleOf(activity);
    const next = { ...schedule, steps: stepsOf(wanted) };
    const datesOf = ({ id, name }: (typeof learners)[number]) => {
      const own = changes.get(id) ?? UNCHANGED;
      return { name, before: timelineOf(schedule, own), after: timelineOf(next, own) };
    };
    const facts = {
      learners: learners.map(datesOf),
      silent: ids.filter((id) => !written.has(id)).length,
      ...marks,
      sides,
      posts: [...written.values()].reduce((sum, n) => sum + n, 0),
      waiting: waiting[0]?.count ?? 0,
      grades: released?.get(activityId)?.size ?? 0,
    };
    return { effects: effectsOf(settingsOf(activity), wanted, facts, clock.now()) };
  },
});

import type { DiscussionEffect, DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { effectsOf } from './effects.domain.ts';
import type { PostStore } from './posts.store.ts';

/** More than any course has. */
const LEARNERS_MAX = 20_000;

export interface EffectsPorts {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'listLearners'>;
  readonly posts: Pick<PostStore, 'countByAuthor'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly clock: Clock;
}

export type EffectsService = ReturnType<typeof createEffectsService>;

/** What saving settings would do, before it is done (activity.md item 1). */
export const createEffectsService = ({ activities, course, posts, grades, clock }: EffectsPorts) => ({
  /** Nothing for a draft: nobody sees it. Four round trips. @throws AppError NOT_FOUND */
  async preview(
    { scope }: Caller,
    activityId: string,
    wanted: DiscussionSettings,
  ): Promise<{ effects: DiscussionEffect[] }> {
    const activity = await activities.get(scope, activityId);
    if (activity.state === 'draft') return { effects: [] };
    const [{ items }, written] = await Promise.all([
      course.listLearners(scope, undefined, LEARNERS_MAX),
      posts.countByAuthor(scope, activityId),
    ]);
    const ids = items.map(({ id }) => id);
    const isReleased = activity.phase === 'released';
    const released = isReleased ? await grades.findGradesIn(scope, [activityId], ids) : null;
    const facts = {
      learners: ids.length,
      silent: ids.filter((id) => !written.has(id)).length,
      posts: [...written.values()].reduce((sum, n) => sum + n, 0),
      grades: released?.get(activityId)?.size ?? 0,
    };
    return { effects: effectsOf(settingsOf(activity), wanted, facts, clock.now()) };
  },
});

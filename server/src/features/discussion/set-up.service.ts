import { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, ActivityType } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { scheduleOf, settingsOf, stepsOf } from './discussion-of.service.ts';
import { settingsView } from './discussion.views.ts';
import { filesOfPrompt } from './post-files.domain.ts';
import type { KeepPromptFiles } from './prompt-files.service.ts';
import type { PostStore } from './posts.store.ts';

/** Discussions as one type of activity. */
export const createDiscussionType = (
  posts: Pick<PostStore, 'listAuthors'>,
  course: Pick<CourseService, 'listAllLearners'>,
): ActivityType => ({
  isAnnounced: false,
  scheduleOf,
  stepsOf: (settings) => stepsOf(settingsOf(settings)),

  faultsOf: (activity) => (isBlank(settingsOf(activity).prompt) ? [{ code: 'noInstructions' } as const] : []),

  parseSettings({ title, points, settings }) {
    const parsed = DiscussionSettings.safeParse({ ...settings, title, points });
    if (!parsed.success) return null;
    const { title: checkedTitle, points: checkedPoints, ...rest } = parsed.data;
    return { title: checkedTitle, points: checkedPoints, settings: rest };
  },

  listHandedIn: posts.listAuthors,
  listBegun: posts.listAuthors,

  /** Nobody has to write, so nothing is left undone. */
  async countsOf(scope) {
    return { learners: (await course.listAllLearners(scope)).length, unfinished: 0 };
  },
});

/** Setting a discussion up. */
export function createSetUpService(
  activities: ActivityService,
  posts: Pick<PostStore, 'hasAny'>,
  keepFiles: KeepPromptFiles,
  eventsWritten: () => void,
) {
  const viewOf = async ({ scope, can }: Caller, activity: Activity) =>
    settingsView(activity, settingsOf(activity), await posts.hasAny(scope, activity.id), {
      edit: can('activity.edit'),
    });

  return {
    /** @throws AppError FILE_MISSING, DISCUSSION_HAS_POSTS when groups come or go under what is written, STALE_REVISION, ACTIVITY_ID_TAKEN, DATES_LED_BY_LMS, NOT_FOUND */
    async save(
      caller: Caller,
      activityId: string,
      { title, points, ...settings }: DiscussionSettings,
      expectedRevision: number,
      state: 'draft' | 'published',
    ) {
      const { scope, actor, requestId } = caller;
      const before = await activities.find(scope, activityId);
      if (
        before &&
        settingsOf(before).groupSetId !== settings.groupSetId &&
        (await posts.hasAny(scope, activityId))
      )
        throw new AppError('DISCUSSION_HAS_POSTS');
      await keepFiles(scope, activityId, filesOfPrompt(settings));
      const saved = await activities.save(
        scope,
        activityId,
        { title, points, settings },
        expectedRevision,
        { actor, requestId },
        {},
        state,
      );
      eventsWritten();
      return viewOf(caller, saved);
    },

    /** @throws AppError NOT_FOUND */
    get: async (caller: Caller, activityId: string) =>
      viewOf(caller, await activities.get(caller.scope, activityId)),
  };
}

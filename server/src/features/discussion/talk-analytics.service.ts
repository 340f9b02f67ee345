import { countOwnWords } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import type { GroupsPort } from './groups-port.service.ts';
import type { MilestonesService } from './milestones.service.ts';
import { type SaidPost, talkOf } from './talk-analytics.domain.ts';
import type { CountedPost, TalkAnalyticsStore } from './talk-analytics.store.ts';
import { talkView } from './talk-analytics.views.ts';

export interface TalkAnalyticsPorts {
  readonly activities: Pick<ActivityService, 'get' | 'findChanges'>;
  readonly course: Pick<CourseService, 'listAllLearners'>;
  readonly groups: Pick<GroupsPort, 'listPeopled'>;
  readonly milestones: Pick<MilestonesService, 'standingsOf'>;
  readonly store: TalkAnalyticsStore;
}

export type TalkAnalyticsService = ReturnType<typeof createTalkAnalyticsService>;

/** How a discussion goes as a whole (spec/discussion.md, 9). */
export function createTalkAnalyticsService({
  activities,
  course,
  groups,
  milestones,
  store,
}: TalkAnalyticsPorts) {
  /** With the words of posts from before they were counted. */
  async function withWords(scope: CourseScope, posts: readonly CountedPost[]): Promise<SaidPost[]> {
    const older = posts.filter(({ words }) => words === null).map(({ id }) => id);
    const texts = older.length === 0 ? [] : await store.listTexts(scope, older);
    const words = new Map(texts.map(({ _id, text }) => [_id, text ? countOwnWords(text) : 0]));
    return posts.map((post) => ({ ...post, words: post.words ?? words.get(post.id) ?? 0 }));
  }

  /** How many milestones each has met; null where there are none. */
  async function metBy(scope: CourseScope, activity: Activity, ids: readonly string[]) {
    if (settingsOf(activity).milestones.length === 0) return null;
    const changes = await activities.findChanges(scope, activity.id, ids);
    const standings = await milestones.standingsOf(scope, activity, changes, ids);
    return new Map([...standings].map(([id, all]) => [id, all.filter(({ met }) => met).length]));
  }

  return {
    /** @throws AppError NOT_FOUND, also for a group that has no space there */
    async read({ scope }: Caller, activityId: string, groupId: string | null) {
      const activity = await activities.get(scope, activityId);
      const settings = settingsOf(activity);
      const { groupSetId } = settings;
      const [everybody, all, spaces] = await Promise.all([
        course.listAllLearners(scope),
        store.listCounted(scope, activityId, groupId),
        groupSetId === null ? null : groups.listPeopled(scope, groupSetId),
      ]);
      const space = spaces?.find((one) => one.groupId === groupId);
      if (groupId !== null && !space) throw new AppError('NOT_FOUND', { kind: 'group' });
      // Who was in the group when they wrote may be in another one by now.
      const here = new Set([...(space?.memberIds ?? []), ...all.map(({ authorId }) => authorId)]);
      const learners = everybody.filter(({ id }) => groupId === null || here.has(id));
      const ids = learners.map(({ id }) => id);
      // What was promised to stay without a name is not counted by person, nor where it could be told apart by counting.
      const known = await withWords(
        scope,
        all.filter(({ promise }) => mayKnow(promise, { isStaff: true })),
      );
      const isLearner = new Set(ids);
      const bySpace = groupBy(
        known.filter(({ authorId }) => isLearner.has(authorId)),
        (post) => post.groupId ?? '',
      );
      return talkView(settings, talkOf(known, ids), {
        learners,
        hasHidden: known.length < all.length,
        met: settings.anonymity === 'full' ? null : await metBy(scope, activity, ids),
        spaces: spaces?.map((one) => ({ ...one, posts: bySpace.get(one.groupId) ?? [] })) ?? null,
      });
    },
  };
}

import { timelineOf } from '../../core/timeline.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeSource } from '../notices/index.ts';
import { scheduleOf, settingsOf } from './discussion-of.service.ts';
import { milestoneKey } from './milestones.domain.ts';

/** Discussions of one course that a calendar shows: the newest. */
const NEWEST = 100;

type ListDeadlines = NonNullable<NoticeSource['listDeadlines']>;

/** For calendars: the member's own dates of milestones, and until when they write. */
export const createListDeadlines =
  (activities: Pick<ActivityService, 'listFor'>): ListDeadlines =>
  async (scope, memberId) => {
    const newest = await activities.listFor(scope, memberId, NEWEST);
    return newest
      .filter(({ activity }) => activity.state === 'published')
      .flatMap(({ activity, changes }) => {
        const { id: activityId, title, revision, changedAt } = activity;
        const shared = { activityId, title, revision, changedAt };
        const own = timelineOf(scheduleOf(activity), changes);
        const ends = own.get('post');
        return [
          ...settingsOf(activity).milestones.flatMap(({ n: part }) => {
            const at = own.get(milestoneKey(part));
            return at ? [{ ...shared, what: 'milestone' as const, at, part }] : [];
          }),
          ...(ends ? [{ ...shared, what: 'post' as const, at: ends }] : []),
        ];
      });
  };

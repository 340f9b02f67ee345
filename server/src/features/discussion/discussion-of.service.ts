import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { type Schedule, type TimelineChanges, timelineOf } from '../../core/timeline.ts';
import type { Activity, ActivitySettings } from '../activity/index.ts';
import type { Discussion } from './discussion.domain.ts';

/** The settings of this type: title and points are the activity's. */
export const settingsOf = ({ title, points, settings }: ActivitySettings): DiscussionSettings => ({
  ...(settings as Omit<DiscussionSettings, 'title' | 'points'>),
  title,
  points,
});

const endOf = ({ submissionsCloseAt }: DiscussionSettings): Date | null =>
  submissionsCloseAt === null ? null : new Date(submissionsCloseAt);

/** What ends when: there is one step. What an LMS says of handing in is said of it. */
export const stepsOf = (settings: DiscussionSettings): Schedule['steps'] => [
  { key: 'handIn', endsAt: null },
  { key: 'post', endsAt: endOf(settings) },
];

export const scheduleOf = (activity: Activity): Schedule => ({
  startsAt: activity.opening?.opensAt ?? activity.createdAt,
  steps: stepsOf(settingsOf(activity)),
});

/** A discussion from the activity that holds it, with one person's own date. */
export function discussionOf(activity: Activity, changes: TimelineChanges): Discussion {
  const settings = settingsOf(activity);
  return {
    id: activity.id,
    courseId: activity.courseId,
    settings,
    state: activity.state,
    closesAt: timelineOf(scheduleOf(activity), changes).get('post') ?? null,
  };
}

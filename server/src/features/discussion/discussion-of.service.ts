import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { type Schedule, type TimelineChanges, timelineOf, type TimelineStep } from '../../core/timeline.ts';
import type { Activity, ActivitySettings } from '../activity/index.ts';
import type { Discussion } from './discussion.domain.ts';
import { milestoneKey } from './milestones.domain.ts';

/** What older discussions do not know. */
const BEFORE = {
  anonymity: 'none',
  groupSetId: null,
  milestones: [],
  tags: [],
  history: 'staff',
  slowMinutes: 0,
  blockedWords: [],
  promptFiles: [],
  approval: { everybody: false, memberIds: [] },
  facilitation: { unansweredHours: 48, quietDays: 7 },
  grading: { by: 'staff', milestonesPercent: 50, criteria: [] },
} satisfies Partial<DiscussionSettings>;

/** The settings of this type: title and points are the activity's. */
export const settingsOf = ({ title, points, settings }: ActivitySettings): DiscussionSettings => ({
  ...BEFORE,
  ...(settings as Omit<DiscussionSettings, 'title' | 'points' | keyof typeof BEFORE> &
    Partial<DiscussionSettings>),
  title,
  points,
});

const endOf = ({ submissionsCloseAt }: DiscussionSettings): Date | null =>
  submissionsCloseAt === null ? null : new Date(submissionsCloseAt);

/** What ends when: dated milestones in their order, and writing. What an LMS says of handing in is said of writing. */
export function stepsOf(settings: DiscussionSettings): Schedule['steps'] {
  const writing = endOf(settings);
  const milestones = settings.milestones
    .map(({ n, dueAt }) => ({ key: milestoneKey(n), endsAt: dueAt === null ? null : new Date(dueAt) }))
    .toSorted((a, b) => timeOf(a.endsAt) - timeOf(b.endsAt) || 0);
  // Who gets more time for a milestone has it also for what comes after.
  const isBefore = ({ endsAt }: TimelineStep): boolean => timeOf(endsAt) <= timeOf(writing);
  return [
    ...milestones.filter(isBefore),
    { key: 'handIn', endsAt: null },
    { key: 'post', endsAt: writing },
    ...milestones.filter((step) => !isBefore(step)),
  ];
}

const timeOf = (moment: Date | null): number => moment?.getTime() ?? Number.MAX_SAFE_INTEGER;

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

import type { GroupWorkSettings } from '../../contracts/group-work.ts';
import { type Schedule, type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { Activity, ActivitySettings } from '../activity/index.ts';
import { type Dates, datesOf, milestoneKey } from './group-work.domain.ts';

type Stored = Omit<GroupWorkSettings, 'title'>;

/** The settings of this type: the title is the activity's. */
export const settingsOf = ({
  title,
  settings,
}: Pick<ActivitySettings, 'title' | 'settings'>): GroupWorkSettings => ({
  ...(settings as Stored),
  title,
});

/** What a project counts: all that its milestones do. */
export const pointsOf = ({ milestones }: Pick<GroupWorkSettings, 'milestones'>): number =>
  milestones.reduce((sum, { points }) => sum + points, 0);

/** What ends when: milestones in the order of their dates. */
export const stepsOf = ({ milestones }: GroupWorkSettings): Schedule['steps'] =>
  milestones
    .map(({ n, dueAt }) => ({ key: milestoneKey(n), endsAt: new Date(dueAt) }))
    .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime());

export const scheduleOf = (activity: Activity): Schedule => ({
  startsAt: activity.opening?.opensAt ?? activity.createdAt,
  steps: stepsOf(settingsOf(activity)),
});

/**
 * A group's timeline: each milestone is due when it is for whoever of the group has most time.
 *
 * @param changes what changes the dates of single members, by their ids
 */
export function groupDates(
  activity: Activity,
  changes: ReadonlyMap<string, TimelineChanges>,
  memberIds: readonly string[],
): Map<number, Dates> {
  const schedule = scheduleOf(activity);
  const timelines = [UNCHANGED, ...memberIds.flatMap((id) => changes.get(id) ?? [])].map((one) =>
    timelineOf(schedule, one),
  );
  return new Map(
    settingsOf(activity).milestones.map((milestone) => {
      const ends = timelines.map((own) => own.get(milestoneKey(milestone.n))?.getTime() ?? 0);
      return [milestone.n, datesOf(milestone, new Date(Math.max(...ends)))];
    }),
  );
}

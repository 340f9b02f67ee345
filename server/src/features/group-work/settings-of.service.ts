import type { GroupMilestone, GroupWorkSettings } from '../../contracts/group-work.ts';
import { NO_TEAM_SETTINGS } from '../../contracts/team-settings.ts';
import { type Schedule, type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { Activity, ActivitySettings } from '../activity/index.ts';
import { type Dates, datesOf, milestoneKey } from './group-work.domain.ts';

type Stored = Omit<GroupWorkSettings, 'title'>;

/** Milestones that were stored before there was a choice. */
const AS_BEFORE: Pick<GroupMilestone, 'sections'> = { sections: 'whole' };
/** And projects, which had their total alone. */
const TOTAL_ALONE: Pick<Stored, 'columns'> = { columns: 'total' };

/** The settings of this type: the title is the activity's. */
export const settingsOf = ({
  title,
  settings,
}: Pick<ActivitySettings, 'title' | 'settings'>): GroupWorkSettings => ({
  ...TOTAL_ALONE,
  ...(settings as Stored),
  milestones: (settings as Stored).milestones.map((milestone) => ({ ...AS_BEFORE, ...milestone })),
  // What was stored before has none, and parts came one after the other.
  team: { ...NO_TEAM_SETTINGS, ...(settings as Partial<Stored>).team },
  title,
});

/** What a project counts: all that its milestones do. */
export const pointsOf = ({ milestones }: Pick<GroupWorkSettings, 'milestones'>): number =>
  milestones.reduce((sum, { points }) => sum + points, 0);

/** What ends when: milestones in the order of their dates. What an LMS says of handing in is about the last of them. */
export function stepsOf({ milestones }: GroupWorkSettings): Schedule['steps'] {
  const steps = milestones
    .map(({ n, dueAt }) => ({ key: milestoneKey(n), endsAt: new Date(dueAt) }))
    .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
  return [...steps.slice(0, -1), { key: 'handIn', endsAt: null }, ...steps.slice(-1)];
}

export const scheduleOf = (activity: Activity): Schedule => ({
  startsAt: activity.opening?.opensAt ?? activity.createdAt,
  steps: stepsOf(settingsOf(activity)),
});

/** Others have everybody's dates. */
const movesDates = ({ extensions, accommodation }: TimelineChanges): boolean =>
  extensions.length > 0 || accommodation !== null;

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
  const own = memberIds.flatMap((id) => changes.get(id) ?? []).filter(movesDates);
  const timelines = [UNCHANGED, ...own].map((one) => timelineOf(schedule, one));
  return new Map(
    settingsOf(activity).milestones.map((milestone) => {
      const ends = timelines.map((one) => one.get(milestoneKey(milestone.n))?.getTime() ?? 0);
      return [milestone.n, datesOf(milestone, new Date(Math.max(...ends)))];
    }),
  );
}

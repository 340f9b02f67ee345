import type { GroupMilestone } from '../../contracts/group-work.ts';
import { deliverableIdOf } from '../../core/ids.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { type Standing, standingOf } from './group-work.domain.ts';
import type { PresentGroup } from './groups-port.service.ts';
import { type MarkedDeliverable, unmarked } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

export interface ProjectWorkPorts {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
  readonly clock: Clock;
}

/** What one group delivers at one milestone, as a work to mark. */
export interface ProjectWork {
  readonly id: string;
  readonly group: PresentGroup;
  readonly n: number;
  readonly milestone: GroupMilestone;
  /** Of the copy that stands; 0: none does. */
  readonly version: number;
  readonly standing: Standing;
  readonly marked: MarkedDeliverable;
}

/** A group at a milestone that counts points, by the id that stands for it in marking. */
export const workKeysOf = (activity: Activity, groups: readonly PresentGroup[]) =>
  groups.flatMap((group) =>
    settingsOf(activity).milestones.flatMap((milestone) => {
      const { n, points } = milestone;
      return points > 0 ? [{ id: deliverableIdOf(activity.id, group.groupId, n), group, n, milestone }] : [];
    }),
  );

export type ProjectWorks = ReturnType<typeof createProjectWorks>;

/** The works of some groups with how far each and its marking is; one round trip. */
export const createProjectWorks =
  ({ activities, deliverables, marks, clock }: ProjectWorkPorts) =>
  async (scope: CourseScope, activity: Activity, groups: readonly PresentGroup[]): Promise<ProjectWork[]> => {
    const people = [...new Set(groups.flatMap(({ memberIds }) => memberIds))];
    const groupIds = groups.map(({ groupId }) => groupId);
    const [changes, lines, given] = await Promise.all([
      activities.findChanges(scope, activity.id, people),
      deliverables.listOfGroups(scope, activity.id, groupIds),
      marks.listOfGroups(scope, activity.id, groupIds),
    ]);
    const keyOf = (groupId: string, n: number): string => `${groupId}/${n}`;
    const handedIn = new Map(lines.map((line) => [keyOf(line.groupId, line.n), line.handedIn]));
    const marked = new Map(given.map((one) => [keyOf(one.groupId, one.n), one]));
    const dates = new Map(
      groups.map(({ groupId, memberIds }) => [groupId, groupDates(activity, changes, memberIds)]),
    );
    const now = clock.now();
    return workKeysOf(activity, groups).flatMap((one) => {
      const { groupId } = one.group;
      const own = dates.get(groupId)?.get(one.n);
      if (!own) return [];
      const key = keyOf(groupId, one.n);
      return {
        ...one,
        version: handedIn.get(key)?.version ?? 0,
        standing: standingOf(one.n, handedIn.get(key) ?? null, own, now),
        marked: marked.get(key) ?? unmarked({ activityId: activity.id, groupId, n: one.n }),
      };
    });
  };

import type { GroupMilestone, GroupWorkSettings } from '../../contracts/group-work.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { type DeliverableKey, notBegun, type Snapshot } from './group-work.domain.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

/** One group's deliverable as one person meets it. */
export interface Access extends Snapshot {
  readonly activity: Activity;
  readonly settings: GroupWorkSettings;
  readonly milestone: GroupMilestone;
  readonly group: PresentGroup;
  /** The caller is in the group right now. */
  readonly isMember: boolean;
}

export type AccessService = ReturnType<typeof createAccessService>;

/** Opens projects to people: to learners their own groups, to staff all. */
export function createAccessService(
  activities: Pick<ActivityService, 'getFor' | 'findChanges'>,
  deliverables: Pick<DeliverableStore, 'find'>,
  groups: GroupsPort,
) {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN for a draft, and before it opens to them */
  async function project({ scope, member }: Caller, activityId: string): Promise<Activity> {
    const { activity, isOpen } = await activities.getFor(scope, activityId, member.id);
    if (!isStaff(member.role) && (activity.state === 'draft' || !isOpen))
      throw new AppError('ACTIVITY_NOT_OPEN');
    return activity;
  }

  /** The groups that the caller is in now. */
  async function own({ scope, member }: Caller, activity: Activity): Promise<readonly PresentGroup[]> {
    const { groupSetId } = settingsOf(activity);
    return groupSetId === null ? [] : groups.ownGroups(scope, member.id, [groupSetId]);
  }

  /** Every group there is. */
  async function all({ scope }: Caller, activity: Activity): Promise<readonly PresentGroup[]> {
    const { groupSetId } = settingsOf(activity);
    return groupSetId === null ? [] : groups.listPeopled(scope, groupSetId);
  }

  return {
    project,
    own,
    all,

    /** @throws as `project`; AppError NOT_IN_GROUP for members of other groups */
    async deliverable(caller: Caller, key: DeliverableKey): Promise<Access> {
      const { scope, member } = caller;
      const activity = await project(caller, key.activityId);
      const settings = settingsOf(activity);
      const milestone = settings.milestones.find(({ n }) => n === key.n);
      if (!milestone) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      const forStaff = isStaff(member.role);
      const [known, found] = await Promise.all([
        forStaff ? all(caller, activity) : own(caller, activity),
        deliverables.find(scope, key),
      ]);
      const group = known.find(({ groupId }) => groupId === key.groupId);
      if (!group) throw new AppError(forStaff ? 'NOT_FOUND' : 'NOT_IN_GROUP', { kind: 'group' });
      const people = [...new Set([...group.memberIds, ...(found?.handedIn?.memberIds ?? [])])];
      const changes = await activities.findChanges(scope, key.activityId, people);
      const dates = groupDates(activity, changes, people).get(key.n);
      if (!dates) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      return {
        activity,
        settings,
        milestone,
        group,
        isMember: group.memberIds.includes(member.id),
        activityState: activity.state,
        dates,
        deliverable: found ?? notBegun(key, emptyRichText()),
        handIn: settings.handIn,
        memberIds: group.memberIds,
      };
    },
  };
}

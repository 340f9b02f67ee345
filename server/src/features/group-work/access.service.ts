import type { GroupMilestone, GroupWorkSettings } from '../../contracts/group-work.ts';
import type { RoomView } from '../../contracts/group-room.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import {
  type Deliverable,
  type DeliverableKey,
  type EarlierCopy,
  notBegun,
  type Snapshot,
} from './group-work.domain.ts';
import { membersOf } from './group-work.views.ts';
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
  /** What somebody who has left the group has a part in, newest first; null: the caller is in it, or of the staff. */
  readonly ownCopies: readonly EarlierCopy[] | null;
}

/** The room of one group, with who is in it right now and what it works towards. */
export interface RoomPort {
  /** @throws AppError when the caller may not see it, or it is not there */
  openRoom(caller: Caller, activityId: string, groupId: string): Promise<RoomView>;
}

export type AccessService = ReturnType<typeof createAccessService>;

/** Opens projects to people: to learners their own groups, to staff all. */
export function createAccessService(
  activities: Pick<ActivityService, 'getFor' | 'findChanges'>,
  deliverables: Pick<DeliverableStore, 'find' | 'listEarlierOf'>,
  groups: GroupsPort,
  course: Pick<CourseService, 'findMembers'>,
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

  /** One group of those that the caller may look into; null: it is none of them. */
  async function findGroup(
    caller: Caller,
    activity: Activity,
    groupId: string,
  ): Promise<PresentGroup | null> {
    if (!isStaff(caller.member.role))
      return (await own(caller, activity)).find((one) => one.groupId === groupId) ?? null;
    return groupOf(caller, activity, groupId);
  }

  async function groupOf({ scope }: Caller, activity: Activity, groupId: string) {
    const { groupSetId } = settingsOf(activity);
    return groupSetId === null ? null : groups.findPeopled(scope, groupSetId, groupId);
  }

  /** @throws as `project`; AppError NOT_FOUND, NOT_IN_GROUP for members of other groups */
  async function openGroup(caller: Caller, activityId: string, groupId: string) {
    const activity = await project(caller, activityId);
    const forStaff = isStaff(caller.member.role);
    const group = await findGroup(caller, activity, groupId);
    if (!group) throw new AppError(forStaff ? 'NOT_FOUND' : 'NOT_IN_GROUP', { kind: 'group' });
    // Staff look on.
    return { activity, group, canWrite: !forStaff && activity.state === 'published' };
  }

  /** A group that somebody is not in any more, with what was handed in with their part in it; null: there is nothing. */
  async function leftGroup(
    caller: Caller,
    activity: Activity,
    key: DeliverableKey,
    found: Deliverable | null,
  ): Promise<{ group: PresentGroup; copies: EarlierCopy[] } | null> {
    const { scope, member } = caller;
    const stands = found?.handedIn?.memberIds.includes(member.id) === true ? found.handedIn : null;
    const earlier = await deliverables.listEarlierOf(scope, key, member.id);
    const copies = [...(stands ? [{ ...stands, wasWithdrawn: false }] : []), ...earlier];
    if (copies.length === 0) return null;
    const { groupId } = key;
    const there = await groupOf(caller, activity, groupId);
    return { group: there ?? { groupId, name: null, memberIds: [] }, copies };
  }

  return {
    project,
    own,
    all,

    openGroup,

    /** As `openGroup`, without who is in it: asked at every connection. */
    async openSpace(caller: Caller, activityId: string, groupId: string): Promise<{ canWrite: boolean }> {
      const activity = await project(caller, activityId);
      if (isStaff(caller.member.role)) {
        if (!(await groupOf(caller, activity, groupId))) throw new AppError('NOT_FOUND', { kind: 'group' });
        return { canWrite: false };
      }
      const { groupSetId } = settingsOf(activity);
      const inNow =
        groupSetId === null ? [] : await groups.currentIn(caller.scope, groupSetId, caller.member.id);
      if (!inNow.includes(groupId)) throw new AppError('NOT_IN_GROUP', { kind: 'group' });
      return { canWrite: activity.state === 'published' };
    },

    /** @throws as `openGroup` */
    async openRoom(caller: Caller, activityId: string, groupId: string): Promise<RoomView> {
      const { scope, member } = caller;
      const { activity, group, canWrite } = await openGroup(caller, activityId, groupId);
      const names = new Map(
        (await course.findMembers(scope, group.memberIds)).map(({ id, name }) => [id, name]),
      );
      return {
        can: { write: canWrite && caller.can('groupWork.write') },
        title: activity.title,
        name: group.name,
        members: membersOf(group.memberIds, names, member.id),
        milestones: settingsOf(activity).milestones.map(({ n, title }) => ({ n, title })),
      };
    },

    /** What a group handed in with the caller’s part in it, who is in it no more. @throws as `project` */
    async ownCopiesOf(caller: Caller, activityId: string, groupId: string): Promise<readonly EarlierCopy[]> {
      const activity = await project(caller, activityId);
      const left = await Promise.all(
        settingsOf(activity).milestones.map(async ({ n }) => {
          const key = { activityId, groupId, n };
          return leftGroup(caller, activity, key, await deliverables.find(caller.scope, key));
        }),
      );
      return left.flatMap((one) => one?.copies ?? []);
    },

    /** @throws as `project`; AppError NOT_IN_GROUP for who is not in the group and has no part in what it handed in */
    async deliverable(caller: Caller, key: DeliverableKey): Promise<Access> {
      const { scope, member } = caller;
      const activity = await project(caller, key.activityId);
      const settings = settingsOf(activity);
      const milestone = settings.milestones.find(({ n }) => n === key.n);
      if (!milestone) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      const forStaff = isStaff(member.role);
      const [inNow, found] = await Promise.all([
        findGroup(caller, activity, key.groupId),
        deliverables.find(scope, key),
      ]);
      if (!inNow && forStaff) throw new AppError('NOT_FOUND', { kind: 'group' });
      const left = inNow ? null : await leftGroup(caller, activity, key, found);
      const group = inNow ?? left?.group;
      if (!group) throw new AppError('NOT_IN_GROUP', { kind: 'group' });
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
        ownCopies: left?.copies ?? null,
        activityState: activity.state,
        dates,
        deliverable: found ?? notBegun(key, emptyRichText()),
        handIn: settings.handIn,
        memberIds: group.memberIds,
      };
    },
  };
}

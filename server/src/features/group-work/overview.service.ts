import { isStaff } from '../../core/roles.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { standingOf } from './group-work.domain.ts';
import { groupView, groupWorkView } from './group-work.views.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { leftGroupsOf } from './left-groups.domain.ts';
import { groupDates, scheduleOf, settingsOf } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups' | 'listOfMembers' | 'keysOfEarlier'>;
  readonly groups: Pick<GroupsPort, 'leftIn'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly discussions: SpacesSource;
  readonly clock: Clock;
}

/** Discussions in which each group has a space of its own. */
export interface SpacesSource {
  /** Whose groups; null: the discussion is not in this course, is a draft, or is for all together. */
  findGroupSet(scope: CourseScope, discussionId: string): Promise<string | null>;
}

export type OverviewService = ReturnType<typeof createOverviewService>;

/** A project with the groups that somebody may see, and how far each is. */
export function createOverviewService({
  activities,
  access,
  deliverables,
  groups,
  course,
  discussions,
  clock,
}: Ports) {
  async function viewsOf({ scope, member }: Caller, activity: Activity, shown: readonly PresentGroup[]) {
    if (shown.length === 0) return [];
    const people = [...new Set(shown.flatMap(({ memberIds }) => memberIds))];
    const [changes, members, lines] = await Promise.all([
      activities.findChanges(scope, activity.id, people),
      course.findMembers(scope, people),
      deliverables.listOfGroups(
        scope,
        activity.id,
        shown.map(({ groupId }) => groupId),
      ),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const now = clock.now();
    return shown.map((group) => {
      const dates = groupDates(activity, changes, group.memberIds);
      const standings = [...dates].map(([n, own]) => {
        const line = lines.find((one) => one.groupId === group.groupId && one.n === n);
        return standingOf(n, line?.handedIn ?? null, own, now);
      });
      return groupView(group, standings, names, member.id);
    });
  }

  /** Groups that somebody has left, when they were there, and where they have a part in what was handed in. */
  async function leftBy({ scope, member }: Caller, activity: Activity, present: readonly PresentGroup[]) {
    const { groupSetId } = settingsOf(activity);
    const [heads, earlier, stays] = await Promise.all([
      deliverables.listOfMembers(scope, activity.id, [member.id]),
      deliverables.keysOfEarlier(scope, activity.id, member.id),
      groupSetId === null ? [] : groups.leftIn(scope, groupSetId, member.id),
    ]);
    const inNow = new Set(present.map(({ groupId }) => groupId));
    return leftGroupsOf(stays, [...heads, ...earlier], scheduleOf(activity).startsAt).filter(
      ({ groupId }) => !inNow.has(groupId),
    );
  }

  /** A copy may name a discussion of the course that it comes from, and groups may have been exchanged since. */
  async function discussionOf({ scope }: Caller, activity: Activity): Promise<string | null> {
    const { team, groupSetId } = settingsOf(activity);
    if (team.discussionId === null || groupSetId === null) return null;
    const found = await discussions.findGroupSet(scope, team.discussionId);
    return found === groupSetId ? team.discussionId : null;
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, activityId: string) {
      const activity = await access.project(caller, activityId);
      const own = isStaff(caller.member.role) ? [] : await access.own(caller, activity);
      const [views, discussionId, left] = await Promise.all([
        viewsOf(caller, activity, own),
        discussionOf(caller, activity),
        isStaff(caller.member.role) ? [] : leftBy(caller, activity, own),
      ]);
      return groupWorkView({ ...activity, discussionId }, settingsOf(activity), views, left, {
        edit: caller.can('activity.edit'),
        listGroups: caller.can('groupWork.overview'),
      });
    },
  };
}

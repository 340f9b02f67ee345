import type { GroupMilestone } from '../../contracts/group-work.ts';
import type { TeamSettings } from '../../contracts/team-settings.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { scheduleOf, settingsOf } from './settings-of.service.ts';

/** A project as what its groups do beside the milestones needs it. */
export interface TeamProject {
  readonly activityId: string;
  readonly title: string;
  readonly state: Activity['state'];
  readonly startsAt: Date;
  readonly team: TeamSettings;
  readonly milestones: readonly GroupMilestone[];
}

/** The room of one group, as somebody meets it. */
export interface TeamRoom {
  readonly project: TeamProject;
  readonly group: PresentGroup;
  /** A member of a project that is going on; staff look on. */
  readonly canWrite: boolean;
}

/** Where somebody works together with others. */
export interface OwnRooms {
  /** By their ids; of each, when it was changed last. */
  readonly projects: ReadonlyMap<string, { readonly title: string; readonly changedAt: Date }>;
  readonly groupIds: readonly string[];
}

/** Projects of one course that a calendar shows: the newest. */
const NEWEST = 100;

const toProject = (activity: Activity): TeamProject => {
  const { team, milestones } = settingsOf(activity);
  const { id: activityId, title, state } = activity;
  return { activityId, title, state, startsAt: scheduleOf(activity).startsAt, team, milestones };
};

interface Ports {
  readonly activities: Pick<ActivityService, 'find' | 'findManyFor' | 'list' | 'listFor' | 'listOpenTo'>;
  readonly access: AccessService;
  readonly groups: GroupsPort;
  readonly deliverables: Pick<DeliverableStore, 'listHandedIn' | 'listHandedInIds'>;
  readonly clock: Clock;
}

export type TeamRooms = ReturnType<typeof createTeamRooms>;

/** The rooms of groups, for features about how they work together. */
export function createTeamRooms({ activities, access, groups, deliverables, clock }: Ports) {
  return {
    /** Three round trips. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN; NOT_IN_GROUP for members of other groups */
    async open(caller: Caller, activityId: string, groupId: string): Promise<TeamRoom> {
      const { activity, group, canWrite } = await access.openGroup(caller, activityId, groupId);
      return { project: toProject(activity), group, canWrite };
    },

    /** Projects that go on, and the groups of theirs that somebody is in now: three round trips. */
    async listOwn(scope: CourseScope, memberId: string): Promise<OwnRooms> {
      const running = (await activities.listFor(scope, memberId, NEWEST))
        .map(({ activity }) => activity)
        .filter(({ state }) => state === 'published');
      const setIds = [...new Set(running.flatMap((activity) => settingsOf(activity).groupSetId ?? []))];
      const own = setIds.length === 0 ? [] : await groups.ownGroups(scope, memberId, setIds);
      return {
        projects: new Map(running.map(({ id, title, changedAt }) => [id, { title, changedAt }])),
        groupIds: own.map(({ groupId }) => groupId),
      };
    },

    /** Who was in a group from when until when, and who is. */
    listStays: (scope: CourseScope, groupId: string) => groups.listStays(scope, groupId),

    /** For staff: all groups. @throws AppError NOT_FOUND */
    async openAll(caller: Caller, activityId: string) {
      const activity = await access.project(caller, activityId);
      return { project: toProject(activity), groups: await access.all(caller, activity) };
    },

    /** A project with what its groups are called, for everybody in it. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async openProject(caller: Caller, activityId: string) {
      const activity = await access.project(caller, activityId);
      const all = await access.all(caller, activity);
      return {
        project: toProject(activity),
        groupNames: new Map(all.map(({ groupId, name }) => [groupId, name])),
      };
    },

    /** What some projects and groups are called, and which of the projects the caller may open: one round trip. */
    async nameMany({ scope, member }: Caller, activityIds: readonly string[], groupIds: readonly string[]) {
      const [found, groupNames] = await Promise.all([
        activities.findManyFor(scope, activityIds, member.id),
        groups.namesOf(scope, groupIds),
      ]);
      const forStaff = isStaff(member.role);
      const named = ({ activity: { id, title, state }, isOpen }: (typeof found)[number]) =>
        [id, { title, opens: forStaff || (state !== 'draft' && isOpen) }] as const;
      return { projects: new Map(found.map(named)), groupNames };
    },

    /** What groups have handed in at a milestone; whole. */
    listHandedIn: deliverables.listHandedIn,

    /** The groups that have handed something in at a milestone. */
    listHandedInIds: deliverables.listHandedInIds,

    /** A project that is going on, with its groups and to whom alone it is open; null: there is none of this id. */
    async findRunning(scope: CourseScope, activityId: string) {
      const activity = await activities.find(scope, activityId);
      if (activity?.state !== 'published') return null;
      const { groupSetId } = settingsOf(activity);
      const [all, openTo] = await Promise.all([
        groupSetId === null ? [] : groups.listPeopled(scope, groupSetId),
        activities.listOpenTo(scope, activity, clock.now()),
      ]);
      return { activity, project: toProject(activity), groups: all, openTo };
    },

    /** The ids of projects by pages. */
    async listIds(scope: CourseScope, after: string | undefined, limit: number) {
      const { items, next } = await activities.list(scope, after, limit);
      return { topics: items.map(({ id }) => id), next };
    },
  };
}

import { isBlank } from '../../contracts/plain-text.ts';
import type { TeamSettings } from '../../contracts/team-settings.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import {
  begunOf,
  holdersOf,
  isHeld,
  knownRoles,
  turnsOf,
  whyNotGive,
  withAssigned,
  withHeld,
} from './team-roles.domain.ts';
import type { TeamRoleStore } from './team-roles.store.ts';
import { materialsView, teamRolesView } from './team-roles.views.ts';

export interface TeamRolePorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'listStays'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** One group of a project. */
interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

export type TeamRoleService = ReturnType<typeof createTeamRoleService>;

/** The roles with material that is not open to everybody in the group yet. */
function materialNow(jigsaw: TeamSettings['jigsaw'], now: Date): ReadonlySet<string> {
  if (!jigsaw || (jigsaw.opensAt !== null && new Date(jigsaw.opensAt) <= now)) return new Set();
  return new Set(jigsaw.parts.filter(({ text }) => !isBlank(text)).map(({ roleId }) => roleId));
}

/** Who has which role at which milestone (group-work.md item 2). */
export function createTeamRoleService(
  store: TeamRoleStore,
  { rooms, course, clock, eventsWritten }: TeamRolePorts,
) {
  /** @throws AppError NOT_FOUND where the project has no roles; as the room */
  async function open(caller: Caller, { activityId, groupId }: Place) {
    const [room, found] = await Promise.all([
      rooms.open(caller, activityId, groupId),
      store.find(caller.scope, activityId, groupId),
    ]);
    const { roles } = room.project.team;
    if (!roles) throw new AppError('NOT_FOUND', { kind: 'teamRoles' });
    const isGivenByStaff = roles.assignedBy === 'staff';
    const forStaff = isStaff(caller.member.role);
    const withMaterial = materialNow(room.project.team.jigsaw, clock.now());
    const mayAssign =
      room.project.state === 'published' &&
      // What a group gave once, it cannot give to another itself.
      (forStaff === isGivenByStaff || (forStaff && withMaterial.size > 0)) &&
      caller.can('groupWork.assignRoles');
    return {
      ...room,
      roles,
      mayAssign,
      /** Null: nothing holds a role. */
      withMaterial: forStaff || withMaterial.size === 0 ? null : withMaterial,
      kept: found ?? { activityId, groupId, assigned: [], held: [], revision: 0 },
    };
  }

  /** As `open`, with who has which role at which step. */
  async function openHeld(caller: Caller, place: Place) {
    const [room, stays] = await Promise.all([
      open(caller, place),
      rooms.listStays(caller.scope, place.groupId),
    ]);
    const { project, roles, kept } = room;
    const steps = project.milestones
      .map(({ n, title, dueAt }) => ({ n, title, dueAt: new Date(dueAt) }))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    const turns = turnsOf(steps, project.startsAt, stays, clock.now());
    const held = roles.list.map((role) => ({
      ...role,
      holders: holdersOf(role, steps, turns, kept.assigned),
    }));
    return { ...room, steps, held };
  }

  async function get(caller: Caller, place: Place) {
    const { scope, member } = caller;
    const { project, group, mayAssign, withMaterial, kept, steps, held } = await openHeld(caller, place);
    const material = withMaterial && {
      roles: held,
      withMaterial,
      begun: begunOf(steps, clock.now()),
      memberIds: group.memberIds,
    };
    const holders = held.flatMap((role) => role.holders.flatMap(({ memberId }) => memberId ?? []));
    const members = await course.findMembers(scope, [...new Set([...group.memberIds, ...holders])]);
    return teamRolesView({
      title: project.title,
      groupName: group.name,
      roles: held,
      milestones: steps,
      memberIds: group.memberIds,
      revision: kept.revision,
      names: new Map(members.map(({ id, name }) => [id, name])),
      forId: member.id,
      holds: material !== null,
      isHeld: (roleId, n) => material !== null && isHeld(material, { roleId, n }),
      can: { assign: mayAssign },
    });
  }

  return {
    get,

    /** What the roles of a group are told: to members that of their own roles. @throws AppError NOT_FOUND; as the room */
    async materials(caller: Caller, place: Place) {
      const { project, group, kept, steps, held } = await openHeld(caller, place);
      const { jigsaw } = project.team;
      if (!jigsaw) throw new AppError('NOT_FOUND', { kind: 'materials' });
      const now = clock.now();
      const opensAt = jigsaw.opensAt === null ? null : new Date(jigsaw.opensAt);
      return materialsView({
        title: project.title,
        groupName: group.name,
        roles: held,
        parts: jigsaw.parts,
        opensAt,
        isOpen: opensAt !== null && opensAt <= now,
        seesAll: isStaff(caller.member.role),
        known: knownRoles(held, kept.held, begunOf(steps, now), caller.member.id),
      });
    },

    /**
     * @throws AppError FORBIDDEN where others give roles, NOT_FOUND, NOT_IN_GROUP, ACTIVITY_CLOSED, STALE_REVISION;
     * ROLE_IS_HELD, ROLE_KNOWS_ANOTHER to groups
     */
    async assign(
      caller: Caller,
      place: Place,
      roleId: string,
      n: number,
      memberId: string | null,
      expectedRevision: number,
    ) {
      const found = await openHeld(caller, place);
      const { project, group, roles, mayAssign, withMaterial, kept, steps, held } = found;
      if (project.state !== 'published') throw new AppError('ACTIVITY_CLOSED');
      if (!mayAssign) throw new AppError('FORBIDDEN');
      if (!roles.list.some(({ id }) => id === roleId) || !project.milestones.some((one) => one.n === n))
        throw new AppError('NOT_FOUND', { kind: 'teamRole' });
      if (memberId !== null && !group.memberIds.includes(memberId)) throw new AppError('NOT_IN_GROUP');
      if (kept.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const begun = begunOf(steps, clock.now());
      const { memberIds } = group;
      const why =
        withMaterial &&
        whyNotGive({ roles: held, withMaterial, held: kept.held, begun, memberIds }, { roleId, n, memberId });
      if (why) throw new AppError(why);
      const subject = { kind: 'teamRoles', id: `${place.activityId}/${place.groupId}` };
      const data = { ...place, roleId, n, memberId };
      const event = courseEvent('teamRole.assigned', subject, caller, clock.now(), data);
      const assigned = withAssigned(kept.assigned, { roleId, n }, memberId);
      const holders = held.find(({ id }) => id === roleId)?.holders ?? [];
      const had = withHeld(kept.held, { roleId, n }, holders, begun);
      const revision = expectedRevision + 1;
      if (!(await store.save(caller.scope, { ...kept, assigned, held: had, revision }, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, place);
    },
  };
}

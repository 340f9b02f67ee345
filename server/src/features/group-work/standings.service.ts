import { AppError } from '../../core/app-error.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { standingOf } from './group-work.domain.ts';
import { groupView } from './group-work.views.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { isDecided } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import type { SectionStore } from './sections.store.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

/** Names of those in no group that are told. */
const NAMED = 20;
const NO_GROUPS = { items: [], next: null, total: 0 };

interface Ports {
  readonly activities: Pick<ActivityService, 'changesLookup'>;
  readonly groups: GroupsPort;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups' | 'listOfMembers'>;
  readonly sections: Pick<SectionStore, 'lastSaved'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
  readonly course: Pick<CourseService, 'listLearnerNames'>;
  readonly clock: Clock;
}

export type ProjectStandings = ReturnType<typeof createProjectStandings>;

/** How far the groups of a project are with what they hand in, for staff. */
export function createProjectStandings(ports: Ports) {
  const { activities, access, groups, deliverables, sections, marks, course, clock } = ports;

  async function standingsOf(
    { scope, member }: Caller,
    activity: Activity,
    page: readonly Pick<PresentGroup, 'groupId' | 'name'>[],
  ) {
    const groupIds = page.map(({ groupId }) => groupId);
    const inParts = settingsOf(activity).milestones.filter((one) => one.sections !== 'whole');
    const keys = groupIds.flatMap((groupId) =>
      inParts.map(({ n }) => ({ activityId: activity.id, groupId, n })),
    );
    const [people, lines, given, parts] = await Promise.all([
      groups.peopleOf(scope, groupIds, activity.id, activities.changesLookup),
      deliverables.listOfGroups(scope, activity.id, groupIds),
      marks.listOfGroups(scope, activity.id, groupIds),
      keys.length === 0 ? [] : sections.lastSaved(scope, keys),
    ]);
    const names = new Map(people.map(({ memberId, name }) => [memberId, name]));
    const changes = new Map(people.map((one) => [one.memberId, one.changes]));
    const inside = groupBy(people, ({ groupId }) => groupId);
    const marked = new Set(given.flatMap((one) => (isDecided(one) ? [`${one.groupId}/${one.n}`] : [])));
    const linesOf = groupBy(lines, ({ groupId }) => groupId);
    const partsOf = groupBy(parts, ({ groupId }) => groupId);
    const now = clock.now();
    return page.map(({ groupId, name }) => {
      const memberIds = (inside.get(groupId) ?? []).map(({ memberId }) => memberId);
      const own = linesOf.get(groupId) ?? [];
      const standings = [...groupDates(activity, changes, memberIds)].map(([n, dates]) =>
        standingOf(n, own.find((line) => line.n === n)?.handedIn ?? null, dates, now),
      );
      return {
        view: groupView({ groupId, name, memberIds }, standings, names, member.id),
        memberIds,
        marked: standings.map(({ n }) => n).filter((n) => marked.has(`${groupId}/${n}`)),
        /** When the group has saved or handed in something. */
        savedAt: [
          ...own.flatMap(({ savedAt, handedIn }) => [savedAt, handedIn?.at ?? null]),
          ...(partsOf.get(groupId) ?? []).map(({ at }) => at),
        ].filter((at) => at !== null),
      };
    });
  }

  /** Who of the course's learners is in no group: two round trips one after the other. @param among of these alone; null: of all */
  async function alone({ scope }: Caller, setId: string | null, among: readonly string[] | null) {
    const placed = setId === null ? [] : await groups.listPlaced(scope, setId);
    const shown = among && new Set(among);
    // Nearly all are in a group: their names stay where they are.
    const found = (await course.listLearnerNames(scope, placed)).filter(({ id }) => shown?.has(id) !== false);
    return { count: found.length, names: found.slice(0, NAMED).map(({ name }) => name) };
  }

  return {
    /** @throws AppError NOT_FOUND */
    open: access.project,

    /** What its settings say of where to look. */
    aboutOf(activity: Activity) {
      const { groupSetId, team } = settingsOf(activity);
      return { groupSetId, retrospective: team.retrospective, asksDynamics: team.dynamics };
    },

    /**
     * Some groups by name; with the first page, how many there are and who is in none. Two round trips one after the other,
     * to be read at once with who is in none, and one before for the groups of some members.
     *
     * @param after the key of the last group that is known
     * @param memberIds whose groups, and who of those in none; null: of all. @throws AppError BAD_REQUEST
     */
    async list(
      caller: Caller,
      activity: Activity,
      after: string | undefined,
      limit: number,
      memberIds: readonly string[] | null,
    ) {
      const { groupSetId } = settingsOf(activity);
      const { items, next, total } =
        groupSetId === null
          ? NO_GROUPS
          : await groups.pageOf(caller.scope, groupSetId, after, limit, memberIds);
      return {
        groupIds: items.map(({ groupId }) => groupId),
        read: () => standingsOf(caller, activity, items),
        next,
        total,
        readAlone: async () => (after === undefined ? alone(caller, groupSetId, memberIds) : null),
      };
    },

    /** What stands at the milestones of some groups, and wherever a member has a part. @throws AppError NOT_FOUND */
    async linesFor(caller: Caller, activityId: string, groupIds: readonly string[], memberId: string) {
      const { scope } = caller;
      const activity = await access.project(caller, activityId);
      const { groupSetId, milestones } = settingsOf(activity);
      if (groupSetId === null) throw new AppError('NOT_FOUND', { kind: 'group' });
      const [all, ofGroups, own] = await Promise.all([
        access.all(caller, activity),
        deliverables.listOfGroups(scope, activityId, groupIds),
        deliverables.listOfMembers(scope, activityId, [memberId]),
      ]);
      return { setId: groupSetId, groups: all, milestones, lines: [...ofGroups, ...own] };
    },

    /** One group. @throws AppError NOT_FOUND */
    async one(caller: Caller, activity: Activity, groupId: string) {
      const { groupSetId } = settingsOf(activity);
      const group = groupSetId === null ? null : await groups.findPeopled(caller.scope, groupSetId, groupId);
      if (!group) throw new AppError('NOT_FOUND', { kind: 'group' });
      return { read: () => standingsOf(caller, activity, [group]) };
    },
  };
}

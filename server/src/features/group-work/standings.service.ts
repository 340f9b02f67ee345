import { AppError } from '../../core/app-error.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService, Member } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { groupsWith, pageOfGroups } from './group-pages.domain.ts';
import { standingOf } from './group-work.domain.ts';
import { groupView } from './group-work.views.ts';
import type { PresentGroup } from './groups-port.service.ts';
import { isDecided } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import type { SectionStore } from './sections.store.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

/** Names of those in no group that are told. */
const NAMED = 20;

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfGroups' | 'listOfMembers'>;
  readonly sections: Pick<SectionStore, 'lastSaved'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listAllLearners'>;
  readonly clock: Clock;
}

export type ProjectStandings = ReturnType<typeof createProjectStandings>;

/** How far the groups of a project are with what they hand in, for staff. */
export function createProjectStandings(ports: Ports) {
  const { activities, access, deliverables, sections, marks, course, clock } = ports;

  /** @param learners who is known already */
  async function standingsOf(
    { scope, member }: Caller,
    activity: Activity,
    groups: readonly PresentGroup[],
    learners: readonly Pick<Member, 'id' | 'name'>[],
  ) {
    const people = [...new Set(groups.flatMap(({ memberIds }) => memberIds))];
    const names = new Map(learners.map(({ id, name }) => [id, name]));
    const others = people.filter((id) => !names.has(id));
    const groupIds = groups.map(({ groupId }) => groupId);
    const inParts = settingsOf(activity).milestones.filter((one) => one.sections !== 'whole');
    const keys = groupIds.flatMap((groupId) =>
      inParts.map(({ n }) => ({ activityId: activity.id, groupId, n })),
    );
    const [changes, members, lines, given, parts] = await Promise.all([
      activities.findChanges(scope, activity.id, people),
      others.length === 0 ? [] : course.findMembers(scope, others),
      deliverables.listOfGroups(scope, activity.id, groupIds),
      marks.listOfGroups(scope, activity.id, groupIds),
      keys.length === 0 ? [] : sections.lastSaved(scope, keys),
    ]);
    for (const { id, name } of members) names.set(id, name);
    const marked = new Set(given.flatMap((one) => (isDecided(one) ? [`${one.groupId}/${one.n}`] : [])));
    const linesOf = groupBy(lines, ({ groupId }) => groupId);
    const now = clock.now();
    return groups.map((group) => {
      const own = linesOf.get(group.groupId) ?? [];
      const standings = [...groupDates(activity, changes, group.memberIds)].map(([n, dates]) =>
        standingOf(n, own.find((line) => line.n === n)?.handedIn ?? null, dates, now),
      );
      return {
        view: groupView(group, standings, names, member.id),
        memberIds: group.memberIds,
        marked: standings.map(({ n }) => n).filter((n) => marked.has(`${group.groupId}/${n}`)),
        /** When the group has saved or handed in something. */
        savedAt: [
          ...own.flatMap(({ savedAt, handedIn }) => [savedAt, handedIn?.at ?? null]),
          ...parts.map(({ groupId, at }) => (groupId === group.groupId ? at : null)),
        ].filter((at) => at !== null),
      };
    });
  }

  const aboutOf = (activity: Activity) => {
    const { groupSetId, team } = settingsOf(activity);
    return { groupSetId, retrospective: team.retrospective, asksDynamics: team.dynamics };
  };

  return {
    /**
     * Some groups by name, and who is in none. Three round trips one after the other.
     *
     * @param after the key of the last group that is known
     * @param memberIds whose groups, and who of those in none; null: of all. @throws AppError NOT_FOUND
     */
    async list(
      caller: Caller,
      activityId: string,
      after: string | undefined,
      limit: number,
      memberIds: readonly string[] | null,
    ) {
      const activity = await access.project(caller, activityId);
      const [there, learners] = await Promise.all([
        access.all(caller, activity),
        course.listAllLearners(caller.scope),
      ]);
      const all = groupsWith(there, memberIds);
      const { items, next } = pageOfGroups(all, after, limit);
      const grouped = new Set(there.flatMap((group) => group.memberIds));
      const isShown = memberIds && new Set(memberIds);
      const alone = learners.filter(({ id }) => !grouped.has(id) && isShown?.has(id) !== false);
      return {
        ...aboutOf(activity),
        groupIds: items.map(({ groupId }) => groupId),
        read: () => standingsOf(caller, activity, items, learners),
        next,
        total: all.length,
        inNoGroup: { count: alone.length, names: alone.slice(0, NAMED).map(({ name }) => name) },
      };
    },

    /** What stands at the milestones of some groups, and wherever a member has a part. @throws AppError NOT_FOUND */
    async linesFor(caller: Caller, activityId: string, groupIds: readonly string[], memberId: string) {
      const { scope } = caller;
      const activity = await access.project(caller, activityId);
      const { groupSetId, milestones } = settingsOf(activity);
      if (groupSetId === null) throw new AppError('NOT_FOUND', { kind: 'group' });
      const [groups, ofGroups, own] = await Promise.all([
        access.all(caller, activity),
        deliverables.listOfGroups(scope, activityId, groupIds),
        deliverables.listOfMembers(scope, activityId, [memberId]),
      ]);
      return { setId: groupSetId, groups, milestones, lines: [...ofGroups, ...own] };
    },

    /** One group. @throws AppError NOT_FOUND */
    async one(caller: Caller, activityId: string, groupId: string) {
      const activity = await access.project(caller, activityId);
      const group = (await access.all(caller, activity)).find((one) => one.groupId === groupId);
      if (!group) throw new AppError('NOT_FOUND', { kind: 'group' });
      return { ...aboutOf(activity), read: () => standingsOf(caller, activity, [group], []) };
    },
  };
}

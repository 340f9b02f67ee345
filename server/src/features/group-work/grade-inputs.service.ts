import type { Clock } from '../../core/clock.ts';
import { groupBy } from '../../core/group-by.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { FactorOf } from './factors.domain.ts';
import { milestoneInput } from './grade-inputs.domain.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { isExcused } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'findChanges'>;
  readonly groups: GroupsPort;
  readonly deliverables: Pick<DeliverableStore, 'listOfMembers' | 'listOfGroups'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
  readonly clock: Clock;
}

export type GradeInputs = ReturnType<typeof createGradeInputs>;

/** Reads what the grades of projects are made of. */
export function createGradeInputs({ activities, groups, deliverables, marks, clock }: Ports) {
  /** What members have handed in with whom, and where they are now: some queries, whatever the number of members. */
  async function factsOf(scope: CourseScope, activity: Activity, ids: readonly string[]) {
    const { groupSetId } = settingsOf(activity);
    const asked = new Set(ids);
    const [credited, all] = await Promise.all([
      deliverables.listOfMembers(scope, activity.id, ids),
      groupSetId === null ? [] : groups.listPeopled(scope, groupSetId),
    ]);
    const present = all.filter(({ memberIds }) => memberIds.some((id) => asked.has(id)));
    const groupIds = [...new Set([...credited, ...present].map(({ groupId }) => groupId))];
    const people = [
      ...present.flatMap(({ memberIds }) => memberIds),
      ...credited.flatMap(({ handedIn }) => handedIn?.memberIds ?? []),
    ];
    const [ofPresent, given, changes] = await Promise.all([
      deliverables.listOfGroups(scope, activity.id, groupIds),
      marks.listOfGroups(scope, activity.id, groupIds),
      activities.findChanges(scope, activity.id, [...new Set(people)]),
    ]);
    return { credited, present, ofPresent, given, changes };
  }

  /** @param factorOf null: contributions do not count */
  return async (
    scope: CourseScope,
    activity: Activity,
    ids: readonly string[],
    factorOf: FactorOf | null,
  ) => {
    const { credited, present, ofPresent, given, changes } = await factsOf(scope, activity, ids);
    const now = clock.now();
    const { milestones } = settingsOf(activity);
    const groupOf = new Map(present.flatMap((group) => group.memberIds.map((id) => [id, group] as const)));
    const creditedOf = groupBy(
      credited.flatMap((line) => (line.handedIn?.memberIds ?? []).map((memberId) => ({ memberId, line }))),
      ({ memberId }) => memberId,
    );
    const marked = new Map(given.map((one) => [`${one.groupId}/${one.n}`, one]));
    const linesOf = groupBy(ofPresent, ({ groupId }) => groupId);
    const members = ids.map((memberId) => {
      const group = groupOf.get(memberId) ?? null;
      const facts = {
        memberId,
        credited: (creditedOf.get(memberId) ?? []).map(({ line }) => line),
        group,
        ofGroup: linesOf.get(group?.groupId ?? '') ?? [],
        markOf: (groupId: string, n: number) => marked.get(`${groupId}/${n}`)?.mark ?? null,
        isExcused: (groupId: string, n: number) => {
          const one = marked.get(`${groupId}/${n}`);
          return one !== undefined && isExcused(one);
        },
        datesOf: (memberIds: readonly string[]) => groupDates(activity, changes, memberIds),
        factorOf,
      };
      const groupIds = [...facts.credited, ...(group ? [group] : [])].map(({ groupId }) => groupId);
      return {
        memberId,
        /** The groups whose work the member has a part in. */
        groupIds: [...new Set(groupIds)],
        milestones: milestones.map((milestone) => milestoneInput(milestone, facts, now)),
      };
    });
    return { members, groups: present };
  };
}

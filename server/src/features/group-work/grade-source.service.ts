import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { runIdOf } from '../../core/ids.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import {
  createColumnSource,
  type GradebookGrades,
  type GradedColumn,
  type GradeInput,
  type GradeSource,
} from '../gradebook/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { COLUMN, type GradingService, isGraded } from './grading.service.ts';
import { creditedLine, standingOf } from './group-work.domain.ts';
import type { GroupsPort } from './groups-port.service.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

const DECIMALS = 2;

interface Ports {
  readonly activities: Pick<ActivityService, 'find' | 'get' | 'findChanges'>;
  readonly course: Pick<CourseService, 'listLearners'>;
  readonly groups: GroupsPort;
  readonly deliverables: Pick<DeliverableStore, 'listOfMembers' | 'listOfGroups'>;
  readonly marks: Pick<DeliverableMarkStore, 'listOfGroups'>;
  readonly grading: Pick<GradingService, 'runFinished'>;
  readonly clock: Clock;
}

function columnOf(activity: Activity): GradedColumn | null {
  if (!isGraded(activity)) return null;
  const { title: label, points } = activity;
  const bounds = { points, decimals: DECIMALS, minimumPercent: 0, maximumPercent: 100 };
  const parameters = { ...bounds, rounding: 'nearest' as const };
  return { key: COLUMN, label, maximum: points, formula: 'group-work.milestones@1', parameters };
}

/** Where the gradebook gets the grades of projects from. */
export function createGradeSource(ports: Ports): GradeSource {
  const { activities, course, groups, deliverables, marks, grading, clock } = ports;

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

  async function inputsOf(
    scope: CourseScope,
    activity: Activity,
    ids: readonly string[],
  ): Promise<GradeInput[]> {
    const { credited, present, ofPresent, given, changes } = await factsOf(scope, activity, ids);
    const now = clock.now();
    const { milestones } = settingsOf(activity);
    const oneOf = (memberId: string, { n, title, points, late }: (typeof milestones)[number]) => {
      const shared = { n, title, points };
      const line = creditedLine(
        memberId,
        credited.filter((one) => one.n === n),
      );
      const group = present.find(({ memberIds }) => memberIds.includes(memberId));
      const people = line?.handedIn.memberIds ?? group?.memberIds ?? [memberId];
      const dates = groupDates(activity, changes, people).get(n);
      const nothing = { mark: null, missed: false, late: { days: 0, percentPerDay: 0 }, adjustment: 0 };
      if (!dates) return { ...shared, ...nothing };
      if (!line) {
        const there = ofPresent.find((one) => one.groupId === group?.groupId && one.n === n);
        const missed = standingOf(n, there?.handedIn ?? null, dates, now).state === 'missed';
        return { ...shared, ...nothing, missed: missed && group !== undefined };
      }
      const { mark = null } = given.find((one) => one.groupId === line.groupId && one.n === n) ?? {};
      const days = standingOf(n, line.handedIn, dates, now).daysLate;
      const adjusted = mark?.adjustments.find((one) => one.memberId === memberId);
      return {
        ...shared,
        mark: mark && { n: mark.n, points: mark.points, maximum: mark.maximum },
        missed: false,
        late: { days, percentPerDay: late.percentPerDay },
        adjustment: adjusted?.points ?? 0,
      };
    };
    return ids.map((memberId) => ({
      memberId,
      columns: { [COLUMN]: { milestones: milestones.map((milestone) => oneOf(memberId, milestone)) } },
    }));
  }

  return createColumnSource({ activities, course, columnOf, inputsOf, runFinished: grading.runFinished });
}

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'deliverable.marked',
  'deliverable.handedIn',
  'deliverable.withdrawn',
]);

/** Keeps released grades up with what is marked and handed in afterwards. */
export const createGradeFollower =
  (
    activities: Pick<ActivityService, 'find'>,
    findScope: (courseId: string) => Promise<CourseScope | null>,
    grades: Pick<GradebookGrades, 'recompute'>,
    clock: Clock,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { id, type, courseId, data } of events) {
      const { activityId, memberIds } = data;
      if (!FOLLOWED.has(type) || typeof activityId !== 'string' || !Array.isArray(memberIds)) continue;
      const scope = await findScope(courseId);
      const activity = scope && (await activities.find(scope, activityId));
      if (!activity || activity.phase !== 'released' || !isGraded(activity)) continue;
      await grades.recompute(scope, activityId, {
        runId: runIdOf(activityId, id),
        requestedAt: clock.now(),
        by: 'group-work.grades',
        memberIds: memberIds as string[],
      });
    }
  };

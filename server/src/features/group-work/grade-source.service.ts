import type { GroupMilestone } from '../../contracts/group-work.ts';
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
import { factorsIn, NOT_APPLIED } from './factors.domain.ts';
import type { FactorStore } from './factors.store.ts';
import type { GradeInputs } from './grade-inputs.service.ts';
import { COLUMN, type GradingService, isGraded } from './grading.service.ts';
import { milestoneKey } from './group-work.domain.ts';
import { settingsOf } from './settings-of.service.ts';

const DECIMALS = 2;
/** As much as gradebooks take of the name of a column. */
const COLUMN_LABEL_MAX = 255;

type NamedPoints = Pick<Activity, 'title' | 'points'>;

interface Ports {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'listLearners'>;
  readonly factors: Pick<FactorStore, 'find' | 'listApplied'>;
  readonly inputs: GradeInputs;
  readonly grading: Pick<GradingService, 'runFinished'>;
}

/** The total. @param isFactored contributions count */
export function totalOf({ title: label, points }: NamedPoints, isFactored: boolean): GradedColumn {
  const bounds = { points, decimals: DECIMALS, minimumPercent: 0, maximumPercent: 100 };
  const formula = isFactored ? 'group-work.factored@1' : 'group-work.milestones@1';
  const parameters = { ...bounds, rounding: 'nearest' as const };
  return { key: COLUMN, label, maximum: points, formula, parameters };
}

/** Milestones with a column of their own. */
function ownColumns(activity: Activity): readonly GroupMilestone[] {
  const { columns, milestones } = settingsOf(activity);
  return columns === 'milestones' ? milestones.filter(({ points }) => points > 0) : [];
}

/** The total, and each milestone by the same formula over itself alone. */
function columnsOf(activity: Activity, isFactored: boolean): readonly GradedColumn[] {
  if (!isGraded(activity)) return [];
  return [
    totalOf(activity, isFactored),
    ...ownColumns(activity).map(({ n, title, points }) => {
      const label = `${activity.title} – ${title}`.slice(0, COLUMN_LABEL_MAX);
      return { ...totalOf({ title: label, points }, isFactored), key: milestoneKey(n) };
    }),
  ];
}

/** Where the gradebook gets the grades of projects from. */
export function createGradeSource(ports: Ports): GradeSource {
  const { activities, course, factors, inputs, grading } = ports;

  /** What counts of contributions; null: nothing does. */
  async function factorsOf(scope: CourseScope, activityId: string) {
    const { applied } = (await factors.find(scope, activityId)) ?? NOT_APPLIED;
    if (applied === null) return null;
    return factorsIn(await factors.listApplied(scope, activityId, applied.id), applied.choice);
  }

  async function inputsOf(
    scope: CourseScope,
    activity: Activity,
    ids: readonly string[],
  ): Promise<GradeInput[]> {
    const { members } = await inputs(scope, activity, ids, await factorsOf(scope, activity.id));
    const own = ownColumns(activity);
    return members.map(({ memberId, milestones }) => {
      const alone = own.map(
        ({ n }) => [milestoneKey(n), { milestones: milestones.filter((one) => one.n === n) }] as const,
      );
      return { memberId, columns: { [COLUMN]: { milestones }, ...Object.fromEntries(alone) } };
    });
  }

  async function graded(activity: Activity, scope: CourseScope): Promise<readonly GradedColumn[]> {
    const isFactored = (await factors.find(scope, activity.id))?.applied ?? null;
    return columnsOf(activity, isFactored !== null);
  }

  return createColumnSource({
    activities,
    course,
    columnsOf: graded,
    inputsOf,
    runFinished: grading.runFinished,
  });
}

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'deliverable.marked',
  'deliverable.excused',
  'deliverable.markUndone',
  'deliverable.handedIn',
  'deliverable.withdrawn',
]);

/** About everybody's grades. */
const OF_ALL: ReadonlySet<DomainEvent['type']> = new Set([
  'contributions.applied',
  'contributions.takenBack',
]);

/** Keeps released grades up with what is marked, handed in and applied afterwards. */
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
      const isOfAll = OF_ALL.has(type);
      if (typeof activityId !== 'string' || !(isOfAll || (FOLLOWED.has(type) && Array.isArray(memberIds))))
        continue;
      const scope = await findScope(courseId);
      const activity = scope && (await activities.find(scope, activityId));
      if (!activity || activity.phase !== 'released' || !isGraded(activity)) continue;
      await grades.recompute(scope, activityId, {
        runId: runIdOf(activityId, id),
        requestedAt: clock.now(),
        by: 'group-work.grades',
        memberIds: isOfAll ? null : (memberIds as string[]),
      });
    }
  };

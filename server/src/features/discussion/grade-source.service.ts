import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { runIdOf } from '../../core/ids.ts';
import type { Clock } from '../../core/clock.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import {
  createColumnSource,
  type GradebookGrades,
  type GradedColumn,
  type GradeInput,
  type GradeSource,
} from '../gradebook/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { isAboutPost } from './moderation.domain.ts';
import type { PostStore } from './posts.store.ts';
import { COLUMN, type GradingService, isGraded } from './grading.service.ts';
import type { MarkedMember } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';
import type { MilestoneStanding } from './milestones.domain.ts';
import type { MilestonesService } from './milestones.service.ts';

const DECIMALS = 2;

interface Ports {
  readonly activities: Pick<ActivityService, 'find' | 'get' | 'findChanges'>;
  readonly course: Pick<CourseService, 'listLearners'>;
  readonly milestones: Pick<MilestonesService, 'standingsOf'>;
  readonly marks: Pick<ParticipantMarkStore, 'findMany'>;
  readonly grading: Pick<GradingService, 'runFinished'>;
}

/** The column with the formula that the settings ask for; none where nothing is graded here. */
function columnsOf(activity: Activity): readonly GradedColumn[] {
  if (!isGraded(activity)) return [];
  const { title: label, points } = activity;
  const { by, milestonesPercent } = settingsOf(activity).grading;
  const column = { key: COLUMN, label, maximum: points };
  const bounds = { points, decimals: DECIMALS, minimumPercent: 0, maximumPercent: 100 };
  const parameters = { ...bounds, rounding: 'nearest' as const };
  if (by === 'milestones') return [{ ...column, formula: 'discussion.milestones@1', parameters }];
  if (by === 'rubric') return [{ ...column, formula: 'discussion.rubric@1', parameters }];
  return [{ ...column, formula: 'discussion.total@1', parameters: { ...parameters, milestonesPercent } }];
}

/** Where the gradebook gets the grades of discussions from. */
export function createGradeSource({ activities, course, milestones, marks, grading }: Ports): GradeSource {
  async function inputsOf(
    scope: CourseScope,
    activity: Activity,
    ids: readonly string[],
  ): Promise<GradeInput[]> {
    const changes = await activities.findChanges(scope, activity.id, ids);
    const [standings, marked] = await Promise.all([
      milestones.standingsOf(scope, activity, changes, ids),
      marks.findMany(scope, activity.id, ids),
    ]);
    const { by } = settingsOf(activity).grading;
    return ids.map((memberId) => {
      const met = { milestones: (standings.get(memberId) ?? []).map(milestoneInput) };
      const mark = { mark: markInput(marked.get(memberId)) };
      const inputs = { milestones: met, rubric: mark, both: { ...met, ...mark }, staff: met };
      return { memberId, columns: { [COLUMN]: inputs[by] } };
    });
  }

  return createColumnSource({ activities, course, columnsOf, inputsOf, runFinished: grading.runFinished });
}

const milestoneInput = ({ milestone, met, done }: MilestoneStanding) => {
  const { n, kind, count, words, differentPeople, points } = milestone;
  return { n, kind, count, words, differentPeople, points, met, done };
};

const markInput = (member: MarkedMember | undefined) =>
  member?.mark ? { n: member.mark.n, points: member.mark.points, maximum: member.mark.maximum } : null;

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'discussion.marked',
  'discussion.excused',
  'discussion.markUndone',
  'post.written',
  'post.edited',
  'post.deleted',
  'moderation.done',
  'moderation.undone',
]);

/** Keeps released grades up with marks, and with what is written in time and can be read. */
export const createGradeFollower =
  (
    activities: Pick<ActivityService, 'find'>,
    findScope: (courseId: string) => Promise<CourseScope | null>,
    posts: Pick<PostStore, 'find'>,
    grades: Pick<GradebookGrades, 'recompute'>,
    clock: Clock,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { id, type, courseId, actor, data } of events) {
      const { activityId, memberId, threadId, n, kind } = data;
      if (!FOLLOWED.has(type) || typeof activityId !== 'string') continue;
      const isModeration = type === 'moderation.done' || type === 'moderation.undone';
      if (isModeration && !isAboutPost(kind)) continue;
      const scope = await findScope(courseId);
      const post = scope && isModeration && (await posts.find(scope, String(threadId), Number(n)));
      const by = actor.kind === 'member' ? actor.memberId : null;
      const of = typeof memberId === 'string' ? memberId : post ? post.authorId : by;
      const activity = scope && (await activities.find(scope, activityId));
      if (!of || !activity || activity.phase !== 'released' || !isGraded(activity)) continue;
      await grades.recompute(scope, activityId, {
        runId: runIdOf(activityId, id),
        requestedAt: clock.now(),
        by: 'discussion.grades',
        memberIds: [of],
      });
    }
  };

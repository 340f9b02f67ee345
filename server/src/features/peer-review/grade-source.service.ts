import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { columnIdOf, MAIN_COLUMN } from '../../core/ids.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import {
  type ActivityGrading,
  daysLate,
  type GradedColumn,
  type GradeInput,
  type GradeSource,
} from '../gradebook/index.ts';
import { namedColumns, REVIEWING_COLUMN } from './grading-effects.domain.ts';
import type { PeerReview, Review, Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { ColumnName } from './peer-review.views.ts';
import { reviewsOpen } from './phases.domain.ts';
import type { PhasesService } from './run-phases.service.ts';
import { getPeerReview } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Members handed on at once. */
const CHUNK = 500;

/** Every column that a peer review may have, whatever its settings say right now. */
export const possibleColumnIds = (activityId: string): string[] => [
  activityId,
  columnIdOf(activityId, REVIEWING_COLUMN),
];

/** The gradebook columns of a peer review with the formulas of their grades, the main one first. */
function columnsOf(settings: PeerReviewSettings): GradedColumn[] {
  const { columns, late, rules } = settings;
  const { minimumPercent, maximumPercent, decimals, rounding } = rules;
  const deduction = late && {
    graceMinutes: late.graceMinutes,
    percentPerDay: late.percentPerDay,
    lowestPercent: late.lowestPercent,
  };
  return namedColumns(settings, MAIN_COLUMN).map((column): GradedColumn => {
    const bounds = { points: column.maximum, decimals, rounding, minimumPercent, maximumPercent };
    if (column.key === REVIEWING_COLUMN) {
      // The lowest and the highest grade are about the work.
      const parameters = { ...bounds, minimumPercent: 0, maximumPercent: Math.max(100, maximumPercent) };
      return { ...column, formula: 'peer-review.reviewing-completion@1', parameters };
    }
    const parameters = { ...bounds, late: deduction };
    if (columns.kind !== 'total') return { ...column, formula: 'peer-review.submission@1', parameters };
    const weights = { work: columns.workPercent, reviewing: columns.reviewingPercent };
    return { ...column, formula: 'peer-review.total@1', parameters: { ...parameters, weights } };
  });
}

/** The columns as pages name them. */
export const columnNamesOf = ({ id, settings }: PeerReview): ColumnName[] =>
  namedColumns(settings, MAIN_COLUMN).map(({ key, label, maximum }) => ({
    columnId: columnIdOf(id, key),
    label,
    maximum,
  }));

/** Days begun since the due date when work was handed in then; 0 in time, and where there is no late work. */
export const daysLateOf = ({ late }: PeerReviewSettings, submittedAt: Date | null): number =>
  late && submittedAt ? daysLate(submittedAt.toISOString(), late.dueAt, late.graceMinutes) : 0;

/** Where the gradebook gets a peer review's grades from. */
export function createGradeSource(
  { submissions, reviews }: PeerReviewStores,
  activities: ActivityService,
  phases: PhasesService,
  course: Pick<CourseService, 'findMembers'>,
  clock: Clock,
): GradeSource {
  async function inputsOf(
    scope: CourseScope,
    activityId: string,
    columns: readonly GradedColumn[],
    memberIds: readonly string[],
  ): Promise<GradeInput[]> {
    const countsReviewing = columns.some(({ formula }) => formula !== 'peer-review.submission@1');
    const [review, changes, members, works, received, given] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      activities.findChanges(scope, activityId, memberIds),
      course.findMembers(scope, memberIds),
      submissions.findByAuthors(scope, activityId, memberIds),
      reviews.listSubmittedByAuthors(scope, activityId, memberIds),
      countsReviewing ? reviews.listByReviewers(scope, activityId, memberIds) : [],
    ]);
    const now = clock.now();
    const workOf = new Map(works.map((work) => [work.authorId, work]));
    const receivedBy = groupBy(received, ({ authorId }) => authorId);
    const givenBy = groupBy(given, ({ reviewerId }) => reviewerId);
    // The test student is never graded, whatever was reviewed.
    const testUsers = new Set(members.filter(({ testUser }) => testUser).map(({ id }) => id));
    const graded = memberIds.filter((id) => !testUsers.has(id));
    return graded.map((memberId) => {
      const own = withChangesOf(review, changes, memberId);
      const { late, submissionsCloseAt } = own.settings;
      const work = {
        reviews: (receivedBy.get(memberId) ?? []).map(receivedInput),
        handedIn: handedInput(workOf.get(memberId), late?.dueAt ?? submissionsCloseAt),
      };
      // What came on top of everybody's share counts once it is done, and is not missed before.
      const asked = (givenBy.get(memberId) ?? []).filter(({ extra, version }) => !extra || version > 0);
      const reviewing = { given: asked.map(givenInput), open: reviewsOpen(own, now) };
      const inputsBy = {
        'peer-review.submission@1': work,
        'peer-review.reviewing-completion@1': reviewing,
        'peer-review.total@1': { ...work, ...reviewing },
      };
      const inputs = columns.map(({ key, formula }) => [key, inputsBy[formula as keyof typeof inputsBy]]);
      return { memberId, columns: Object.fromEntries(inputs) as GradeInput['columns'] };
    });
  }

  return {
    async grading(scope, activityId): Promise<ActivityGrading> {
      const { settings, revision, phase, state } = await getPeerReview(activities, scope, activityId);
      // The gradebook of the course shows nothing of a draft.
      return {
        revision,
        released: phase === 'released',
        columns: state === 'draft' ? [] : columnsOf(settings),
      };
    },

    async *inputs(scope, activityId, columns, memberIds): AsyncGenerator<GradeInput[]> {
      if (memberIds) {
        for (let start = 0; start < memberIds.length; start += CHUNK)
          yield await inputsOf(scope, activityId, columns, memberIds.slice(start, start + CHUNK));
        return;
      }
      let after: string | null = null;
      for (;;) {
        const page: string[] = await submissions.listAuthors(scope, activityId, after, CHUNK);
        if (page.length > 0) yield await inputsOf(scope, activityId, columns, page);
        after = page.at(-1) ?? null;
        if (page.length < CHUNK) return;
      }
    },

    runFinished: phases.runFinished,
  };
}

const receivedInput = ({ id, version, points, maximum }: Review) => ({
  reviewId: id,
  version,
  points: points ?? 0,
  maximum: maximum ?? 0,
});

const givenInput = ({ id, version }: Review) => ({ reviewId: id, version });

const handedInput = (work: Submission | undefined, dueAt: string) =>
  work ? { submissionId: work.id, version: work.version, at: work.submittedAt.toISOString(), dueAt } : null;

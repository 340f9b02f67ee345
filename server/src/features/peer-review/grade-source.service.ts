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
import { comparedColumn, type ComparisonGrades } from './comparison-grades.service.ts';
import type { CriterionResultsService } from './criterion-results.service.ts';
import {
  furtherInputs,
  givenInput,
  namedReview,
  receivedInput,
  untakenReview,
} from './grade-inputs.domain.ts';
import { namedColumns, REVIEWING_COLUMN } from './grading-effects.domain.ts';
import { withLatestOf } from './author-groups.domain.ts';
import { authorsOf, type PeerReview, reviewersOf } from './peer-review.domain.ts';
import { handedInput } from './hand-in.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { ColumnName } from './peer-review.views.ts';
import { untakenOf } from './pull-queue.domain.ts';
import { reviewsOpen } from './phases.domain.ts';
import type { PhasesService } from './run-phases.service.ts';
import { getPeerReview } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';
import type { WeighedWorks } from './weigh-reviews.domain.ts';
import type { WeighReviewsService } from './weigh-reviews.service.ts';

/** Members handed on at once. */
const CHUNK = 500;

/** Every column that a peer review may have, whatever its settings say right now. */
export const possibleColumnIds = (activityId: string): string[] => [
  activityId,
  columnIdOf(activityId, REVIEWING_COLUMN),
];

/** The gradebook columns of a peer review with the formulas of their grades, the main one first. */
function columnsOf(settings: PeerReviewSettings, isWeighed: boolean, isSet: boolean): GradedColumn[] {
  const { columns, late, rules, workMethod, agreement, helpfulness, quality, comparison } = settings;
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
      if (quality) {
        const valued = { ...parameters, agreement, helpfulness, quality };
        return { ...column, formula: 'peer-review.reviewing-judged@1', parameters: valued };
      }
      if (helpfulness) {
        const judged = { ...parameters, agreement, helpfulness };
        return { ...column, formula: 'peer-review.reviewing-helpfulness@1', parameters: judged };
      }
      return agreement
        ? {
            ...column,
            formula: 'peer-review.reviewing-agreement@1',
            parameters: { ...parameters, agreement },
          }
        : { ...column, formula: 'peer-review.reviewing-completion@1', parameters };
    }
    const parameters = { ...bounds, late: deduction };
    if (comparison) return comparedColumn(column, parameters, comparison, columns);
    const method = { ...parameters, method: workMethod };
    if (isSet && columns.kind !== 'total')
      return { ...column, formula: 'peer-review.submission@4', parameters: method };
    if (columns.kind === 'total' && (isSet || helpfulness || quality)) {
      const weights = { work: columns.workPercent, reviewing: columns.reviewingPercent };
      const judged = { ...method, weights, agreement };
      if (quality) {
        const valued = { ...judged, helpfulness, quality };
        return { ...column, formula: 'peer-review.total@6', parameters: valued };
      }
      return helpfulness && !isSet
        ? { ...column, formula: 'peer-review.total@4', parameters: { ...judged, helpfulness } }
        : { ...column, formula: 'peer-review.total@5', parameters: { ...judged, helpfulness } };
    }
    if (isWeighed) {
      if (columns.kind !== 'total')
        return { ...column, formula: 'peer-review.submission@3', parameters: method };
      const weights = { work: columns.workPercent, reviewing: columns.reviewingPercent };
      return { ...column, formula: 'peer-review.total@3', parameters: { ...method, weights, agreement } };
    }
    // What was there before one could choose keeps its formula, and with it every digit of its grades.
    if (columns.kind !== 'total') {
      return workMethod === 'median'
        ? { ...column, formula: 'peer-review.submission@1', parameters }
        : { ...column, formula: 'peer-review.submission@2', parameters: method };
    }
    const weights = { work: columns.workPercent, reviewing: columns.reviewingPercent };
    return workMethod === 'median' && !agreement
      ? { ...column, formula: 'peer-review.total@1', parameters: { ...parameters, weights } }
      : { ...column, formula: 'peer-review.total@2', parameters: { ...method, weights, agreement } };
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
  { submissions, reviews, talks }: PeerReviewStores,
  activities: ActivityService,
  phases: PhasesService,
  course: Pick<CourseService, 'findMembers'>,
  weighing: Pick<WeighReviewsService, 'weigh' | 'agreements'>,
  criteria: Pick<CriterionResultsService, 'findSet'>,
  comparedGrades: ComparisonGrades,
  clock: Clock,
): GradeSource {
  /** What the reviews of all works weigh; null where a work's grade needs its own reviews alone. */
  async function weighedOf(
    scope: CourseScope,
    activityId: string,
    columns: readonly GradedColumn[],
  ): Promise<WeighedWorks | null> {
    for (const { parameters } of columns)
      if ('method' in parameters) return weighing.weigh(scope, activityId, parameters.method);
    return null;
  }

  async function inputsOf(
    scope: CourseScope,
    activityId: string,
    columns: readonly GradedColumn[],
    weighed: WeighedWorks | null,
    memberIds: readonly string[],
  ): Promise<GradeInput[]> {
    const countsReviewing = columns.some(({ formula }) => !ABOUT_WORK.has(formula));
    const works = await submissions.findByAuthors(scope, activityId, memberIds);
    const people = [...new Set([...memberIds, ...works.flatMap(authorsOf)])];
    const [review, changes, members, received, given, all] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      activities.findChanges(scope, activityId, people),
      course.findMembers(scope, memberIds),
      reviews.listSubmittedByAuthors(scope, activityId, memberIds),
      countsReviewing ? reviews.listByReviewers(scope, activityId, memberIds) : [],
      countsReviewing ? submissions.countAll(scope, activityId) : 0,
    ]);
    const [set, agreements, helpfulness] = await Promise.all([
      review.criteriaSet ? criteria.findSet(scope, review, received) : null,
      weighing.agreements(scope, activityId, given, review.settings),
      review.settings.helpfulness
        ? talks.findHelpfulness(
            scope,
            given.map(({ id }) => id),
          )
        : new Map(),
    ]);
    const now = clock.now();
    const workOf = new Map(works.flatMap((work) => authorsOf(work).map((id) => [id, work])));
    const receivedBy = groupBy(received, ({ authorId }) => authorId);
    const givenBy = groupBy(
      given.flatMap((review) => reviewersOf(review).map((id) => ({ id, review }))),
      ({ id }) => id,
    );
    // The test student is never graded, whatever was reviewed.
    const testUsers = new Set(members.filter(({ testUser }) => testUser).map(({ id }) => id));
    const graded = memberIds.filter((id) => !testUsers.has(id));
    return graded.map((memberId) => {
      const own = withChangesOf(review, changes, memberId);
      const handedIn = workOf.get(memberId);
      // Of a group's work all have one due date, so that all of them get the same for it.
      const ofWork = handedIn?.group ? withLatestOf(review, changes, own, authorsOf(handedIn)) : own;
      const { late, submissionsCloseAt } = ofWork.settings;
      const authorId = handedIn?.authorId ?? memberId;
      const work = {
        reviews: (receivedBy.get(authorId) ?? []).map(receivedInput),
        handedIn: handedInput(handedIn, late?.dueAt ?? submissionsCloseAt),
      };
      // What came on top of everybody's share counts once it is done, and is not missed before.
      const taken = (givenBy.get(memberId) ?? [])
        .map(({ review: one }) => one)
        .filter(({ extra, version }) => !extra || version > 0);
      const untaken = untakenOf(review, handedIn !== undefined, taken.length, all);
      const asked = [...taken.map(namedReview), ...Array.from({ length: untaken }, untakenReview)];
      const reviewing = { given: asked.map(givenInput), open: reviewsOpen(own, now) };
      const inputsBy = {
        'peer-review.submission@1': work,
        'peer-review.reviewing-completion@1': reviewing,
        'peer-review.total@1': { ...work, ...reviewing },
        ...furtherInputs(
          weighed?.works.get(authorId),
          receivedBy.get(authorId) ?? [],
          work.handedIn,
          asked,
          reviewing.open,
          agreements,
          helpfulness,
          set?.get(authorId),
        ),
      };
      const inputs = columns.map(({ key, formula }) => [key, inputsBy[formula as keyof typeof inputsBy]]);
      return { memberId, columns: Object.fromEntries(inputs) as GradeInput['columns'] };
    });
  }

  /** Everybody who shares the works of some who have handed in. */
  const sharersOf = async (scope: CourseScope, activityId: string, authorIds: readonly string[]) =>
    authorIds.length === 0
      ? []
      : (await submissions.findByAuthors(scope, activityId, authorIds)).flatMap(authorsOf);

  return {
    async grading(scope, activityId): Promise<ActivityGrading> {
      const review = await getPeerReview(activities, scope, activityId);
      const { settings, revision, phase, state, reviewsWeighed, criteriaSet } = review;
      // The gradebook of the course shows nothing of a draft.
      return {
        revision,
        released: phase === 'released',
        columns: state === 'draft' ? [] : columnsOf(settings, reviewsWeighed === true, criteriaSet === true),
      };
    },

    async *inputs(scope, activityId, columns, memberIds): AsyncGenerator<GradeInput[]> {
      // Read once: all members of a run are graded by the same weights.
      const weighed = await weighedOf(scope, activityId, columns);
      const isCompared = columns.some(({ parameters }) => 'range' in parameters);
      const compared = isCompared ? await comparedGrades(scope, activityId) : null;
      const read = (ids: readonly string[]): Promise<GradeInput[]> =>
        compared ? compared(columns, ids) : inputsOf(scope, activityId, columns, weighed, ids);
      if (memberIds) {
        for (let start = 0; start < memberIds.length; start += CHUNK)
          yield await read(memberIds.slice(start, start + CHUNK));
        return;
      }
      let after: string | null = null;
      for (;;) {
        const page: string[] = await submissions.listAuthors(scope, activityId, after, CHUNK);
        const sharers = await sharersOf(scope, activityId, page);
        for (let start = 0; start < sharers.length; start += CHUNK)
          yield await read(sharers.slice(start, start + CHUNK));
        after = page.at(-1) ?? null;
        if (page.length < CHUNK) return;
      }
    },

    releasedAmong: phases.releasedAmong,

    runFinished: phases.runFinished,
  };
}

const ABOUT_WORK: ReadonlySet<string> = new Set([
  'peer-review.submission@1',
  'peer-review.submission@2',
  'peer-review.submission@3',
  'peer-review.submission@4',
]);

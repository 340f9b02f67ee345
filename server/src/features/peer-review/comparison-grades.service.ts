import type { PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradedColumn, GradeInput } from '../gradebook/index.ts';
import type { ComparedResult } from './compared-results.domain.ts';
import { comparedCriteria } from './comparison.domain.ts';
import type { ComparisonReads } from './comparison-reads.service.ts';
import { handedInput } from './hand-in.domain.ts';
import { authorsOf, type PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { getPeerReview } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

export type ComparisonGrades = ReturnType<typeof createComparisonGrades>;

type Parameters = Extract<GradedColumn, { formula: 'peer-review.submission@1' }>['parameters'];

/** A column of the grades of works, or of the total, where works are compared. */
export function comparedColumn(
  column: Pick<GradedColumn, 'key' | 'label' | 'maximum'>,
  parameters: Parameters,
  { lowestPercent, highestPercent }: NonNullable<PeerReviewSettings['comparison']>,
  columns: PeerReviewSettings['columns'],
): GradedColumn {
  const ranged = { ...parameters, range: { lowestPercent, highestPercent } };
  if (columns.kind !== 'total') return { ...column, formula: 'peer-review.compared@1', parameters: ranged };
  const weights = { work: columns.workPercent, reviewing: columns.reviewingPercent };
  return { ...column, formula: 'peer-review.compared-total@1', parameters: { ...ranged, weights } };
}

/** What grades are made of where works are compared. */
export const createComparisonGrades =
  (
    { submissions, comparisons }: Pick<PeerReviewStores, 'submissions' | 'comparisons'>,
    activities: ActivityService,
    course: Pick<CourseService, 'findMembers'>,
    reads: Pick<ComparisonReads, 'compare'>,
    clock: Clock,
  ) =>
  /** All works are compared once; then members can be read in turn. @throws AppError NOT_FOUND */
  async (scope: CourseScope, activityId: string) => {
    const review = await getPeerReview(activities, scope, activityId);
    const results = await reads.compare(scope, review);

    return async (columns: readonly GradedColumn[], memberIds: readonly string[]): Promise<GradeInput[]> => {
      const [changes, members, works, given] = await Promise.all([
        activities.findChanges(scope, activityId, memberIds),
        course.findMembers(scope, memberIds),
        submissions.findByAuthors(scope, activityId, memberIds),
        comparisons.listByReviewers(scope, activityId, memberIds),
      ]);
      const now = clock.now();
      const workOf = new Map(works.flatMap((work) => authorsOf(work).map((id) => [id, work])));
      const givenBy = groupBy(given, ({ reviewerId }) => reviewerId);
      // The test student is never graded, whatever was compared.
      const testUsers = new Set(members.filter(({ testUser }) => testUser).map(({ id }) => id));
      return memberIds
        .filter((id) => !testUsers.has(id))
        .map((memberId) => {
          const own = withChangesOf(review, changes, memberId);
          const { late, submissionsCloseAt } = own.settings;
          const work = {
            // Those who share a work have what became of it.
            compared: placeOf(results.get(workOf.get(memberId)?.authorId ?? memberId), review),
            handedIn: handedInput(workOf.get(memberId), late?.dueAt ?? submissionsCloseAt),
          };
          // What came on top of everybody's share counts once it is done, and is not missed before.
          const asked = (givenBy.get(memberId) ?? []).filter(({ extra, version }) => !extra || version > 0);
          const reviewing = {
            given: asked.map(({ id, version }) => ({ reviewId: id, version })),
            open: reviewsOpen(own, now),
          };
          const inputsBy = {
            'peer-review.compared@1': work,
            'peer-review.reviewing-completion@1': reviewing,
            'peer-review.compared-total@1': { ...work, ...reviewing },
          };
          const inputs = columns.map(({ key, formula }) => [key, inputsBy[formula as keyof typeof inputsBy]]);
          return { memberId, columns: Object.fromEntries(inputs) as GradeInput['columns'] };
        });
    };
  };

/** What an entry of the ledger keeps of a work's comparisons. */
function placeOf(result: ComparedResult | undefined, { settings }: PeerReview) {
  if (!result) return null;
  const { authorId: _authorId, criteria, ...place } = result;
  const titles = new Map(comparedCriteria(settings.criteria).map(({ id, title }) => [id, title]));
  return {
    ...place,
    criteria: criteria.map(({ criterionId, chosen, of }) => ({
      title: titles.get(criterionId) ?? '',
      chosen,
      of,
    })),
  };
}

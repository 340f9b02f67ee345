import type { CourseScope } from '../../core/course-scope.ts';
import { hidesAuthor, hidesReviewer, promiseOf } from './anonymity.domain.ts';
import { comparedCriteria, type KnownComparison, sideOf } from './comparison.domain.ts';
import { type ComparedResult, compareWorks } from './compared-results.domain.ts';
import type { KnownSides, ReceivedComment } from './comparisons.views.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';

export type ComparisonReads = ReturnType<typeof createComparisonReads>;

/** The names of both authors as the reviewer may see them. */
export const knownSides = ({ left, right }: KnownComparison): KnownSides => {
  const side = ({ promise, name }: KnownComparison['left']) => {
    const isKnown = !hidesAuthor(promise);
    return { isKnown, name: isKnown ? name : null };
  };
  return { left: side(left), right: side(right) };
};

/** A received comparison as its author knows it: by the number of its reviewer, and the name where both are known. */
function seenBy(memberId: string, { comparison, reviewerName }: KnownComparison) {
  const side = sideOf(comparison, memberId);
  const reviewer = hidesReviewer(promiseOf(comparison)) ? null : reviewerName;
  return { side, pseudonym: comparison[side].reviewerLabel, reviewer };
}

/** What learners and grades read of comparisons. */
export const createComparisonReads = ({ comparisons }: Pick<PeerReviewStores, 'comparisons'>) => ({
  /** What somebody has to compare, as a task beside others: two letters, and both names where both are known. */
  async tasksOf(scope: CourseScope, activityId: string, memberId: string) {
    const found = await comparisons.listKnownByReviewer(scope, activityId, memberId);
    return found.map((known) => {
      const sides = knownSides(known);
      const names = [sides.left.name, sides.right.name];
      const { id, state, left, right } = known.comparison;
      return {
        review: { id, state, workLabel: `${left.workLabel}+${right.workLabel}` },
        author: names.includes(null) ? null : names.join(' – '),
      };
    });
  },

  /** What was written to an author about the own work: no other work has a place in it. */
  async receivedBy(scope: CourseScope, activityId: string, memberId: string): Promise<ReceivedComment[]> {
    const found = await comparisons.listKnownByAuthor(scope, activityId, memberId);
    const versions = await comparisons.findVersions(
      scope,
      found.map(({ comparison }) => comparison),
    );
    return found.flatMap((known) => {
      const version = versions.get(known.comparison.id);
      if (!version) return [];
      const { side, pseudonym, reviewer } = seenBy(memberId, known);
      const comment = side === 'left' ? version.leftComment : version.rightComment;
      return [{ pseudonym, reviewer, comment }];
    });
  },

  /** Who has compared an author's work, as the author knows them. */
  async reviewersOf(scope: CourseScope, activityId: string, memberId: string) {
    const found = await comparisons.listKnownByAuthor(scope, activityId, memberId);
    return found.map((known) => {
      const { pseudonym, reviewer: label } = seenBy(memberId, known);
      return { pseudonym, label };
    });
  },

  /** What the comparisons say of every work, by the authors. */
  async compare(
    scope: CourseScope,
    { id, settings }: Pick<PeerReview, 'id' | 'settings'>,
  ): Promise<Map<string, ComparedResult>> {
    const { judged } = await comparisons.listJudged(scope, id);
    return compareWorks(
      judged,
      comparedCriteria(settings.criteria).map((criterion) => criterion.id),
    );
  },
});

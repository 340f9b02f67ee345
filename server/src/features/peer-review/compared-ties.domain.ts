import { groupBy } from '../../core/group-by.ts';
import type { Comparison } from './comparison.domain.ts';
import type { Review } from './peer-review.domain.ts';

/** What ties a reviewer to a work. */
export type ReviewTie = Pick<
  Review,
  'reviewerId' | 'reviewers' | 'authorId' | 'group' | 'state' | 'points' | 'maximum'
>;

/**
 * Who compares whose works: each work of a reviewer once, in however many comparisons it is. It has as many points as
 * the comparisons in which it was chosen are percent of all, once all are submitted.
 */
export function tiesOfComparisons(comparisons: readonly Comparison[]): ReviewTie[] {
  const places = comparisons.flatMap(({ reviewerId, left, right, state, share }) => [
    { reviewerId, work: left, state, share: share ?? 0 },
    { reviewerId, work: right, state, share: 1 - (share ?? 0) },
  ]);
  const byWork = groupBy(places, ({ reviewerId, work }) => `${reviewerId}/${work.submissionId}`);
  return [...byWork.values()].flatMap((own): ReviewTie[] => {
    const [first] = own;
    if (!first) return [];
    const { reviewerId, work } = first;
    const { authorId, group } = work;
    const isDone = own.every(({ state }) => state === 'submitted');
    const isBegun = own.some(({ state }) => state !== 'toDo');
    return [
      {
        reviewerId,
        authorId,
        ...(group && { group }),
        state: isDone ? 'submitted' : isBegun ? 'begun' : 'toDo',
        points: isDone ? (100 * own.reduce((sum, { share }) => sum + share, 0)) / own.length : null,
        maximum: 100,
      },
    ];
  });
}

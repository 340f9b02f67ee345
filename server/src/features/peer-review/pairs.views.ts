import { ReviewersView } from '../../contracts/peer-review-pairs.ts';
import type { ProgressRow, Review } from './peer-review.domain.ts';

/**
 * For staff: who reviews a work, and who else could.
 *
 * @param ofWork reviews of the work @param reviewed whose works are reviewed around it
 * @param candidates in the order in which they are offered
 */
export function reviewersView(
  authorId: string,
  ofWork: readonly Review[],
  reviewed: ReadonlySet<string>,
  candidates: readonly Pick<ProgressRow, 'memberId' | 'name' | 'given'>[],
  names: ReadonlyMap<string, string | null>,
  can: { readonly change: boolean },
): ReviewersView {
  const reviewing = new Set(ofWork.map(({ reviewerId }) => reviewerId));
  return ReviewersView.parse({
    reviewers: ofWork
      .map(({ reviewerId, reviewers, state }) => ({
        memberId: reviewerId,
        name: reviewers ? reviewers.name : (names.get(reviewerId) ?? null),
        state,
      }))
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
    candidates: candidates
      .filter(({ memberId }) => memberId !== authorId && !reviewing.has(memberId))
      .map(({ memberId, name, given }) => ({
        memberId,
        name,
        reviews: given.of,
        isReviewedByAuthor: reviewed.has(memberId),
      })),
    can,
  });
}

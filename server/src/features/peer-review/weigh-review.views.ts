import { ReviewWeightsView } from '../../contracts/review-weights.ts';
import type { Review } from './peer-review.domain.ts';

/** For staff: how much each review counts, and what was decided about it, the newest first. */
export const reviewWeightsView = (
  weighed: readonly { readonly review: Review; readonly revision: number }[],
  names: ReadonlyMap<string, string | null>,
  can: ReviewWeightsView['can'],
): ReviewWeightsView =>
  ReviewWeightsView.parse({
    weights: weighed.map(({ review: { id, weight, weighings = [] }, revision }) => ({
      reviewId: id,
      percent: Math.round((weight ?? 1) * 100),
      decisions: weighings
        .map((one) => ({
          percent: Math.round(one.weight * 100),
          reason: one.reason,
          byName: names.get(one.by) ?? null,
          at: one.at.toISOString(),
        }))
        .toReversed(),
      revision,
    })),
    can,
  });

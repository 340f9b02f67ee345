import { JudgedReview, ReviewJudgementsView } from '../../contracts/review-judgements.ts';
import type { Judgement, Review } from './peer-review.domain.ts';

/** For staff: how good they find each review, and who said so last. */
export const reviewJudgementsView = (
  received: readonly { readonly review: Review; readonly last: Judgement | null }[],
  names: ReadonlyMap<string, string | null>,
  counts: number | null,
  can: ReviewJudgementsView['can'],
): ReviewJudgementsView =>
  ReviewJudgementsView.parse({
    judgements: received.map(({ review, last }) => ({
      reviewId: review.id,
      level: last?.level ?? null,
      comment: last?.comment ?? '',
      byName: last && (names.get(last.by) ?? null),
      at: last && last.at.toISOString(),
      isOlder: last !== null && last.level !== null && last.version < review.version,
      revision: last?.revision ?? 0,
    })),
    counts,
    can,
  });

/** For the reviewer: what staff say of the review, without who of them and when; null while they say nothing. */
export const judgedReviewView = (last: Judgement | null) =>
  last === null || last.level === null
    ? null
    : JudgedReview.parse({ level: last.level, comment: last.comment });

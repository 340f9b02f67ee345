import { isBlank } from '../../contracts/plain-text.ts';
import type { Rating } from '../../contracts/peer-review.ts';
import {
  type Draft,
  type PeerReview,
  type Review,
  type ReviewContent,
  type ReviewVersion,
  sameContent,
} from './peer-review.domain.ts';
import { reviewsOpen } from './phases.domain.ts';

export interface SubmitReview extends ReviewContent {
  /** The revision of the draft in the reviewer's editor. */
  readonly expectedRevision: number;
}

export interface ReviewSnapshot {
  readonly peerReview: PeerReview;
  /** The caller's review, null when there is none of this id in this activity. */
  readonly review: Review | null;
  /** The current version, where there is one and the draft's revision is not the expected one. */
  readonly submitted: ReviewContent | null;
  readonly draft: Draft<ReviewContent>;
}

export type ReviewRefusal =
  | {
      readonly type: 'refuse';
      readonly reason: 'NOT_ALLOCATED' | 'STALE_REVISION';
      readonly keepDraft: false;
    }
  | {
      readonly type: 'refuse';
      readonly reason: 'REVIEWS_CLOSED' | 'COMMENT_REQUIRED';
      readonly keepDraft: true;
    }
  | {
      readonly type: 'refuse';
      readonly reason: 'RATING_MISSING' | 'RATING_OUT_OF_RANGE';
      readonly keepDraft: true;
      readonly criterionId: string;
    };

export type SubmitReviewDecision =
  | { readonly type: 'accept'; readonly version: Omit<ReviewVersion, 'at' | 'reviewId'> }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  | ReviewRefusal;

/** Whether a review may be submitted now, and what it adds up to. */
export function decideSubmitReview(
  { peerReview, review, submitted, draft }: ReviewSnapshot,
  command: SubmitReview,
  now: Date,
): SubmitReviewDecision {
  if (!review || peerReview.phase === 'submission') {
    return { type: 'refuse', reason: 'NOT_ALLOCATED', keepDraft: false };
  }
  if (draft.revision !== command.expectedRevision) {
    if (submitted && sameContent(submitted, command)) return { type: 'repeated' };
    if (!sameContent(draft.content, command)) {
      return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
    }
  }
  if (!reviewsOpen(peerReview, now)) return { type: 'refuse', reason: 'REVIEWS_CLOSED', keepDraft: true };
  const rated = rate(peerReview, command.ratings);
  if (rated.type === 'refuse') return rated;
  if (isBlank(command.comment)) return { type: 'refuse', reason: 'COMMENT_REQUIRED', keepDraft: true };
  const { ratings, points, maximum } = rated;
  const { comment } = command;
  return { type: 'accept', version: { version: review.version + 1, ratings, comment, points, maximum } };
}

type Rated = { type: 'rated'; ratings: Rating[]; points: number; maximum: number } | ReviewRefusal;

/** One rating for every criterion of the rubric, in its order, each within its points. */
function rate({ settings }: PeerReview, given: readonly Rating[]): Rated {
  const byCriterion = new Map(given.map((rating) => [rating.criterionId, rating]));
  const known = new Set(settings.criteria.map(({ id }) => id));
  const stranger = given.find(
    ({ criterionId }, index) =>
      !known.has(criterionId) || given.findIndex((other) => other.criterionId === criterionId) !== index,
  );
  if (stranger) return outOfRange(stranger.criterionId);
  const ratings: Rating[] = [];
  for (const criterion of settings.criteria) {
    const rating = byCriterion.get(criterion.id);
    if (!rating) {
      return { type: 'refuse', reason: 'RATING_MISSING', keepDraft: true, criterionId: criterion.id };
    }
    if (!(rating.points >= 0 && rating.points <= criterion.points)) return outOfRange(criterion.id);
    ratings.push(rating);
  }
  const points = ratings.reduce((sum, rating) => sum + rating.points, 0);
  const maximum = settings.criteria.reduce((sum, criterion) => sum + criterion.points, 0);
  return { type: 'rated', ratings, points, maximum };
}

const outOfRange = (criterionId: string): ReviewRefusal => ({
  type: 'refuse',
  reason: 'RATING_OUT_OF_RANGE',
  keepDraft: true,
  criterionId,
});

import type { Anonymity } from '../../contracts/anonymity.ts';
import { isBlank, type RichText } from '../../contracts/plain-text.ts';
import { areOnWork } from './inline-comments.domain.ts';
import { isLooser, promiseFor } from './anonymity.domain.ts';
import type { Criterion, Rating } from '../../contracts/rubric.ts';
import {
  faultOf,
  normalRating,
  type RatedRubric,
  rateRubric,
  type RatingFault,
} from '../../contracts/rubric-rules.ts';
import {
  type Draft,
  type PeerReview,
  type Review,
  type ReviewContent,
  type ReviewVersion,
  sameContent,
  type WorkContent,
} from './peer-review.domain.ts';
import { reviewsOpen } from './phases.domain.ts';
import { rubricIdOf } from './rubric-versions.domain.ts';

export interface SubmitReview extends ReviewContent {
  /** The revision of the draft in the reviewer's editor. */
  readonly expectedRevision: number;
  /** What the reviewer was shown about who will know whom. */
  readonly promised?: Anonymity | undefined;
}

export interface ReviewSnapshot {
  readonly peerReview: PeerReview;
  /** The caller's review, null when there is none of this id in this activity. */
  readonly review: Review | null;
  /** The current version, where there is one and the draft's revision is not the expected one. */
  readonly submitted: ReviewContent | null;
  readonly draft: Draft<ReviewContent>;
  /** The reviewed version of the work, where something is said on a place in it. */
  readonly work?: WorkContent | null;
}

export type ReviewRefusal =
  | {
      readonly type: 'refuse';
      readonly reason: 'NOT_ALLOCATED' | 'STALE_REVISION';
      readonly keepDraft: false;
    }
  | {
      readonly type: 'refuse';
      readonly reason: 'REVIEWS_CLOSED' | 'COMMENT_REQUIRED' | 'ANONYMITY_CHANGED' | 'INLINE_PLACE_UNKNOWN';
      readonly keepDraft: true;
    }
  | {
      readonly type: 'refuse';
      readonly reason: RatingFault | 'NOTHING_RATED';
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
  { peerReview, review, submitted, draft, work = null }: ReviewSnapshot,
  command: SubmitReview,
  now: Date,
): SubmitReviewDecision {
  if (!review || peerReview.phase === 'submission') {
    return { type: 'refuse', reason: 'NOT_ALLOCATED', keepDraft: false };
  }
  const { criteria } = peerReview.settings;
  if (draft.revision !== command.expectedRevision) {
    if (submitted && sameContent(submitted, normalOf(criteria, command))) return { type: 'repeated' };
    if (!sameContent(draft.content, command)) {
      return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
    }
  }
  if (!reviewsOpen(peerReview, now)) return { type: 'refuse', reason: 'REVIEWS_CLOSED', keepDraft: true };
  const rated = checkReview(peerReview, command);
  if (rated.type === 'refuse') return rated;
  const { comment, inline = [] } = command;
  if (!areOnWork(inline, work, review.submissionVersion)) {
    return { type: 'refuse', reason: 'INLINE_PLACE_UNKNOWN', keepDraft: true };
  }
  const promise = promiseFor(peerReview.settings.anonymity, review);
  if (command.promised && isLooser(promise, command.promised)) {
    return { type: 'refuse', reason: 'ANONYMITY_CHANGED', keepDraft: true };
  }
  const { ratings, points, maximum } = rated;
  const rubricId = rubricIdOf(criteria);
  const said = { ratings, comment, ...(inline.length > 0 && { inline }) };
  return {
    type: 'accept',
    version: { version: review.version + 1, ...said, points, maximum, promise, rubricId },
  };
}

/** Without what the server makes of the choices: whoever repeats a request need not know it. */
const normalOf = (criteria: readonly Criterion[], { ratings, ...said }: ReviewContent): ReviewContent => ({
  ...said,
  ratings: normalRatings(criteria, ratings),
});

/** Ratings with the points that their choices give. */
export function normalRatings(criteria: readonly Criterion[], ratings: readonly Rating[]): Rating[] {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  return ratings.map((rating) => {
    const criterion = byId.get(rating.criterionId);
    return criterion ? normalRating(criterion, rating) : rating;
  });
}

type Rated = Extract<RatedRubric<Rating>, { type: 'rated' }> | ReviewRefusal;

/** What a review of any work adds up to by the rubric, or what it lacks. */
export function checkReview({ settings }: Pick<PeerReview, 'settings'>, content: ReviewContent): Rated {
  const rated = rateRubric(settings.criteria, content.ratings, { asksComments: true });
  if (rated.type === 'refuse') return { ...rated, keepDraft: true };
  return isBlank(content.comment) ? { type: 'refuse', reason: 'COMMENT_REQUIRED', keepDraft: true } : rated;
}

/** Why staff's scores of an example cannot be kept; null: they can. Criteria may wait, and so may the comment. */
export function checkScores(
  { settings }: Pick<PeerReview, 'settings'>,
  { text, files, ratings }: { text: RichText; files: readonly unknown[]; ratings: readonly Rating[] },
): {
  readonly reason: 'SUBMISSION_EMPTY' | 'RATING_OUT_OF_RANGE';
  readonly criterionId: string | null;
} | null {
  if (isBlank(text) && files.length === 0) return { reason: 'SUBMISSION_EMPTY', criterionId: null };
  const byId = new Map(settings.criteria.map((criterion) => [criterion.id, criterion]));
  const wrong = ratings.find((rating, index) => {
    const criterion = byId.get(rating.criterionId);
    const isTwice = ratings.findIndex((other) => other.criterionId === rating.criterionId) !== index;
    return !criterion || isTwice || faultOf(criterion, rating, false) === 'RATING_OUT_OF_RANGE';
  });
  return wrong ? { reason: 'RATING_OUT_OF_RANGE', criterionId: wrong.criterionId } : null;
}

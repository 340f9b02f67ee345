import type { ErrorCode } from '../../contracts/errors.ts';
import type { Side } from '../../contracts/peer-review-comparative.ts';
import { hidesAuthor, hidesReviewer, promiseOf, type SeenReview } from './anonymity.domain.ts';
import type { KnownComparison } from './comparison.domain.ts';
import { authorsOf, type PeerReview, reviewersOf } from './peer-review.domain.ts';

/** What is talked about: a review, or what a comparison says of one of its works. */
export interface TalkSubject {
  /** The review's; of a comparison with the side of the work in it. */
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly reviewerId: string;
  readonly reviewerIds: readonly string[];
  readonly authorId: string;
  readonly authorIds: readonly string[];
  /** The reviewer's, before the author. */
  readonly pseudonym: string;
  readonly seen: Omit<SeenReview, 'review'>;
}

export const aboutReview = ({ review, ...seen }: SeenReview): TalkSubject => ({
  id: review.id,
  courseId: review.courseId,
  activityId: review.activityId,
  reviewerId: review.reviewerId,
  reviewerIds: reviewersOf(review),
  authorId: review.authorId,
  authorIds: authorsOf(review),
  pseudonym: review.reviewerLabel,
  seen,
});

export const comparedTalkId = (comparisonId: string, side: Side): string => `${comparisonId}/${side}`;

/** Each author is talked to apart, and knows nothing of the other. */
export function aboutSide(known: KnownComparison, side: Side): TalkSubject {
  const { comparison } = known;
  const { authorId, reviewerLabel } = comparison[side];
  const knowsAuthor = !hidesAuthor(known[side].promise);
  const knowsReviewer = !hidesReviewer(promiseOf(comparison));
  return {
    id: comparedTalkId(comparison.id, side),
    courseId: comparison.courseId,
    activityId: comparison.activityId,
    reviewerId: comparison.reviewerId,
    reviewerIds: [comparison.reviewerId],
    authorId,
    authorIds: authorsOf(comparison[side]),
    pseudonym: reviewerLabel,
    seen: {
      author: knowsAuthor ? known[side].name : null,
      reviewer: knowsReviewer ? known.reviewerName : null,
      knowsAuthor,
      knowsReviewer,
    },
  };
}

/** What the two sides of a review say of it after the release (spec/peer-review.md, 9). */
export interface ReviewTalk {
  readonly reviewId: string;
  readonly activityId: string;
  /** 1 not at all, 5 very; null: the author does not say. */
  readonly helpfulness: number | null;
  readonly thanked: boolean;
  readonly replies: readonly Reply[];
  /** Counts the author's ratings; 0 before the first. */
  readonly revision: number;
}

export interface Reply {
  readonly id: string;
  readonly from: 'author' | 'reviewer';
  readonly text: string;
  readonly at: Date;
}

export const emptyTalk = (activityId: string, reviewId: string): ReviewTalk => ({
  reviewId,
  activityId,
  helpfulness: null,
  thanked: false,
  replies: [],
  revision: 0,
});

/** Why nothing may be said now; null: it may. Before the release the author knows of no review. */
export const talkRefusal = ({
  phase,
  state,
}: Pick<PeerReview, 'phase' | 'state'>): Extract<ErrorCode, 'NOT_FOUND' | 'ACTIVITY_CLOSED'> | null => {
  if (phase !== 'released') return 'NOT_FOUND';
  return state === 'closed' ? 'ACTIVITY_CLOSED' : null;
};

/** Whether an author may still say how helpful reviews are, where it is known that something may be said. */
export const ratingOpen = (
  { settings: { backEvaluation } }: Pick<PeerReview, 'settings'>,
  now: Date,
): boolean => backEvaluation === null || now.getTime() <= Date.parse(backEvaluation.closesAt);

/** Whether the author's rating is new; the same once more is answered like the first. */
export function decideRating(
  current: ReviewTalk,
  wanted: Pick<ReviewTalk, 'helpfulness' | 'thanked'>,
  expectedRevision: number,
): 'unchanged' | 'stale' | 'change' {
  if (current.helpfulness === wanted.helpfulness && current.thanked === wanted.thanked) return 'unchanged';
  return current.revision === expectedRevision ? 'change' : 'stale';
}

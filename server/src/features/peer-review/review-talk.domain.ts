import type { ErrorCode } from '../../contracts/errors.ts';
import type { PeerReview } from './peer-review.domain.ts';

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

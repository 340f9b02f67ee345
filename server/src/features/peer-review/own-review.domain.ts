import type { ErrorCode } from '../../contracts/errors.ts';
import { areOnWork } from './inline-comments.domain.ts';
import {
  type Draft,
  type PeerReview,
  type ReviewContent,
  sameContent,
  type WorkContent,
} from './peer-review.domain.ts';
import { checkReview, normalRatings, type ReviewRefusal, type SubmitReview } from './submit-review.domain.ts';

/** Where somebody stands with a review that nobody allocated: of an example, or of the own work. */
export interface OwnReviewSnapshot<Closed extends ErrorCode> {
  readonly peerReview: PeerReview;
  /** What was submitted last, as the nth version. */
  readonly last: (ReviewContent & { readonly n: number }) | null;
  readonly draft: Draft<ReviewContent>;
  /** What is reviewed, where something is said on a place in it. */
  readonly work: { readonly content: WorkContent; readonly version: number } | null;
  /** Why nothing may be submitted now; null: it may. */
  readonly closed: Closed | null;
}

export type OwnReviewRefusal<Closed extends ErrorCode> =
  ReviewRefusal | { readonly type: 'refuse'; readonly reason: Closed; readonly keepDraft: true };

export type OwnReviewDecision<Closed extends ErrorCode> =
  | { readonly type: 'accept'; readonly n: number; readonly said: ReviewContent }
  /** The same request came again: its work is done. */
  | { readonly type: 'repeated' }
  | OwnReviewRefusal<Closed>;

/** Whether it may be submitted as the next version. */
export function decideOwnReview<Closed extends ErrorCode>(
  { peerReview, last, draft, work, closed }: OwnReviewSnapshot<Closed>,
  command: SubmitReview,
): OwnReviewDecision<Closed> {
  const { comment, inline = [] } = command;
  const places = inline.length > 0 && { inline };
  const normal = {
    ratings: normalRatings(peerReview.settings.criteria, command.ratings),
    comment,
    ...places,
  };
  // Also one that says the same as the one before: it would be a version without a difference.
  if (last && sameContent(last, normal)) return { type: 'repeated' };
  if (draft.revision !== command.expectedRevision && !sameContent(draft.content, command))
    return { type: 'refuse', reason: 'STALE_REVISION', keepDraft: false };
  if (closed !== null) return { type: 'refuse', reason: closed, keepDraft: true };
  const checked = checkReview(peerReview, command);
  if (checked.type === 'refuse') return checked;
  if (!areOnWork(inline, work?.content ?? null, work?.version ?? 0))
    return { type: 'refuse', reason: 'INLINE_PLACE_UNKNOWN', keepDraft: true };
  const said = { ratings: checked.ratings, comment, ...places };
  return { type: 'accept', n: (last?.n ?? 0) + 1, said };
}

import type { ErrorCode } from '../../contracts/errors.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import type { PeerReview, ProgressCounts } from './peer-review.domain.ts';

type Decision<Reason extends ErrorCode> =
  { readonly type: 'accept' } | { readonly type: 'refuse'; readonly reason: Reason };

const ACCEPT = { type: 'accept' } as const;

/** Work may be handed in until the date, unless staff started the reviews before it. */
export const submissionsOpen = (review: PeerReview, now: Date): boolean =>
  review.phase === 'submission' &&
  review.allocation === null &&
  now.getTime() <= Date.parse(review.settings.submissionsCloseAt);

/** Reviews may be written from the allocation until the date, also after a release: it can be repeated. */
export const reviewsOpen = (review: PeerReview, now: Date): boolean =>
  review.phase !== 'submission' && now.getTime() <= Date.parse(review.settings.reviewsCloseAt);

/** What is at work in the background right now. */
export function workingOn(review: PeerReview): 'allocating' | 'releasing' | null {
  if (review.allocation && !review.allocation.doneAt) return 'allocating';
  if (review.release && !review.release.doneAt) return 'releasing';
  return null;
}

/**
 * Whether settings may be saved over the present ones (null: a new peer review). Once reviews are allocated, what
 * reviewers judge by and how much each has to do is fixed; dates, texts and points of the column stay free.
 */
export function decideSaveSettings(
  current: PeerReview | null,
  wanted: PeerReviewSettings,
): Decision<'ACTIVITY_HAS_WORK'> {
  if (!current?.allocation) return ACCEPT;
  const fixed = ({ reviewsPerLearner, criteria }: PeerReviewSettings): string =>
    JSON.stringify([
      reviewsPerLearner,
      criteria.map(({ id, title, description, points }) => [id, title, description, points]),
    ]);
  return fixed(current.settings) === fixed(wanted) ? ACCEPT : { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
}

/** A repeated request while the first is at work is answered like the first. */
export function decideStartReviews(
  review: PeerReview,
  submissions: number,
): Decision<'ALLOCATION_ALREADY_DONE' | 'ALLOCATION_NEEDS_TWO'> | { readonly type: 'atWork' } {
  if (workingOn(review) === 'allocating') return { type: 'atWork' };
  if (review.allocation) return { type: 'refuse', reason: 'ALLOCATION_ALREADY_DONE' };
  return submissions < 2 ? { type: 'refuse', reason: 'ALLOCATION_NEEDS_TWO' } : ACCEPT;
}

/** A release may be repeated after late reviews, but not while one is at work. */
export function decideRelease(
  review: PeerReview,
  anyReviewSubmitted: boolean,
): Decision<'NOTHING_TO_RELEASE'> | { readonly type: 'atWork' } {
  if (workingOn(review) === 'releasing') return { type: 'atWork' };
  return anyReviewSubmitted && review.phase !== 'submission'
    ? ACCEPT
    : { type: 'refuse', reason: 'NOTHING_TO_RELEASE' };
}

/** What happens when the date for submissions has come (or was moved before the job ran). */
export function decideClose(review: PeerReview, submissions: number, now: Date): 'start' | 'leave' {
  const due = now.getTime() >= Date.parse(review.settings.submissionsCloseAt);
  return due && !review.allocation && submissions >= 2 ? 'start' : 'leave';
}

/** The buttons of the staff page, given who may do what at all. */
export function staffAbilities(
  review: PeerReview,
  counts: ProgressCounts,
  may: { readonly allocate: boolean; readonly release: boolean; readonly edit: boolean },
): { allocate: boolean; release: boolean; edit: boolean } {
  const idle = workingOn(review) === null;
  return {
    allocate: may.allocate && idle && decideStartReviews(review, counts.submissions).type === 'accept',
    release: may.release && idle && decideRelease(review, counts.gradable > 0).type === 'accept',
    edit: may.edit,
  };
}

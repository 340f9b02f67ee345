import type { ErrorCode } from '../../contracts/errors.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import type { PeerReview, ProgressCounts, Review, Submission } from './peer-review.domain.ts';

type Decision<Reason extends ErrorCode> =
  { readonly type: 'accept' } | { readonly type: 'refuse'; readonly reason: Reason };

const ACCEPT = { type: 'accept' } as const;

/** Whether reviews are given out one at a time, as soon as there is work. */
export const isRolling = ({ settings }: Pick<PeerReview, 'settings'>): boolean =>
  settings.givenOut === 'rolling';

/** Whether reviewers compare two works instead of rating each. */
export const isComparing = ({ settings }: Pick<PeerReview, 'settings'>): boolean =>
  settings.comparison !== null;

/** Nobody reviews the own work, and two others are compared. */
const worksNeeded = (review: PeerReview): number => (isComparing(review) ? 3 : 2);

/**
 * Work may be handed in until the date, unless staff started the reviews before it. Who has more time hands in after
 * that too, once: reviewers are then at work on it. So does everybody where reviews are given out as works come.
 */
export const submissionsOpen = (review: PeerReview, submission: Submission | null, now: Date): boolean =>
  review.state === 'published' &&
  now.getTime() <= Date.parse(review.settings.submissionsCloseAt) &&
  (isRolling(review)
    ? submission === null
    : review.allocation === null || (review.handInExtended && submission === null));

/** The next date of handing in: the due date, and after it, where late work is taken, the closing date. */
export function handInUntil(
  { late, submissionsCloseAt }: Pick<PeerReviewSettings, 'late' | 'submissionsCloseAt'>,
  now: Date,
): Date {
  return new Date(late && now.getTime() < Date.parse(late.dueAt) ? late.dueAt : submissionsCloseAt);
}

/** Reviews may be written from the allocation until the date, also after a release: it can be repeated. */
export const reviewsOpen = (review: PeerReview, now: Date): boolean =>
  review.state === 'published' &&
  review.phase !== 'submission' &&
  now.getTime() <= Date.parse(review.settings.reviewsCloseAt);

/** Where reviews are given out as works come, each learner hands in first: until then the review phase is others'. */
export const inOwnPhase = (review: PeerReview, submission: Submission | null): PeerReview =>
  isRolling(review) && review.phase === 'review' && submission === null
    ? { ...review, phase: 'submission' }
    : review;

/** What is at work in the background right now. */
export function workingOn(review: PeerReview): Working | null {
  if (review.allocation && !review.allocation.doneAt) return 'allocating';
  if (review.withdrawal && !review.withdrawal.doneAt) return 'withdrawing';
  if (review.release && !review.release.doneAt) return 'releasing';
  return null;
}

export type Working = 'allocating' | 'releasing' | 'withdrawing';

/**
 * Whether settings may be saved over the present ones (null: a new peer review). Once reviews are allocated, what
 * reviewers judge by and how much each has to do is fixed; dates, texts and points of the column stay free.
 */
export function decideSaveSettings(
  current: PeerReview | null,
  wanted: PeerReviewSettings,
): Decision<'ACTIVITY_HAS_WORK'> {
  if (!current?.allocation) return ACCEPT;
  const { reviewsPerLearner, givenOut } = current.settings;
  const asBefore = reviewsPerLearner === wanted.reviewsPerLearner && givenOut === wanted.givenOut;
  // The rubric stays free: what was written by the former one keeps it (rubric-versions.domain.ts).
  return asBefore && isComparing(current) === (wanted.comparison !== null)
    ? ACCEPT
    : { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' };
}

/** A repeated request while the first is at work is answered like the first. */
export function decideStartReviews(
  review: PeerReview,
  submissions: number,
):
  | Decision<
      | 'ACTIVITY_NOT_OPEN'
      | 'ACTIVITY_CLOSED'
      | 'ALLOCATION_ALREADY_DONE'
      | 'ALLOCATION_NEEDS_TWO'
      | 'ALLOCATION_NEEDS_THREE'
    >
  | { readonly type: 'atWork' } {
  if (review.state === 'draft') return { type: 'refuse', reason: 'ACTIVITY_NOT_OPEN' };
  if (workingOn(review) === 'allocating') return { type: 'atWork' };
  if (review.state === 'closed') return { type: 'refuse', reason: 'ACTIVITY_CLOSED' };
  if (review.allocation) return { type: 'refuse', reason: 'ALLOCATION_ALREADY_DONE' };
  if (submissions < worksNeeded(review))
    return {
      type: 'refuse',
      reason: isComparing(review) ? 'ALLOCATION_NEEDS_THREE' : 'ALLOCATION_NEEDS_TWO',
    };
  return isRolling(review) ? { type: 'refuse', reason: 'ALLOCATION_ALREADY_DONE' } : ACCEPT;
}

/** A release may be repeated after late reviews or changed settings, but not while a run is at work. */
export function decideRelease(
  review: PeerReview,
  anyReviewSubmitted: boolean,
): Decision<'NOTHING_TO_RELEASE'> | { readonly type: 'atWork'; readonly working: Working } {
  const working = workingOn(review);
  if (working) return { type: 'atWork', working };
  return anyReviewSubmitted && review.phase !== 'submission'
    ? ACCEPT
    : { type: 'refuse', reason: 'NOTHING_TO_RELEASE' };
}

/** Whether results have been released to some alone, and not been taken back since. */
export const isReleasedToSome = ({ phase, release, withdrawal }: PeerReview): boolean =>
  phase === 'review' &&
  release?.memberIds !== undefined &&
  !(withdrawal && release.requestedAt <= withdrawal.requestedAt);

/** Grades that are released can be taken back; a repeated request is answered like the first. */
export function decideWithdraw(
  review: PeerReview,
): Decision<'GRADES_NOT_RELEASED'> | { readonly type: 'atWork'; readonly working: Working } {
  const working = workingOn(review);
  if (working) return { type: 'atWork', working };
  return review.phase === 'released' || isReleasedToSome(review)
    ? ACCEPT
    : { type: 'refuse', reason: 'GRADES_NOT_RELEASED' };
}

/**
 * Whether grades are to be released by themselves now: their date has come, or they go out as results come in. Grades
 * that staff took back stay away until staff release them, or a later date comes.
 */
export function releasesItself(review: PeerReview, now: Date): boolean {
  const { releaseMode } = review.settings;
  const { withdrawal } = review;
  if (review.phase !== 'review' || releaseMode.kind === 'manual') return false;
  if (releaseMode.kind === 'immediate') return withdrawal === null;
  const date = Date.parse(releaseMode.releaseAt);
  return now.getTime() >= date && (withdrawal === null || withdrawal.requestedAt.getTime() < date);
}

/** Whether a changed review, or changed settings, change released grades at once. */
export const recomputesItself = ({ phase, settings }: PeerReview): boolean =>
  phase === 'released' && settings.releaseMode.kind === 'immediate';

/** Why a learner has no grade for the work, or no total, although grades are released. */
export function noResultBecause(
  review: PeerReview,
  submission: Submission | null,
  tasks: readonly Pick<Review, 'state'>[],
  now: Date,
): 'noSubmission' | 'noReviews' | 'reviewingOpen' {
  if (!submission) return 'noSubmission';
  const isTotal = review.settings.columns.kind === 'total';
  const isWriting = reviewsOpen(review, now) && tasks.some(({ state }) => state !== 'submitted');
  return isTotal && isWriting ? 'reviewingOpen' : 'noReviews';
}

/** What happens when the date for submissions has come (or was moved before the job ran). */
export function decideClose(review: PeerReview, submissions: number, now: Date): 'start' | 'leave' {
  const due = !isRolling(review) && now.getTime() >= Date.parse(review.settings.submissionsCloseAt);
  const isOpen = review.state === 'published' && !review.allocation;
  return due && isOpen && submissions >= worksNeeded(review) ? 'start' : 'leave';
}

/** The buttons of the staff page, given who may do what at all. */
export function staffAbilities(
  review: PeerReview,
  counts: ProgressCounts,
  may: { readonly allocate: boolean; readonly release: boolean; readonly edit: boolean },
): { allocate: boolean; release: boolean; withdraw: boolean; edit: boolean } {
  const idle = workingOn(review) === null;
  return {
    allocate: may.allocate && idle && decideStartReviews(review, counts.submissions).type === 'accept',
    release: may.release && idle && decideRelease(review, counts.gradable > 0).type === 'accept',
    withdraw: may.release && decideWithdraw(review).type === 'accept',
    edit: may.edit,
  };
}

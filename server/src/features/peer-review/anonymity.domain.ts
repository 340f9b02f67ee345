import type { Anonymity } from '../../contracts/anonymity.ts';
import { ANONYMITY } from '../../contracts/limits.ts';
import type { GradingEffect, PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import type { Review } from './peer-review.domain.ts';

/** A work or a review as promises are kept with it; version 0 is not written yet. */
interface Written {
  readonly version: number;
  readonly promise?: Anonymity;
}

/** A review with the names on both sides, and what the author of the work was promised. */
export interface KnownReview {
  readonly review: Review;
  readonly workPromise: Anonymity;
  readonly authorName: string | null;
  readonly reviewerName: string | null;
}

const looseness = (promise: Anonymity): number => ANONYMITY.indexOf(promise);

/** Whether `promise` protects less than `than` does. */
export const isLooser = (promise: Anonymity, than: Anonymity): boolean =>
  looseness(promise) > looseness(than);

export const hidesAuthor = (promise: Anonymity): boolean => promise === 'nobodyKnows';
export const hidesReviewer = (promise: Anonymity): boolean => promise !== 'allKnown';

/** What the writer of this was promised. Before one could choose, nobody knew. */
export const promiseOf = ({ promise = 'nobodyKnows' }: Written): Anonymity => promise;

/**
 * What holds for a next version: what the activity says now, but never less than an earlier version was promised, for
 * whoever knows the writer of one version knows that of all (spec/peer-review.md item 5).
 */
export function promiseFor(setting: Anonymity, before: Written | null): Anonymity {
  if (!before || before.version === 0) return setting;
  const kept = promiseOf(before);
  return isLooser(setting, kept) ? kept : setting;
}

/** A review as its two sides may see each other. */
export interface SeenReview {
  readonly review: Review;
  /** The author's name as the reviewer may see it, and the reviewer's as the author may. */
  readonly author: string | null;
  readonly reviewer: string | null;
  /** Whether the other side may know: also of somebody whose name is not there. */
  readonly knowsAuthor: boolean;
  readonly knowsReviewer: boolean;
}

/** What of the names may be seen. */
export function seenReview({ review, workPromise, authorName, reviewerName }: KnownReview): SeenReview {
  const knowsAuthor = !hidesAuthor(workPromise);
  const knowsReviewer = !hidesReviewer(promiseOf(review));
  return {
    review,
    author: knowsAuthor ? authorName : null,
    reviewer: knowsReviewer ? reviewerName : null,
    knowsAuthor,
    knowsReviewer,
  };
}

/** What another choice does: it holds for what comes, and what is there keeps its promise. @param written works and reviews */
export function anonymityEffects(
  before: PeerReviewSettings,
  wanted: PeerReviewSettings,
  written: number,
): GradingEffect[] {
  if (before.anonymity === wanted.anonymity) return [];
  const changed: GradingEffect = { code: 'anonymityChanged', to: wanted.anonymity };
  return written === 0 ? [changed] : [changed, { code: 'promisesKept', count: written }];
}

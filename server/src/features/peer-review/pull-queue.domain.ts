import { type AuthorGroup, authorsOf, type PeerReview, type Review } from './peer-review.domain.ts';
import { isRolling, reviewsOpen } from './phases.domain.ts';

/** A work among those that reviewers take one at a time. */
export interface QueuedWork {
  /** The submission's id. */
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly authorId: string;
  /** Whose work it is, where groups hand in. */
  readonly group?: AuthorGroup;
  readonly version: number;
  /** Those whose works lie in one pool review each other; empty: no pool. */
  readonly pool: string;
  readonly submittedAt: Date;
  /** Reviews that are finished, or kept for somebody. */
  readonly taken: number;
  /** Whose they are. */
  readonly takers: readonly string[];
  /** Who must not review it; absent in what is older than such rules: nobody. */
  readonly apart?: readonly string[];
  /** Counts every review that was ever taken: it numbers reviewers before the author. */
  readonly serial: number;
  /** Counts the writes: what was read is taken only as it was read. */
  readonly revision: number;
}

const HOUR_MS = 3_600_000;
/** So long is a work kept for who took it and has not written anything (algorithms §1). */
const LEASE_MS = 8 * HOUR_MS;
/** Every save would prolong it: after this much of it, one does. */
const PROLONG_MS = HOUR_MS;

export const heldFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** Whether a save is to keep the work for its reviewer for longer. */
export const isProlonged = ({ turn, heldUntil, state }: Review, now: Date): boolean =>
  turn !== undefined &&
  state !== 'submitted' &&
  (!heldUntil || heldUntil.getTime() - now.getTime() < LEASE_MS - PROLONG_MS);

/** Whether a review counts among those its work gets: finished, allocated by somebody, or kept for its reviewer. */
export const isLive = (
  { state, turn, heldUntil }: Pick<Review, 'state' | 'turn' | 'heldUntil'>,
  now: Date,
): boolean =>
  state === 'submitted' ||
  turn === undefined ||
  (heldUntil !== null && heldUntil !== undefined && heldUntil > now);

/** How many reviews every work is to get. */
export const leastOf = ({ settings }: Pick<PeerReview, 'settings'>): number =>
  (settings.givenOut === 'rolling' ? settings.leastPerWork : null) ?? settings.reviewsPerLearner;

export interface PullSnapshot {
  /** With the reviewer's own dates. */
  readonly peerReview: PeerReview;
  readonly handedIn: boolean;
  /** All that the reviewer reviews, or has reviewed. */
  readonly own: readonly Review[];
  /** Of the works that the reviewer may take, the one with the fewest reviews. */
  readonly fewest: QueuedWork | null;
}

export type NextWork =
  | { readonly state: 'closed' | 'handIn' | 'wait' | 'done' }
  | { readonly state: 'open'; readonly review: Review }
  /** There is a work to take; `extra`: beyond what this reviewer has to write. */
  | { readonly state: 'ready' | 'offer' | 'help'; readonly extra: boolean };

/**
 * What is next for a reviewer: what is open is finished first; works that lack reviews come before others; who has
 * written all may help where reviews are missing, and who has not may review a work that has enough.
 */
export function decideNext({ peerReview, handedIn, own, fewest }: PullSnapshot, now: Date): NextWork {
  if (peerReview.state !== 'published' || now.getTime() > Date.parse(peerReview.settings.reviewsCloseAt))
    return { state: 'closed' };
  if (!handedIn) return { state: 'handIn' };
  const review = own.find(({ state }) => state !== 'submitted');
  if (review) return { state: 'open', review };
  // The first work has been handed in at this very moment.
  if (!reviewsOpen(peerReview, now)) return { state: 'wait' };
  const lacks = fewest !== null && fewest.taken < leastOf(peerReview);
  if (own.length >= peerReview.settings.reviewsPerLearner)
    return lacks ? { state: 'help', extra: true } : { state: 'done' };
  if (!fewest) return { state: 'wait' };
  return { state: lacks ? 'ready' : 'offer', extra: false };
}

/**
 * In which order to try works: those that lack reviews first, among them those of people who do not review one's own
 * work, then those with the fewest reviews, then the oldest (algorithms §1).
 */
export function inOrder(
  works: readonly QueuedWork[],
  ownReviewers: ReadonlySet<string>,
  least: number,
): QueuedWork[] {
  const keyOf = (work: QueuedWork): number[] => [
    work.taken < least ? 0 : 1,
    authorsOf(work).some((id) => ownReviewers.has(id)) ? 1 : 0,
    work.taken,
    work.submittedAt.getTime(),
  ];
  return works
    .map((work) => ({ work, key: keyOf(work) }))
    .sort((a, b) => {
      const at = a.key.findIndex((part, index) => part !== b.key[index]);
      return at < 0 ? (a.work.id < b.work.id ? -1 : 1) : (a.key[at] ?? 0) - (b.key[at] ?? 0);
    })
    .map(({ work }) => work);
}

/**
 * From which pools the author of a work takes others, and from which not; null: from all. Who is in a section that is too small takes from
 * all, and whoever is in a large one takes such works too.
 */
export const poolsFor = (
  { allocation }: Pick<PeerReview, 'allocation'>,
  work: Pick<QueuedWork, 'pool'> | null,
): { readonly pools: readonly string[] | null; readonly notPool: string | null } => ({
  pools: allocation?.sectionSetId && work?.pool ? [work.pool, ''] : null,
  notPool: (allocation?.outsideSetId && work?.pool) || null,
});

/** The number of the next review that somebody takes. */
export const nextTurn = (own: readonly Review[]): number =>
  own.reduce((most, { turn }) => Math.max(most, turn ?? 0), 0) + 1;

/** Reviews that a learner writes in all: those there are, and what is still to be taken by who has handed in. */
export const reviewsAskedOf = (
  peerReview: Pick<PeerReview, 'settings'>,
  submission: object | null,
  own: readonly unknown[],
): number =>
  isRolling(peerReview) && submission
    ? Math.max(own.length, peerReview.settings.reviewsPerLearner)
    : own.length;

interface Share {
  readonly done: number;
  readonly of: number;
}

/** What a member gives and gets in all, with what nobody has taken yet. */
export function askedIn(
  peerReview: Pick<PeerReview, 'settings'> | null,
  {
    handedIn,
    given,
    received,
  }: { readonly handedIn: boolean; readonly given: Share; readonly received: Share },
): { readonly given: Share; readonly received: Share } {
  if (!handedIn || !peerReview || !isRolling(peerReview)) return { given, received };
  return {
    given: { done: given.done, of: Math.max(given.of, peerReview.settings.reviewsPerLearner) },
    received: { done: received.done, of: Math.max(received.of, leastOf(peerReview)) },
  };
}

/**
 * How many reviews a learner has not taken, of those that could be had: whoever is the only one to hand in misses none.
 *
 * @param works handed in by everybody
 */
export const untakenOf = (
  peerReview: Pick<PeerReview, 'settings'>,
  handedIn: boolean,
  own: number,
  works: number,
): number =>
  isRolling(peerReview) && handedIn
    ? Math.max(0, Math.min(peerReview.settings.reviewsPerLearner, works - 1) - own)
    : 0;

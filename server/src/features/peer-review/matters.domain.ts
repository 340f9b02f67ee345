import type { HomeView, WaitingItemView } from '../../contracts/insights.ts';
import { authorSetOf, reviewSetIn } from './author-groups.domain.ts';
import { isMet } from '../../core/opening.ts';
import type { PeerReview, ProgressRow } from './peer-review.domain.ts';
import { isRolling } from './phases.domain.ts';

/** What an activity knows of its past. */
interface Staged {
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
}

interface Due {
  readonly code: WaitingItemView['because']['code'] | HomeView['next'][number]['code'];
  readonly params: { readonly name: string; readonly count: number };
  readonly since: Date;
  readonly until: Date | null;
}

/** A matter with the activity it is about and the one it waits for. */
interface Matter extends Due {
  readonly activityId: string;
  readonly waitsFor: string;
}

const MINUTE_MS = 60_000;
/** What happens by itself at a date takes a moment: staff are not called for that. */
const SETTLE_MS = 5 * MINUTE_MS;
const SHORT_MS = 24 * 60 * MINUTE_MS;
/** For so long feedback counts as something to read. */
const FEEDBACK_MS = 14 * 24 * 60 * MINUTE_MS;

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const after = (date: Date, ms: number): Date => new Date(date.getTime() + ms);

/** Which of the steps that an activity need not have a learner has taken. */
export interface StepsTaken {
  readonly assessedSelf: boolean;
  readonly revised: boolean;
  /** Has said how helpful each review is. */
  readonly rated: boolean;
}

/**
 * What a learner can do next in a peer review, now and at any later time: each holds from `since` to `until`, so the
 * due date turns handing in into handing in late without anybody's doing.
 */
export function ownMatters(
  review: PeerReview,
  activity: Staged,
  row: ProgressRow,
  taken: StepsTaken,
): Matter[] {
  const matters = [
    ...handIn(review, activity, row),
    ...reviewing(review, row),
    ...assessingSelf(review, row, taken),
    ...revising(review, row, taken),
    ...feedback(review, activity, row),
    ...rating(review, activity, row, taken),
  ];
  return matters.map((matter) => ({ ...matter, activityId: review.id, waitsFor: row.memberId }));
}

function handIn(review: PeerReview, { createdAt }: Staged, row: ProgressRow): Due[] {
  const { settings, phase, allocation, handInExtended } = review;
  const hasClosed = !isRolling(review) && (phase !== 'submission' || allocation !== null);
  if (review.state !== 'published' || (hasClosed && !handInExtended) || row.submittedAt) return [];
  // Until then what it waits for is what is next.
  if (!isMet(review.opening, review.met)) return [];
  const since = later(createdAt, review.opening?.opensAt ?? createdAt);
  const { late, title, submissionsCloseAt } = settings;
  const params = { name: title, count: 1 };
  const closeAt = new Date(submissionsCloseAt);
  if (!late) return [{ code: 'HAND_IN', params, since, until: closeAt }];
  const dueAt = new Date(late.dueAt);
  return [
    { code: 'HAND_IN', params, since, until: dueAt },
    { code: 'HAND_IN_LATE', params, since: dueAt, until: closeAt },
  ];
}

function reviewing({ settings, allocation, state }: PeerReview, { given, submittedAt }: ProgressRow): Due[] {
  const left = given.of - given.done;
  if (state !== 'published' || !allocation?.doneAt || left === 0) return [];
  const until = new Date(settings.reviewsCloseAt);
  const since = later(allocation.doneAt, submittedAt ?? allocation.doneAt);
  return [{ code: 'REVIEW', params: { name: settings.title, count: left }, since, until }];
}

/** From when the own work can be rated (`self-assessment.domain.ts` says whether it can right now). */
function assessingSelf(
  { settings, allocation, state, phase }: PeerReview,
  { submittedAt, given }: ProgressRow,
  { assessedSelf }: StepsTaken,
): Due[] {
  const { selfAssessment, title, reviewsCloseAt, releaseMode } = settings;
  if (!selfAssessment || assessedSelf || !submittedAt || !allocation?.doneAt || state !== 'published')
    return [];
  if (phase === 'released' && releaseMode.kind !== 'immediate') return [];
  const waits = selfAssessment.opens === 'afterOwnReviews' && given.done < given.of;
  const since = waits ? new Date(reviewsCloseAt) : later(allocation.doneAt, submittedAt);
  const until = new Date(selfAssessment.closesAt);
  return since < until ? [{ code: 'ASSESS_SELF', params: { name: title, count: 1 }, since, until }] : [];
}

/** From the end of reviewing on there is something to revise the work by. */
function revising(
  { settings, allocation, state }: PeerReview,
  { submittedAt, received }: ProgressRow,
  { revised }: StepsTaken,
): Due[] {
  const { revision, title, reviewsCloseAt } = settings;
  if (!revision || revised || !submittedAt || received.done === 0) return [];
  if (!allocation?.doneAt || state !== 'published') return [];
  const params = { name: title, count: 1 };
  return [{ code: 'REVISE', params, since: new Date(reviewsCloseAt), until: new Date(revision.closesAt) }];
}

function feedback({ settings, phase }: PeerReview, { releasedAt }: Staged, row: ProgressRow): Due[] {
  if (phase !== 'released' || !releasedAt || row.received.done === 0) return [];
  const params = { name: settings.title, count: 1 };
  return [{ code: 'FEEDBACK', params, since: releasedAt, until: after(releasedAt, FEEDBACK_MS) }];
}

/** From the release on, where it has a date of its own. */
function rating(
  { settings, phase, state }: PeerReview,
  { releasedAt }: Staged,
  { received }: ProgressRow,
  { rated }: StepsTaken,
): Due[] {
  const { backEvaluation, title } = settings;
  if (!backEvaluation || rated || received.done === 0) return [];
  if (phase !== 'released' || !releasedAt || state !== 'published') return [];
  const until = new Date(backEvaluation.closesAt);
  const params = { name: title, count: 1 };
  return releasedAt < until ? [{ code: 'RATE_REVIEWS', params, since: releasedAt, until }] : [];
}

/** How many lack what, and how many works have reviews that disagree. */
interface Lacking {
  readonly handIn: number;
  /** Of them, those who are in no group, where groups hand in. */
  readonly outside: number;
  /** Learners who are in no group, where groups review together. */
  readonly unplaced: number;
  readonly review: number;
  readonly disagree: number;
  /** Works that lack reviews. */
  readonly works: number;
}

/** Where a peer review does not go on as it should, now and at any later time. */
export function staffMatters(review: PeerReview, lacking: Lacking): Matter[] {
  const counts: Partial<Record<Due['code'], number>> = {
    WORK_MISSING: lacking.handIn,
    GROUP_MISSING: lacking.outside,
    REVIEW_GROUP_MISSING: lacking.unplaced,
    REVIEWS_MISSING: lacking.review,
    REVIEWS_DISAGREE: lacking.disagree,
    WORKS_SHORT: lacking.works,
  };
  return [
    ...ungrouped(review, lacking),
    ...unplaced(review, lacking),
    ...unfinished(review, lacking),
    ...disagreeing(review, lacking),
  ].map(({ code, since }) => ({
    code,
    since,
    until: null,
    params: { name: review.settings.title, count: counts[code] ?? 1 },
    activityId: review.id,
    waitsFor: 'staff',
  }));
}

type Since = Pick<Due, 'code' | 'since'>;

/** As long as groups hand in, whoever is in none cannot. */
const ungrouped = (review: PeerReview, { outside }: Lacking): Since[] =>
  outside > 0 && review.state === 'published' && (isRolling(review) || !review.allocation)
    ? [{ code: 'GROUP_MISSING', since: review.startsAt }]
    : [];

/** Whoever is in no group reviews nothing, until results are told. Where the same groups hand in, that is said first of handing in. */
function unplaced(review: PeerReview, lacking: Lacking): Since[] {
  const { allocation, phase, startsAt, state } = review;
  if (lacking.unplaced === 0 || state !== 'published' || phase === 'released') return [];
  const isSaid = lacking.outside > 0 && authorSetOf(review) === reviewSetIn(review);
  if (isSaid && !allocation) return [];
  const since = isSaid && allocation ? allocation.requestedAt : startsAt;
  return [{ code: 'REVIEW_GROUP_MISSING', since }];
}

/** Also after the release: a grade that nobody is sure of can still be set. */
const disagreeing = ({ allocation, state }: PeerReview, { disagree }: Lacking): Since[] =>
  disagree > 0 && allocation?.doneAt && state !== 'draft'
    ? [{ code: 'REVIEWS_DISAGREE', since: allocation.doneAt }]
    : [];

function unfinished(review: PeerReview, lacking: Lacking): Since[] {
  const { settings, phase, allocation, state } = review;
  if (phase === 'released' || state === 'draft') return [];
  const isOpen = state === 'published';
  const closeAt = new Date(settings.submissionsCloseAt);
  const reviewsCloseAt = new Date(settings.reviewsCloseAt);
  const matters: Since[] = [];
  if (isOpen && lacking.handIn > 0) {
    // Staff may start the reviews before the date: then nothing more is taken.
    const isEarly = !isRolling(review) && allocation && allocation.requestedAt < closeAt;
    const since = isEarly ? allocation.requestedAt : closeAt;
    matters.push({ code: 'WORK_MISSING', since });
  }
  if (!allocation?.doneAt) {
    // Where reviews are given out as works come, there is no work.
    if (isOpen && !isRolling(review))
      matters.push({ code: 'REVIEWS_NOT_ALLOCATED', since: after(closeAt, SETTLE_MS) });
  } else {
    if (isOpen && lacking.review > 0) matters.push({ code: 'REVIEWS_MISSING', since: reviewsCloseAt });
    if (isOpen && lacking.works > 0)
      matters.push({
        code: 'WORKS_SHORT',
        since: later(shortSince(closeAt, reviewsCloseAt), allocation.doneAt),
      });
    const since = releaseDueAt(review, reviewsCloseAt);
    if (since) matters.push({ code: 'RELEASE_DUE', since });
  }
  return matters;
}

/** While there is still time to have somebody else review: a day before reviews close, less where all is shorter. */
const shortSince = (closeAt: Date, reviewsCloseAt: Date): Date =>
  after(reviewsCloseAt, -Math.min(SHORT_MS, (reviewsCloseAt.getTime() - closeAt.getTime()) / 4));

/** From when results should have been released; null where that is as it should be, or staff took them back. */
function releaseDueAt({ settings, withdrawal }: PeerReview, reviewsCloseAt: Date): Date | null {
  const { releaseMode } = settings;
  if (withdrawal || releaseMode.kind === 'immediate') return null;
  return releaseMode.kind === 'manual' ? reviewsCloseAt : after(new Date(releaseMode.releaseAt), SETTLE_MS);
}

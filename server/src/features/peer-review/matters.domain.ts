import type { HomeView, WaitingItemView } from '../../contracts/insights.ts';
import type { PeerReview, ProgressRow } from './peer-review.domain.ts';

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
/** For so long feedback counts as something to read. */
const FEEDBACK_MS = 14 * 24 * 60 * MINUTE_MS;

const after = (date: Date, ms: number): Date => new Date(date.getTime() + ms);

/**
 * What a learner can do next in a peer review, now and at any later time: each holds from `since` to `until`, so the
 * due date turns handing in into handing in late without anybody's doing.
 */
export function ownMatters(review: PeerReview, activity: Staged, row: ProgressRow): Matter[] {
  const matters = [
    ...handIn(review, activity, row),
    ...reviewing(review, row),
    ...feedback(review, activity, row),
  ];
  return matters.map((matter) => ({ ...matter, activityId: review.id, waitsFor: row.memberId }));
}

function handIn(review: PeerReview, { createdAt }: Staged, row: ProgressRow): Due[] {
  const { settings, phase, allocation, handInExtended } = review;
  const hasClosed = phase !== 'submission' || allocation !== null;
  if (review.state !== 'published' || (hasClosed && !handInExtended) || row.submittedAt) return [];
  const { late, title, submissionsCloseAt } = settings;
  const params = { name: title, count: 1 };
  const closeAt = new Date(submissionsCloseAt);
  if (!late) return [{ code: 'HAND_IN', params, since: createdAt, until: closeAt }];
  const dueAt = new Date(late.dueAt);
  return [
    { code: 'HAND_IN', params, since: createdAt, until: dueAt },
    { code: 'HAND_IN_LATE', params, since: dueAt, until: closeAt },
  ];
}

function reviewing({ settings, allocation, state }: PeerReview, { given }: ProgressRow): Due[] {
  const left = given.of - given.done;
  if (state !== 'published' || !allocation?.doneAt || left === 0) return [];
  const until = new Date(settings.reviewsCloseAt);
  return [{ code: 'REVIEW', params: { name: settings.title, count: left }, since: allocation.doneAt, until }];
}

function feedback({ settings, phase }: PeerReview, { releasedAt }: Staged, row: ProgressRow): Due[] {
  if (phase !== 'released' || !releasedAt || row.received.done === 0) return [];
  const params = { name: settings.title, count: 1 };
  return [{ code: 'FEEDBACK', params, since: releasedAt, until: after(releasedAt, FEEDBACK_MS) }];
}

/** Where a peer review does not go on as it should, now and at any later time. */
export function staffMatters(
  review: PeerReview,
  lacking: { readonly handIn: number; readonly review: number },
): Matter[] {
  const { settings, phase, allocation, state } = review;
  if (phase === 'released' || state === 'draft') return [];
  const isOpen = state === 'published';
  const closeAt = new Date(settings.submissionsCloseAt);
  const reviewsCloseAt = new Date(settings.reviewsCloseAt);
  const matters: Omit<Due, 'params' | 'until'>[] = [];
  const counts: Partial<Record<Due['code'], number>> = {
    WORK_MISSING: lacking.handIn,
    REVIEWS_MISSING: lacking.review,
  };
  if (isOpen && lacking.handIn > 0) {
    // Staff may start the reviews before the date: then nothing more is taken.
    const since = allocation && allocation.requestedAt < closeAt ? allocation.requestedAt : closeAt;
    matters.push({ code: 'WORK_MISSING', since });
  }
  if (!allocation?.doneAt) {
    if (isOpen) matters.push({ code: 'REVIEWS_NOT_ALLOCATED', since: after(closeAt, SETTLE_MS) });
  } else {
    if (isOpen && lacking.review > 0) matters.push({ code: 'REVIEWS_MISSING', since: reviewsCloseAt });
    const since = releaseDueAt(review, reviewsCloseAt);
    if (since) matters.push({ code: 'RELEASE_DUE', since });
  }
  return matters.map(({ code, since }) => ({
    code,
    since,
    until: null,
    params: { name: settings.title, count: counts[code] ?? 1 },
    activityId: review.id,
    waitsFor: 'staff',
  }));
}

/** From when results should have been released; null where that is as it should be, or staff took them back. */
function releaseDueAt({ settings, withdrawal }: PeerReview, reviewsCloseAt: Date): Date | null {
  const { releaseMode } = settings;
  if (withdrawal || releaseMode.kind === 'immediate') return null;
  return releaseMode.kind === 'manual' ? reviewsCloseAt : after(new Date(releaseMode.releaseAt), SETTLE_MS);
}

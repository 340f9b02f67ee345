import { type Schedule, type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { PeerReview } from './peer-review.domain.ts';

/** The steps of a peer review: when work is due where late work is taken, when handing in closes, and reviewing. */
export const scheduleOf = ({
  startsAt,
  settings: { late, submissionsCloseAt, reviewsCloseAt },
}: Pick<PeerReview, 'startsAt' | 'settings'>): Schedule => ({
  startsAt,
  steps: [
    { key: 'due', endsAt: late && new Date(late.dueAt) },
    { key: 'handIn', endsAt: new Date(submissionsCloseAt) },
    { key: 'review', endsAt: new Date(reviewsCloseAt) },
  ],
});

/** The peer review as it is for one member: their own dates stand where everybody's stood. */
export function withChanges(review: PeerReview, changes: TimelineChanges): PeerReview {
  if (changes.extensions.length === 0 && changes.accommodation === null) return review;
  const { settings } = review;
  const timeline = timelineOf(scheduleOf(review), changes);
  const own = (step: string, normal: string): string => timeline.get(step)?.toISOString() ?? normal;
  const submissionsCloseAt = own('handIn', settings.submissionsCloseAt);
  return {
    ...review,
    handInExtended: submissionsCloseAt > settings.submissionsCloseAt,
    settings: {
      ...settings,
      late: settings.late && { ...settings.late, dueAt: own('due', settings.late.dueAt) },
      submissionsCloseAt,
      reviewsCloseAt: own('review', settings.reviewsCloseAt),
    },
  };
}

/** The same for one of many members, whose changes were read together. */
export const withChangesOf = (
  review: PeerReview,
  changes: ReadonlyMap<string, TimelineChanges>,
  memberId: string,
): PeerReview => withChanges(review, changes.get(memberId) ?? UNCHANGED);

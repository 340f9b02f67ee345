import { type Schedule, type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { PeerReview } from './peer-review.domain.ts';

/** The steps of a peer review that end at a date: work is due where late work is taken, handing in, reviewing, and more. */
export const scheduleOf = ({
  startsAt,
  settings: { late, submissionsCloseAt, reviewsCloseAt, selfAssessment, revision, backEvaluation },
}: Pick<PeerReview, 'startsAt' | 'settings'>): Schedule => ({
  startsAt,
  steps: [
    { key: 'due', endsAt: late && new Date(late.dueAt) },
    { key: 'handIn', endsAt: new Date(submissionsCloseAt) },
    { key: 'review', endsAt: new Date(reviewsCloseAt) },
    { key: 'selfAssess', endsAt: selfAssessment && new Date(selfAssessment.closesAt) },
    { key: 'revise', endsAt: revision && new Date(revision.closesAt) },
    { key: 'backEvaluate', endsAt: backEvaluation && new Date(backEvaluation.closesAt) },
  ],
});

/** The peer review as it is for one member: their own dates stand where everybody's stood. */
export function withChanges(unchanged: PeerReview, changes: TimelineChanges): PeerReview {
  const review = { ...inPhaseOf(unchanged, changes), met: changes.met ?? [] };
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
      selfAssessment: settings.selfAssessment && {
        ...settings.selfAssessment,
        closesAt: own('selfAssess', settings.selfAssessment.closesAt),
      },
      revision: settings.revision && { closesAt: own('revise', settings.revision.closesAt) },
      backEvaluation: settings.backEvaluation && {
        closesAt: own('backEvaluate', settings.backEvaluation.closesAt),
      },
    },
  };
}

/** Results that were released to a member are so for that member, until all are taken back. */
function inPhaseOf(review: PeerReview, { releasedAt }: TimelineChanges): PeerReview {
  const isReleased = releasedAt && !(review.withdrawal && releasedAt <= review.withdrawal.requestedAt);
  return isReleased && review.phase === 'review' ? { ...review, phase: 'released' } : review;
}

/** The same for one of many members, whose changes were read together. */
export const withChangesOf = (
  review: PeerReview,
  changes: ReadonlyMap<string, TimelineChanges>,
  memberId: string,
): PeerReview => withChanges(review, changes.get(memberId) ?? UNCHANGED);

import { type DisputeTimes, openUntil } from '../../core/dispute-times.ts';
import { DisputeSettingsView, OwnDisputesView, StaffDisputeView } from '../../contracts/disputes.ts';
import type { Dispute, OwnStanding, StaffStanding } from './disputes.domain.ts';

const shared = ({ id, state, reason, openedAt, answerBy }: Dispute) => ({
  id,
  state,
  reason,
  openedAt: openedAt.toISOString(),
  answerBy: answerBy.toISOString(),
});

/** For the learner: who of staff is at it, and who wrote a review, stay out. */
export const ownDisputesView = ({ until, targets }: OwnStanding): OwnDisputesView =>
  OwnDisputesView.parse({
    until: until?.toISOString() ?? null,
    targets: targets.map(({ target, label, dispute, canWithdraw, canDispute }) => ({
      target,
      label,
      dispute: dispute && {
        ...shared(dispute),
        answer: dispute.answer && { reason: dispute.answer.reason, at: dispute.answer.at.toISOString() },
        can: { withdraw: canWithdraw },
      },
      can: { dispute: canDispute },
    })),
  });

/** For staff. @param names of the members it speaks of, by their ids */
export const staffDisputeView = (
  dispute: Dispute,
  { isOverdue, isCaller, can }: StaffStanding,
  names: ReadonlyMap<string, string | null>,
): StaffDisputeView => {
  const { memberId, target, takenBy, answer, revision } = dispute;
  return StaffDisputeView.parse({
    ...shared(dispute),
    member: { id: memberId, name: names.get(memberId) ?? null },
    target,
    isOverdue,
    takenBy: takenBy === null ? null : { name: names.get(takenBy) ?? null, isCaller },
    answer: answer && { reason: answer.reason, at: answer.at.toISOString(), grade: answer.grade },
    revision,
    can,
  });
};

/** For staff: for how long one can dispute. @param releasedAt null before the release */
export const settingsView = (
  times: DisputeTimes,
  releasedAt: Date | null,
  waiting: number,
  can: DisputeSettingsView['can'],
): DisputeSettingsView =>
  DisputeSettingsView.parse({
    ...times,
    releasedAt: releasedAt?.toISOString() ?? null,
    until: releasedAt && openUntil(releasedAt, times).toISOString(),
    waiting,
    can,
  });

import { OwnDisputesView, StaffDisputeView } from '../../contracts/disputes.ts';
import {
  type Disputable,
  type Dispute,
  isOverdue,
  isWaiting,
  newestAbout,
  openUntil,
} from './disputes.domain.ts';

const shared = ({ id, state, reason, openedAt, answerBy }: Dispute) => ({
  id,
  state,
  reason,
  openedAt: openedAt.toISOString(),
  answerBy: answerBy.toISOString(),
});

/** For the learner: who of staff is at it, and who wrote a review, stay out. */
export const ownDisputesView = (
  { releasedAt, targets }: Disputable,
  own: readonly Dispute[],
  now: Date,
  mayDispute: boolean,
): OwnDisputesView => {
  const until = releasedAt && openUntil(releasedAt);
  const isOpen = mayDispute && until !== null && now <= until;
  return OwnDisputesView.parse({
    until: until?.toISOString() ?? null,
    targets: targets.map(({ target, label }) => {
      const dispute = newestAbout(own, target);
      const { answer } = dispute ?? { answer: null };
      return {
        target,
        label,
        dispute: dispute && {
          ...shared(dispute),
          answer: answer && { reason: answer.reason, at: answer.at.toISOString() },
          can: { withdraw: mayDispute && isWaiting(dispute) },
        },
        can: { dispute: isOpen && (dispute === null || dispute.state === 'withdrawn') },
      };
    }),
  });
};

interface Reader {
  readonly id: string;
  readonly mayChangeGrades: boolean;
}

/** For staff. @param names of the members it speaks of, by their ids */
export const staffDisputeView = (
  dispute: Dispute,
  names: ReadonlyMap<string, string | null>,
  reader: Reader,
  now: Date,
): StaffDisputeView => {
  const { memberId, target, takenBy, answer, revision } = dispute;
  const isCaller = takenBy === reader.id;
  const waits = isWaiting(dispute);
  return StaffDisputeView.parse({
    ...shared(dispute),
    member: { id: memberId, name: names.get(memberId) ?? null },
    target,
    isOverdue: isOverdue(dispute, now),
    takenBy: takenBy === null ? null : { name: names.get(takenBy) ?? null, isCaller },
    answer: answer && { reason: answer.reason, at: answer.at.toISOString(), grade: answer.grade },
    revision,
    can: {
      take: waits && !isCaller,
      answer: waits && isCaller,
      changeGrade: waits && isCaller && reader.mayChangeGrades,
    },
  });
};

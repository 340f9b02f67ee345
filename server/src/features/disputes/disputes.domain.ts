import type { DisputeState, DisputeTarget } from '../../contracts/disputes.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { openUntil, type DisputeTimes } from '../../core/dispute-times.ts';

const DAY_MS = 86_400_000;

/** As long as staff have set nothing. */
export const DEFAULT_TIMES: DisputeTimes = { openDays: 14, answerDays: 7, revision: 0 };

/** A learner's objection to an own grade or a received review. Its texts are written once and never changed. */
export interface Dispute {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly memberId: string;
  readonly target: DisputeTarget;
  readonly reason: string;
  readonly state: DisputeState;
  readonly openedAt: Date;
  readonly answerBy: Date;
  readonly takenBy: string | null;
  readonly answer: DisputeAnswer | null;
  /** Counts its steps; the first is 1. */
  readonly revision: number;
}

interface DisputeAnswer {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  /** The grade that was set, in points; null unless the state is `changed`. */
  readonly grade: number | null;
}

/** One thing that a learner can dispute. */
export interface DisputableTarget {
  readonly target: DisputeTarget;
  /** The gradebook column's name; of a review its reviewer's, where its author knows it. */
  readonly label: string | null;
}

/** What one learner can dispute in an activity, as its type says. */
export interface Disputable {
  /** Null before the release. */
  readonly releasedAt: Date | null;
  /** Null while staff have set none. What was opened before a change keeps its date. */
  readonly times: DisputeTimes | null;
  readonly targets: readonly DisputableTarget[];
}

export interface OpenCommand {
  readonly id: string;
  readonly target: DisputeTarget;
  readonly reason: string;
}

export type Outcome =
  { readonly state: 'upheld' | 'rejected' } | { readonly state: 'changed'; readonly grade: number };

type Refusal<Code extends ErrorCode> = { readonly type: 'refuse'; readonly reason: Code };
type Step = { readonly type: 'step'; readonly dispute: Dispute };
type Unchanged = { readonly type: 'unchanged'; readonly dispute: Dispute };

const refuse = <Code extends ErrorCode>(reason: Code): Refusal<Code> => ({ type: 'refuse', reason });
const step = (dispute: Dispute, change: Partial<Dispute>): Step => ({
  type: 'step',
  dispute: { ...dispute, ...change, revision: dispute.revision + 1 },
});

/** One text per target, by which a unique index knows it. */
export const targetKeyOf = (target: DisputeTarget): string =>
  target.kind === 'grade' ? `grade/${target.columnId}` : `review/${target.pseudonym}`;

export const isWaiting = ({ state }: Pick<Dispute, 'state'>): boolean =>
  state === 'open' || state === 'taken';

export const isOverdue = (dispute: Dispute, now: Date): boolean =>
  isWaiting(dispute) && now > dispute.answerBy;

/** The newest dispute about a target. */
export const newestAbout = (own: readonly Dispute[], target: DisputeTarget): Dispute | null =>
  own
    .filter((dispute) => targetKeyOf(dispute.target) === targetKeyOf(target))
    .reduce<Dispute | null>((a, b) => (a && a.openedAt >= b.openedAt ? a : b), null);

/**
 * Whether a learner may dispute something. An answer is final: only what was withdrawn can be disputed once more.
 *
 * @param own the learner's disputes in this activity
 */
export function decideOpen(
  { releasedAt, times, targets }: Disputable,
  own: readonly Dispute[],
  { id, target, reason }: OpenCommand,
  by: { readonly courseId: string; readonly activityId: string; readonly memberId: string },
  now: Date,
):
  | { readonly type: 'open'; readonly dispute: Dispute }
  | Unchanged
  | Refusal<'NOT_FOUND' | 'DISPUTES_CLOSED' | 'DISPUTE_EXISTS'> {
  const key = targetKeyOf(target);
  const same = own.find((dispute) => dispute.id === id);
  if (same && targetKeyOf(same.target) === key && same.reason === reason)
    return { type: 'unchanged', dispute: same };
  if (!releasedAt || now > openUntil(releasedAt, times ?? DEFAULT_TIMES)) return refuse('DISPUTES_CLOSED');
  if (!targets.some((one) => targetKeyOf(one.target) === key)) return refuse('NOT_FOUND');
  const before = newestAbout(own, target);
  if (same || (before && before.state !== 'withdrawn')) return refuse('DISPUTE_EXISTS');
  return {
    type: 'open',
    dispute: {
      id,
      ...by,
      target,
      reason,
      state: 'open',
      openedAt: now,
      answerBy: new Date(now.getTime() + (times ?? DEFAULT_TIMES).answerDays * DAY_MS),
      takenBy: null,
      answer: null,
      revision: 1,
    },
  };
}

/** @param memberId who withdraws: another's dispute is not there for them */
export function decideWithdraw(
  dispute: Dispute | null,
  memberId: string,
): Step | Unchanged | Refusal<'NOT_FOUND' | 'DISPUTE_ANSWERED'> {
  if (dispute?.memberId !== memberId) return refuse('NOT_FOUND');
  if (dispute.state === 'withdrawn') return { type: 'unchanged', dispute };
  return isWaiting(dispute) ? step(dispute, { state: 'withdrawn' }) : refuse('DISPUTE_ANSWERED');
}

/** Staff take a dispute, also over from a colleague who does not come to it. */
export function decideTake(
  dispute: Dispute | null,
  staffId: string,
  expectedRevision: number,
): Step | Unchanged | Refusal<'NOT_FOUND' | 'DISPUTE_ANSWERED' | 'STALE_REVISION'> {
  if (!dispute) return refuse('NOT_FOUND');
  if (!isWaiting(dispute)) return refuse('DISPUTE_ANSWERED');
  if (dispute.takenBy === staffId) return { type: 'unchanged', dispute };
  if (dispute.revision !== expectedRevision) return refuse('STALE_REVISION');
  return step(dispute, { state: 'taken', takenBy: staffId });
}

/** Whoever has taken a dispute answers it, also after the answer-by date; to change a grade takes the right to. */
export function decideAnswer(
  dispute: Dispute | null,
  command: { readonly outcome: Outcome; readonly reason: string; readonly expectedRevision: number },
  staff: { readonly id: string; readonly mayChangeGrades: boolean },
  now: Date,
):
  | Step
  | Unchanged
  | Refusal<'NOT_FOUND' | 'FORBIDDEN' | 'DISPUTE_ANSWERED' | 'DISPUTE_NOT_TAKEN' | 'STALE_REVISION'> {
  if (!dispute) return refuse('NOT_FOUND');
  const { outcome, reason } = command;
  const grade = outcome.state === 'changed' ? outcome.grade : null;
  const { answer } = dispute;
  if (answer) {
    const isSame =
      answer.by === staff.id &&
      answer.reason === reason &&
      answer.grade === grade &&
      dispute.state === outcome.state;
    return isSame ? { type: 'unchanged', dispute } : refuse('DISPUTE_ANSWERED');
  }
  if (!isWaiting(dispute)) return refuse('DISPUTE_ANSWERED');
  if (dispute.takenBy !== staff.id) return refuse('DISPUTE_NOT_TAKEN');
  if (grade !== null && !staff.mayChangeGrades) return refuse('FORBIDDEN');
  if (dispute.revision !== command.expectedRevision) return refuse('STALE_REVISION');
  return step(dispute, { state: outcome.state, answer: { by: staff.id, at: now, reason, grade } });
}

/** Where a learner's disputes stand. `mayDispute`: the launch lets the learner write. */
export function ownStanding(
  { releasedAt, times, targets }: Disputable,
  own: readonly Dispute[],
  mayDispute: boolean,
  now: Date,
) {
  const until = releasedAt && openUntil(releasedAt, times ?? DEFAULT_TIMES);
  const isOpen = mayDispute && until !== null && now <= until;
  return {
    until,
    targets: targets.map(({ target, label }) => {
      const dispute = newestAbout(own, target);
      return {
        target,
        label,
        dispute,
        canWithdraw: mayDispute && dispute !== null && isWaiting(dispute),
        canDispute: isOpen && (dispute === null || dispute.state === 'withdrawn'),
      };
    }),
  };
}
export type OwnStanding = ReturnType<typeof ownStanding>;

/** What a member of staff can do with a dispute, and whether it has waited too long. */
export function staffStanding(
  dispute: Dispute,
  staff: { readonly id: string; readonly mayChangeGrades: boolean },
  now: Date,
) {
  const isCaller = dispute.takenBy === staff.id;
  const waits = isWaiting(dispute);
  return {
    isOverdue: isOverdue(dispute, now),
    isCaller,
    can: {
      take: waits && !isCaller,
      answer: waits && isCaller,
      changeGrade: waits && isCaller && staff.mayChangeGrades,
    },
  };
}
export type StaffStanding = ReturnType<typeof staffStanding>;

import { type Attempt, type GradeSlot, type HandIn, READ_BACKS_MAX } from './grade-slot.domain.ts';
import { timestampAfter } from './ledger.domain.ts';

/** What an LMS does to a grade when it is told "handed in" (`GradeAbilities`). */
type EffectOnGrades = 'preserves' | 'commentOnly' | 'clears';

/** What the LMS said when it was asked what it holds; null: it was not asked. */
type Reading =
  | {
      readonly type: 'read';
      readonly result: { readonly score: number | null; readonly comment: string | null } | null;
    }
  | { readonly type: 'unreadable' | 'forbidden' }
  | null;

/** The plain sentence that goes beside a hand-in; it differs from version to version, so it tells what the LMS has. */
export const handInComment = ({ version, at }: HandIn): string =>
  `Handed in on ${at.toISOString().slice(0, 16).replace('T', ' at ')} UTC (version ${version}).`;

const IS_HAND_IN_COMMENT = /^Handed in on .+ \(version \d+\)\.$/;

/** The time the LMS is told: the hand-in's own, unless the LMS has been told a later one with a grade. */
export const handInTimestamp = ({ want }: GradeSlot, at: Date): Date =>
  want && want.timestamp >= at ? timestampAfter(at, want.timestamp) : at;

export type HandInDecision =
  /** There is a grade, or the LMS knows: nothing more to tell. */
  | { readonly type: 'settled' }
  | { readonly type: 'send'; readonly newAttempt: boolean }
  /** What the LMS holds has to be read first, or once more. */
  | { readonly type: 'read' };

/**
 * Decides whether the LMS is told of a hand-in. It never is where that could take away a grade or the words beside it
 * (spec/gradebook.md item 7).
 *
 * @param unknown a sending whose outcome is unknown, or null.
 */
export function decideHandIn(
  slot: GradeSlot,
  handIn: HandIn,
  unknown: Attempt | null,
  effect: EffectOnGrades,
  reading: Reading,
): HandInDecision {
  const touchesGrades = effect !== 'preserves';
  if (touchesGrades && (slot.want !== null || slot.sent !== null)) return { type: 'settled' };
  if (!touchesGrades && unknown === null) return { type: 'send', newAttempt: true };
  if (reading === null) return { type: 'read' };
  if (reading.type !== 'read') return withoutReading(reading.type, unknown, touchesGrades);
  const { result } = reading;
  const comment = result?.comment ?? '';
  if (comment === handInComment(handIn)) return { type: 'settled' };
  // Words that are not those of an earlier hand-in are a person's.
  const isTaken = (result?.score ?? null) !== null || (comment !== '' && !IS_HAND_IN_COMMENT.test(comment));
  return touchesGrades && isTaken ? { type: 'settled' } : { type: 'send', newAttempt: true };
}

function withoutReading(
  type: 'unreadable' | 'forbidden',
  unknown: Attempt | null,
  touchesGrades: boolean,
): HandInDecision {
  // What could take a grade away is never sent unread.
  if (touchesGrades) return { type: type === 'forbidden' ? 'settled' : 'read' };
  // Repeated unread, it is no further attempt.
  const isGivenUp = type === 'forbidden' || (unknown?.readFailures ?? 0) >= READ_BACKS_MAX;
  return isGivenUp ? { type: 'send', newAttempt: false } : { type: 'read' };
}

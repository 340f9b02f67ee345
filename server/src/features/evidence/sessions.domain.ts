import type { AttendanceState } from '../../contracts/attendance.ts';

/** A meeting of the course. */
export interface CourseSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  /** Counts changes; 1 for a new one. */
  readonly revision: number;
}

/** What is recorded of one learner at one session. */
export interface Attendance {
  readonly memberId: string;
  /** Null: what was recorded is taken back. */
  readonly state: AttendanceState | null;
}

/** Whoever is recorded so has attended. */
export const ATTENDED: readonly AttendanceState[] = ['present', 'late'];

export type SaveDecision =
  | { readonly type: 'create' | 'change' }
  /** The same again: a repeated request, answered like the first. */
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'NOT_FOUND' };

/** Whether a session may be saved over what is there. */
export function decideSave(
  current: CourseSession | null,
  wanted: Omit<CourseSession, 'id' | 'revision'>,
  expectedRevision: number,
): SaveDecision {
  if (!current) return expectedRevision === 0 ? { type: 'create' } : { type: 'refuse', reason: 'NOT_FOUND' };
  const valuesOf = ({ title, startsAt, endsAt, place }: typeof wanted) =>
    JSON.stringify([title, startsAt, endsAt, place]);
  if (valuesOf(current) === valuesOf(wanted)) return { type: 'unchanged' };
  return current.revision === expectedRevision
    ? { type: 'change' }
    : { type: 'refuse', reason: 'STALE_REVISION' };
}

/** Whether a session may be taken off. @param current null: the course has none such, or has it no more */
export function decideDelete(
  current: Pick<CourseSession, 'revision'> | null,
  isGone: boolean,
  expectedRevision: number,
): 'delete' | 'unchanged' | 'STALE_REVISION' | 'NOT_FOUND' {
  if (!current) return isGone ? 'unchanged' : 'NOT_FOUND';
  return current.revision === expectedRevision ? 'delete' : 'STALE_REVISION';
}

/** A change of what is recorded of one learner. */
export interface AttendanceChange extends Attendance {
  readonly before: AttendanceState | null;
}

/** What of some marks differs from what is recorded; of several for one learner the last counts. */
export function changesIn(known: readonly Attendance[], wanted: readonly Attendance[]): AttendanceChange[] {
  const before = new Map(known.map(({ memberId, state }) => [memberId, state]));
  return [...new Map(wanted.map((mark) => [mark.memberId, mark])).values()].flatMap((mark) => {
    const was = before.get(mark.memberId) ?? null;
    return was === mark.state ? [] : [{ ...mark, before: was }];
  });
}
